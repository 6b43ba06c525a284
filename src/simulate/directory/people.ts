import { Draw, mixAll } from '../population/draw.ts';
import type { PersonKind } from '../population/person.ts';
import { idUse } from '../population/population.ts';
import { uuidOf } from '../population/uuid.ts';
import { signInNameOf } from '../population/name.ts';
import { instantOf } from './clock.ts';
import type { Directory } from './directory.ts';
import type { User } from './object.ts';
import type { SignInTimes } from './sign-in-times.ts';

const push = ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'] as const;
const key = ['fido2SecurityKey'] as const;

/** Everybody in the directory, one by one: first the people of the tenant, then who else there is. */
export function* peopleOf(directory: Directory, times: SignInTimes): Generator<User> {
  const { population } = directory;
  const draw = new Draw();
  for (let index = 0; index < population.users; index += 1) yield personOf(directory, times, index, draw);
  for (const user of directory.others) {
    // Accounts that an intruder found or made have signed in as the logs say.
    yield user.lastSignIn === null ? { ...user, ...activity(times, user.id) } : user;
  }
}

/** Somebody of the population: in use as the logs say, or disabled if nobody has used the account for long. */
function personOf(directory: Directory, times: SignInTimes, index: number, draw: Draw): User {
  const { population, clock } = directory;
  const { kind, hasMfa } = population.nature(index);
  const id = uuidOf(population.seedNumber, idUse.person, index);
  const displayName = population.displayName(index);
  draw.restart(mixAll(population.seedNumber, index, 0x646972));
  const [age, sincePassword, sinceUse] = [draw.below(2_000), draw.below(170), draw.below(14)];
  const methods = methodsOf(kind, hasMfa, draw);
  const isDormant = kind === 'dormant';
  const own = activity(times, id, index);
  const before = clock.before(isDormant ? 200 + (age % 500) : 1 + sinceUse);
  return {
    id,
    displayName,
    userPrincipalName: `${signInNameOf(displayName)}@${population.domain}`,
    isEnabled: !isDormant || own.lastSuccessfulSignIn !== null,
    isGuest: false,
    isSynchronised: false,
    createdDateTime: clock.before(800 + age),
    ...own,
    // Before the logs begin people were there, too.
    lastSignIn: own.lastSignIn ?? before,
    lastSuccessfulSignIn: own.lastSuccessfulSignIn ?? before,
    lastPasswordChange: clock.before(isDormant ? 260 + (age % 500) : 1 + sincePassword),
    invitation: null,
    methods,
    isMfaCapable: methods.length > 0,
    hasMailbox: true,
    isReadingLogged: true,
    forwarding: null,
    ...directory.changesOf(id),
  };
}

/** Administrators have a key beside the telephone that all have. */
function methodsOf(kind: PersonKind, hasMfa: boolean, draw: Draw): readonly string[] {
  if (!hasMfa) return [];
  if (kind === 'admin') return [...push, ...key];
  return draw.chance(0.3) ? [...push, 'mobilePhone'] : push;
}

function activity(times: SignInTimes, id: string, index?: number) {
  const { interactive, nonInteractive, successful } = times.of(id, index);
  const instant = (time: number) => (time === 0 ? null : instantOf(time));
  return {
    lastSignIn: instant(interactive),
    lastNonInteractiveSignIn: instant(nonInteractive),
    lastSuccessfulSignIn: instant(successful),
    usesOldProtocol: times.usesOldProtocol(id, index),
  };
}
