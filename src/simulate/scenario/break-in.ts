import type { StageId } from '../../shape/story.ts';
import type { Person } from '../population/population.ts';
import type { SignIn } from '../record.ts';
import { azurePortal, microsoftGraph, servicePrincipalIn } from './application.ts';
import type { Cast } from './cast.ts';
import { maliciousKeyId } from './cast.ts';
import { addApplication, addApplicationSecret, addServicePrincipal } from './change-of-application.ts';
import { registerSecurityInfo } from './change-of-user.ts';
import { guessLike, intruderMachine } from './guess.ts';
import { userSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Origin } from './origin.ts';
import type { Place } from './place.ts';
import { recordChange, recordSignIn } from './record-change.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';
import type { SprayParameters } from './spray.ts';

/** The right guess, with nothing in its way. Returns its sign-in. */
export function tellEntry(
  scene: Scene,
  origin: Origin,
  fallen: Person,
  parameters: SprayParameters,
  day: number,
): SignIn {
  const random = chanceFor(scene, 'entry');
  const { chronicle, population } = scene.attacked;
  const guess = {
    ...guessLike(random, population, dayOf(scene, day), parameters),
    account: fallen,
    time: momentWithin(random, dayOf(scene, day), 9, 10),
    place: origin.forGuess(fallen, parameters),
  };
  return recordSignIn(chronicle, userSignIn(random, guess), 'foothold');
}

/** The right guess, a sign-in to look around, a second factor of the intruder's own, and a secret on the legacy application. */
export function tellBreakIn(scene: Scene, origin: Origin, cast: Cast, parameters: SprayParameters, day: number): void {
  const random = chanceFor(scene, 'break-in');
  const { chronicle } = scene.attacked;
  const { fallen } = cast;
  const hit = tellEntry(scene, origin, fallen, parameters, day).createdDateTime;
  const place = origin.fresh(parameters.geography === 'matched' ? fallen : undefined);
  const entry = signInToPortal(scene, cast, place, later(hit, 95), 'foothold').createdDateTime;
  const by = { account: fallen, place };
  recordChange(chronicle, random, registerSecurityInfo(fallen, { time: later(entry, 11), by }), 'mfa-enrolment');
  const secret = addApplicationSecret(cast.legacy, cast.stolenKeyId, 'sync', { time: later(entry, 52), by });
  recordChange(chronicle, random, secret, 'application-credential');
}

/** From yet another home the fallen account registers the intruder's applications, each with a secret. */
export function tellRegistrations(scene: Scene, origin: Origin, cast: Cast, day: number): void {
  const random = chanceFor(scene, 'registrations');
  const { chronicle, population } = scene.attacked;
  const place = origin.fresh();
  const time = momentWithin(random, dayOf(scene, day), 10, 11);
  const signIn = signInToPortal(scene, cast, place, time, 'malicious-application');
  const by = { account: cast.fallen, place };
  const stage = 'malicious-application';
  for (const [index, application] of cast.malicious.entries()) {
    const when = { time: later(signIn.createdDateTime, 8 + index * 5), by };
    recordChange(chronicle, random, addApplication(application, when), stage);
    const own = servicePrincipalIn(population.tenantId, application);
    recordChange(chronicle, random, addServicePrincipal(own, { ...when, time: later(when.time, 0.1) }), stage);
    const keyId = maliciousKeyId(scene, application);
    const secret = addApplicationSecret(application, keyId, 'main', { ...when, time: later(when.time, 2) });
    recordChange(chronicle, random, secret, stage);
  }
}

function signInToPortal(scene: Scene, cast: Cast, place: Place, time: string, stage: StageId): SignIn {
  const details = {
    account: cast.fallen,
    time,
    place,
    client: azurePortal,
    resource: microsoftGraph,
    kind: 'interactiveUser',
    isMultiFactor: false,
    foreignMachine: intruderMachine,
  } as const;
  return recordSignIn(scene.attacked.chronicle, userSignIn(chanceFor(scene, `portal ${time}`), details), stage);
}
