import type { Person } from '../population/population.ts';
import type { Application } from './application.ts';
import { application, servicePrincipalIn } from './application.ts';
import type { Scene } from './scene.ts';
import { chanceFor } from './scene.ts';
import type { Target } from './target.ts';

/** What an intruder of the kind of Midnight Blizzard takes and makes. */
export interface Cast {
  /** A forgotten account without a second factor, whose password is guessed. */
  readonly fallen: Person;
  /** Made for tests years ago in the attacked tenant, and since then with power over production. */
  readonly legacy: Application;
  /** The secret that the intruder adds to it; its sign-ins name it. */
  readonly stolenKeyId: string;
  readonly malicious: readonly Application[];
  /** Made to consent with. */
  readonly newAccount: Person;
  /** The administrator whose mailbox gets a rule that hides warnings. */
  readonly warned: Person;
}

const forgottenNames = ['Legacy App Test', 'Integration Test', 'Old Demo Admin', 'Build Agent'] as const;
const legacyNames = ['Directory Sync Test', 'Provisioning Pilot', 'Migration Lab', 'Identity Sandbox'] as const;
const newNames = ['Migration Support', 'Sync Operator', 'Audit Liaison', 'Cloud Onboarding'] as const;
const maliciousNames = [
  'Mail Flow Insights',
  'Calendar Assist',
  'Archive Viewer',
  'Meeting Notes Helper',
  'Signature Studio',
  'Inbox Metrics',
  'Contact Bridge',
  'Thread Explorer',
] as const;

export function castOf(scene: Scene, maliciousApplications: number): Cast {
  const { population } = scene.production;
  const make = (name: string): Application =>
    servicePrincipalIn(population.tenantId, application(name, scene.attacked.population.tenantId, scene.seed));
  return {
    fallen: strangerTo(scene, scene.attacked, nameFrom(forgottenNames, scene.number)),
    legacy: make(nameFrom(legacyNames, scene.number)),
    stolenKeyId: chanceFor(scene, 'stolen key').uuid(),
    malicious: Array.from({ length: maliciousApplications }, (_, index) =>
      make(nameFrom(maliciousNames, scene.number * 3 + index)),
    ),
    newAccount: strangerTo(scene, scene.production, nameFrom(newNames, scene.number)),
    warned: population.person(population.admins.at(-1) ?? 0),
  };
}

/** With a number behind it once all names are taken. */
export function nameFrom(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length);
  return `${names[index % names.length] ?? ''}${round === 0 ? '' : ` ${round + 1}`}`;
}

/** An account of the tenant with which nobody works. */
function strangerTo(scene: Scene, { population }: Target, displayName: string): Person {
  const random = chanceFor(scene, `account ${displayName}`);
  return {
    ...population.person(0),
    hasMfa: false,
    id: random.uuid(),
    deviceId: random.uuid(),
    mailboxGuid: random.uuid(),
    displayName,
    userPrincipalName: `${displayName.toLowerCase().replaceAll(' ', '.')}@${population.domain}`,
  };
}

/** The secret that an application of the intruder signs in with. */
export function maliciousKeyId(scene: Scene, { appId }: Application): string {
  return chanceFor(scene, `key of ${appId}`).uuid();
}
