import { Random } from '../../random.ts';
import { type Application, application } from '../../scenario/application.ts';
import type { Directory } from '../directory.ts';
import { addCredential } from '../directory.ts';
import type { Findings } from '../findings.ts';
import type { Credential, Reference, Registration, ServicePrincipal } from '../object.ts';

/** A directory that is to be weakened. */
export interface Ground {
  readonly directory: Directory;
  readonly findings: Findings;
  /** Which lessons are planted, because some of it shows in others. */
  readonly weak: ReadonlySet<string>;
  /** Numbers of everyday people with a second factor, each given once. */
  readonly nextPerson: () => number;
}

/** Plants all weaknesses of a lesson, and tells what an audit has to find. */
export type Plant = (ground: Ground) => void;

/** Chance for one thing that is planted. */
export function chanceOf({ directory: { population } }: Ground, topic: string): Random {
  return new Random(`${population.seed} ${population.tenantId} weakness ${topic}`);
}

export function idOf(ground: Ground, topic: string): string {
  return chanceOf(ground, `id of ${topic}`).uuid();
}

/** A person of the tenant, each time another one. */
export function somebody({ directory, nextPerson }: Ground): Reference {
  return directory.person(nextPerson());
}

/** A guest of another company, in use since a year ago unless something else is said. */
export function addGuest(
  ground: Ground,
  displayName: string,
  options: { readonly isEnabled?: boolean; readonly invitation?: string; readonly lastUsed: string | null },
): Reference {
  const { directory } = ground;
  const { isEnabled = true, invitation = 'Accepted', lastUsed } = options;
  return directory.addUser({
    id: idOf(ground, `guest ${displayName}`),
    displayName: `${displayName} (guest)`,
    userPrincipalName: `${displayName.toLowerCase()}_partner.example#EXT#@${directory.population.domain}`,
    isGuest: true,
    isEnabled,
    invitation,
    lastSignIn: lastUsed,
    lastNonInteractiveSignIn: null,
    lastSuccessfulSignIn: lastUsed,
    methods: lastUsed === null ? [] : ['microsoftAuthenticatorPush'],
    isMfaCapable: lastUsed !== null,
  });
}

export interface MadeApplication {
  readonly application: Application;
  readonly principal: ServicePrincipal;
  /** Undefined for an application of another tenant. */
  readonly registration: Registration | undefined;
}

/** An application with a secret of half a year; one of another tenant has no registration here. */
export function makeApplication(
  ground: Ground,
  displayName: string,
  options: {
    readonly ownerTenantId?: string;
    readonly owners?: readonly Reference[];
    readonly hasSecret?: boolean;
  } = {},
): MadeApplication {
  const { directory } = ground;
  const { population, clock } = directory;
  const { ownerTenantId = directory.tenantId, owners = [], hasSecret = true } = options;
  const made = application(displayName, ownerTenantId, `${population.seed} ${population.tenantId}`);
  const time = clock.before(480);
  const principal = directory.principalOf(made, time);
  const isOwn = ownerTenantId === directory.tenantId;
  const registration = isOwn ? directory.register(made, time, owners) : undefined;
  if (registration !== undefined && hasSecret)
    addCredential(registration.credentials, secretOf(ground, made.keyId, {}));
  return { application: made, principal, registration };
}

/** A key from some day before the export to some day after it; from 100 days ago for half a year, unless something else is said. */
export function secretOf(
  { directory: { clock } }: Ground,
  keyId: string,
  { type = 'secret', since = 100, left = 80 }: { type?: Credential['type']; since?: number; left?: number },
): Credential {
  return { type, keyId, displayName: `${type} of ${since} days ago`, start: clock.ago(since), end: clock.in(left) };
}
