/** How a sign-in ended. `factor` is what became of the second one: not asked, found in the token, given just now, or asked in vain. */
export interface Outcome {
  readonly errorCode: number;
  readonly factor: 'none' | 'claimed' | 'given' | 'missing';
  /** Where the records of the scenarios do not know the code. */
  readonly failureReason?: string;
}

/** Position is identity; at most 32. */
const list = {
  plain: { errorCode: 0, factor: 'none' },
  claimed: { errorCode: 0, factor: 'claimed' },
  given: { errorCode: 0, factor: 'given' },
  wrongPassword: { errorCode: 50126, factor: 'none' },
  locked: { errorCode: 50053, factor: 'none' },
  expired: { errorCode: 50055, factor: 'none' },
  unknownUser: { errorCode: 50034, factor: 'none' },
  factorAsked: { errorCode: 50074, factor: 'missing' },
  factorAskedAfterMove: { errorCode: 50076, factor: 'missing' },
  factorRefused: {
    errorCode: 500121,
    factor: 'missing',
    failureReason: 'Authentication failed during strong authentication request.',
  },
  mustEnrol: { errorCode: 50072, factor: 'missing' },
  mustRegister: { errorCode: 50079, factor: 'missing' },
  staySignedIn: {
    errorCode: 50140,
    factor: 'claimed',
    failureReason: "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
  },
  tokenRevoked: {
    errorCode: 50173,
    factor: 'none',
    failureReason: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  },
  tokenOld: {
    errorCode: 70044,
    factor: 'none',
    failureReason: 'The session has expired or is invalid due to sign-in frequency checks by conditional access.',
  },
  secretWrong: { errorCode: 7000215, factor: 'none', failureReason: 'Invalid client secret is provided.' },
} as const satisfies Readonly<Record<string, Outcome>>;

type OutcomeName = keyof typeof list;

const outcomes: readonly Outcome[] = Object.values(list);
const names = Object.keys(list) as readonly OutcomeName[];

/** The numbers of the outcomes by name. */
export const outcome = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<OutcomeName, number>
>;

export function outcomeOf(number: number): Outcome {
  const found = outcomes[number];
  if (found === undefined) throw new RangeError(`no outcome ${number}`);
  return found;
}
