import type { StageId } from '../../shape/story.ts';
import { stageIds } from '../../shape/story.ts';

/** How the value of an attacker's parameter is given and what it means. */
interface Specification<Value> {
  readonly meaning: string;
  /** What can be given, such as `1 to 100` or `yes or no`. */
  readonly values: string;
  /** @throws RangeError that says what to give instead. */
  readonly read: (text: string) => Value;
}

/** Everything that can be set about attackers; a scenario knows some of it. Option names follow: `--attempts-per-day`. */
export const parameters = {
  attemptsPerDay: whole('password guesses a day', 1, 100_000),
  sprayDays: whole('days on which passwords are guessed', 1, 730),
  accounts: wholeOr('all', 'accounts that are guessed at', 1, 200_000),
  addressPool: wholeOr(
    'new',
    'addresses that guesses come from by turns; new is another one for each guess',
    1,
    100_000,
  ),
  geography: oneOf(['anywhere', 'matched'], 'where guesses come from; matched is homes in the country of the account'),
  userAgents: oneOf(
    ['fixed', 'pool', 'copied'],
    'user agents of guesses: one, a handful by turns, or those that are common in the tenant',
  ),
  guessApplication: oneOf(
    ['microsoft-office', 'azure-portal', 'office-home', 'azure-powershell', 'azure-cli', 'exchange-online'],
    'the application that guesses are made for',
  ),
  guessProtocol: oneOf(['ropc', 'browser', 'imap', 'smtp', 'ews'], 'how a guess is handed over'),
  hours: oneOf(
    ['any', 'office'],
    'hours of guessing; office is Monday to Friday, 08:00 to 18:00 where the account works',
  ),
  stoppedGuesses: whole('accounts whose password is guessed, but that a second factor or a policy saves', 0, 1000),
  legacyAccount: yesNo(
    'a forgotten account without a second factor is found at the end of the spray; without it all ends there',
  ),
  testTenant: yesNo('the spray goes at a separate test tenant with a folder of its own'),
  testTenantUsers: whole('accounts of the test tenant', 20, 10_000),
  quietDays: whole('days before the attacker begins', 0, 730),
  stageDays: whole('days from one step of the intrusion to the next', 0, 365),
  maliciousApplications: whole('applications that the attacker registers', 1, 20),
  mailThrough: oneOf(
    ['ews', 'graph', 'both'],
    'how mail is read: over Exchange Web Services with full_access_as_app, over Microsoft Graph with Mail.Read, or by one application each',
  ),
  mailboxes: whole('mailboxes that are read', 1, 10_000),
  messagesPerDay: whole('messages that are read a day, of all mailboxes together', 1, 100_000),
  readingDays: whole('days on which mail is read', 1, 365),
  throttledMailboxes: whole('mailboxes whose log was cut off because so much was read', 0, 1000),
  growth: whole('how many times more guesses a day there are after the rise', 1, 1000),
  growthDays: whole('days that the rise takes', 1, 365),
  mailClient: oneOf(
    ['web', 'outlook', 'graph'],
    'how mail is read with the stolen session: Outlook on the web, Outlook on a desktop, which takes whole folders, or Microsoft Graph',
  ),
  victims: whole('users who consent to the foreign application', 1, 1000),
  readingServers: wholeOr(
    'new',
    'rented servers from which the foreign application reads, by turns; new is the home of another stranger each day',
    1,
    100,
  ),
} as const;

type Reading<Each> = Each extends Specification<infer Value> ? Value : never;

export type Parameters = { -readonly [Name in keyof typeof parameters]: Reading<(typeof parameters)[Name]> };
export type ParameterName = keyof Parameters;

export const parameterNames = Object.keys(parameters) as readonly ParameterName[];

/** @throws RangeError if there is no such stage. */
export function readStage(text: string): StageId {
  const stage = stageIds.find((id) => id === text);
  if (stage === undefined) throw new RangeError(`Give one of ${stageIds.join(', ')}.`);
  return stage;
}

function whole(meaning: string, least: number, most: number): Specification<number> {
  return { meaning, values: `${least} to ${most}`, read: (text) => readWhole(text, least, most) };
}

function wholeOr<Word extends string>(
  word: Word,
  meaning: string,
  least: number,
  most: number,
): Specification<number | Word> {
  return {
    meaning,
    values: `${least} to ${most}, or ${word}`,
    read: (text) => (text === word ? word : readWhole(text, least, most, ` or "${word}"`)),
  };
}

function readWhole(text: string, least: number, most: number, otherwise = ''): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new RangeError(`Give a whole number from ${least} to ${most}${otherwise}.`);
  return number;
}

function oneOf<Word extends string>(words: readonly Word[], meaning: string): Specification<Word> {
  const values = `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
  return {
    meaning,
    values,
    read(text) {
      const word = words.find((each) => each === text);
      if (word === undefined) throw new RangeError(`Give ${values}.`);
      return word;
    },
  };
}

function yesNo(meaning: string): Specification<boolean> {
  const { values, read } = oneOf(['yes', 'no'], meaning);
  return { meaning, values, read: (text) => read(text) === 'yes' };
}
