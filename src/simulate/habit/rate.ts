/**
 * How often things happen in the simulated tenant, and why we believe it. Microsoft publishes few of these numbers; where nothing
 * is public the reason is a judgement, and the number is one that makes detection neither easier nor harder than such judgements
 * allow. All are means; people and days differ around them.
 */
export const rates = {
  /** Sign-ins of one person on a working day, unless the caller says otherwise: some interactive ones, and tokens renewed. */
  signInsPerWorkday: 8,
  /** Of those, the share that a person sees; the rest are programs that renew their tokens. Logs of most tenants are like that. */
  interactiveShare: 0.2,
  /** What is left on weekends and holidays: phones go on, few people work. */
  offDayShare: 0.13,
  /** Coefficient of variation of the whole tenant from day to day, beside weekdays and seasons: outages, deadlines, weather. */
  dayVariation: 0.2,

  /**
   * Incidents of wrong passwords for one person on a working day. With the repetitions below, with phones that go on with an old
   * password, and over all days of the week, this makes about 0.15 wrong passwords per user and day: the assumption from which the
   * power of the spray detection was computed before it was built, so that the laboratory is neither easier nor harder than that.
   * With some two passwords typed a day it means that every tenth or so is mistyped.
   */
  mistypedPerWorkday: 0.118,
  /** Further wrong attempts after each wrong one: most people succeed at the second attempt, few need many. */
  mistypedAgain: 0.32,
  /**
   * Share of them in networks where the person has not been: hotels, trains, other people's lines. The same computation assumed
   * 0.12, and that is what comes out, because some of these networks are known by chance.
   */
  mistypedElsewhere: 0.14,
  /** Most incidents end with the right password a moment later; some people call the service desk, a few give up. */
  mistypedThenReset: 0.025,
  mistypedThenNothing: 0.03,
  /** On a Monday, and after days away, the fingers have forgotten. */
  mistypedMonday: 1.5,
  mistypedAfterAbsence: 3,
  /** Entra locks an account after ten wrong passwords. Source: https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout */
  attemptsUntilLocked: 10,
  /** Those who forgot it altogether try until they are locked out. */
  forgottenAltogether: 0.015,

  /**
   * Wrong passwords a day and thousand people that nothing explains: of people at a new place who let it be, of strangers who mean
   * another name, of lists of leaked passwords, in this proportion. Nobody publishes how many there are. It is what decides how slow a
   * spray can be told, so it is set rather high: in five thousand people ten times the one a day that mistyping alone leaves unexplained.
   */
  straysPerDay: 2,
  strayKinds: [0.45, 0.3, 0.25],
  strayAbroad: 0.25,
  strayDayVariation: 0.4,
  strayWeekVariation: 0.2,

  /** People whose passwords still expire, although Microsoft advises against it, and after how many days. */
  expiryShare: 0.35,
  expiryDays: 90,
  /** A phone with the old password asks that often in an hour, until its owner notices after some days. */
  phoneRetriesPerHour: 1.2,
  phoneRetryDays: 3,

  /** Of the interactive sign-ins with a second factor, how many ask for it anew instead of finding it in the token. */
  factorAsked: 0.3,
  /** Of those, how many are logged with the interruption first, how many are refused or time out, how many ask to stay signed in. */
  factorInterrupted: 0.1,
  factorUnanswered: 0.025,
  staySignedIn: 0.15,
  /** Tokens that are refused because they are old or revoked. */
  tokenRefused: 0.008,
  /** A second factor on a new phone: people keep a phone for some three years. */
  newFactorPerDay: 1 / 1_000,

  /** Days on which people work at the office, if they have one; on other days they are at home. */
  atOffice: 0.55,
  /** Days on which those who use the company's VPN at home have it on. */
  withVpn: 0.6,
  /** Sign-ins of a phone that go through its carrier, at work and otherwise. */
  phoneOnCarrier: 0.35,
  /** Days on which somebody works from a place that is none of theirs: cafés, trains, parents. */
  elsewherePerDay: 0.02,
  /** Of those who travel: share of periods of four weeks with a journey, share of journeys abroad. */
  journeyPerPeriod: 0.35,
  journeyAbroad: 0.4,

  /** People who join each day: with a stay of some seven years that is the usual turnover of a company. */
  joinPerDay: 1 / 2_500,
  /** Sign-ins of a service account on a day; it uses its password from one place, because nobody could answer a second factor. */
  serviceSignInsPerDay: 24,
  /** A service account's password is changed that often, and is wrong for some hours until everything has the new one. */
  servicePasswordDays: 180,

  /**
   * Attempts a day that scanners of the internet make on a tenant: least and most, before the size counts. They try lists of names
   * on every tenant that they find, so most names do not exist; a larger tenant is on more lists.
   */
  scansPerDay: [5, 30],
  scannedSize: 1_000,
  scannedGrowth: 0.25,
  scannedExisting: 0.3,
  scannedLocked: 0.12,

  /** Records of owners' mail access per working day: Exchange gathers reading for two minutes, and leaves out what repeats. */
  mailPerWorkday: 3,
  /** Outlook on a desktop takes whole folders. */
  mailSynced: 0.3,
  /** Changes of the directory per day and thousand people, by what they are. */
  passwordResets: 3,
  groupChanges: 6,
  licences: 2,
  /** Per day and tenant, growing with the square root of its size in thousands. */
  registrations: 0.12,
  consents: 0.1,
  /** Somebody gets a role of the directory. */
  roles: 0.02,
  /** Inbox rules that people make, per day and thousand people. */
  inboxRules: 1.5,
} as const;
