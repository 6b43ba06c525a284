import type { Instant } from '../../shape/instant.ts';
import type { Population } from '../population/population.ts';
import type { Application, AppRole, Resource } from '../scenario/application.ts';
import type { Clock } from './clock.ts';
import type {
  AccessPolicy,
  Credential,
  DirectoryRecord,
  Group,
  MailboxPermission,
  ManagementRole,
  Reference,
  Registration,
  RoleGroup,
  RoleHolding,
  ServicePrincipal,
  User,
} from './object.ts';

/**
 * A tenant's directory at the end of the simulated time, but for its people, who are made one by one: of them only what differs
 * from everyday is kept.
 */
export class Directory {
  readonly population: Population;
  readonly clock: Clock;
  readonly registrations = new Map<string, Registration>();
  /** By object id. */
  readonly servicePrincipals = new Map<string, ServicePrincipal>();
  readonly groups = new Map<string, Group>();
  readonly roles: RoleHolding[] = [];
  /** By a name of our own, in the order in which they are written. */
  readonly conditionalAccess = new Map<string, DirectoryRecord>();
  readonly namedLocations: DirectoryRecord[] = [];
  readonly domains: DirectoryRecord[] = [];
  readonly directorySettings: DirectoryRecord[] = [];
  /** Policies that are one object each, by the name of their file. */
  readonly policies = new Map<string, DirectoryRecord>();
  readonly partners: DirectoryRecord[] = [];
  readonly rolePolicies = new Map<string, DirectoryRecord>();
  readonly permissionGrantPolicies: DirectoryRecord[] = [];
  readonly mailboxPermissions: MailboxPermission[] = [];
  readonly roleGroups: RoleGroup[] = [];
  readonly managementRoles: ManagementRole[] = [];
  readonly accessPolicies: AccessPolicy[] = [];
  /** User principal names of those whose own acts on mailboxes are not logged. */
  readonly auditBypass: string[] = [];
  /** Of the people whose sign-ins nobody made up. */
  readonly #changes = new Map<string, Partial<User>>();
  readonly #others = new Map<string, User>();

  constructor(population: Population, clock: Clock) {
    this.population = population;
    this.clock = clock;
  }

  get tenantId(): string {
    return this.population.tenantId;
  }

  /** Whoever is no person of the population. */
  get others(): IterableIterator<User> {
    return this.#others.values();
  }

  /** Whether the account is one of the people: those whom a scenario makes up look alike but for their ids. */
  isPerson({ id, index }: { readonly id: string; readonly index?: number }): boolean {
    return index !== undefined && this.population.person(index).id === id;
  }

  changesOf(id: string): Partial<User> {
    return this.#changes.get(id) ?? {};
  }

  /** Changes a user, also one of the population that nobody has asked for yet. */
  change(id: string, changes: Partial<User>): void {
    const other = this.#others.get(id);
    if (other !== undefined) Object.assign(other, changes);
    else this.#changes.set(id, { ...this.#changes.get(id), ...changes });
  }

  /** A user who is no person of the population, as ordinary as the rest unless something else is said. */
  addUser(user: Pick<User, 'id' | 'userPrincipalName' | 'displayName'> & Partial<User>): Reference {
    const { clock } = this;
    this.#others.set(user.id, {
      isEnabled: true,
      isGuest: false,
      isSynchronised: false,
      createdDateTime: clock.before(400),
      lastSignIn: clock.ago(2),
      lastNonInteractiveSignIn: clock.ago(1),
      lastSuccessfulSignIn: clock.ago(1),
      lastPasswordChange: clock.ago(120),
      invitation: null,
      methods: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'],
      isMfaCapable: true,
      hasMailbox: user.isGuest !== true,
      isReadingLogged: true,
      usesOldProtocol: false,
      forwarding: null,
      ...user,
    });
    return referenceTo(user);
  }

  /** Somebody of the population as a member, owner or holder. */
  person(index: number): Reference {
    return referenceTo(this.population.person(index));
  }

  register(application: Application, time: Instant, owners: readonly Reference[]): Registration {
    const known = this.registrations.get(application.appId);
    if (known !== undefined) return known;
    const made: Registration = {
      id: application.objectId,
      appId: application.appId,
      displayName: application.displayName,
      createdDateTime: time,
      isMultiTenant: false,
      owners: [...owners],
      credentials: [],
      federated: [],
    };
    this.registrations.set(made.appId, made);
    return made;
  }

  /** The service principal of an application as it stands here; it is made if there is none. */
  principalOf(application: Omit<Application, 'objectId' | 'keyId'>, time: Instant): ServicePrincipal {
    const known = this.servicePrincipals.get(application.servicePrincipalId);
    if (known !== undefined) return known;
    const made: ServicePrincipal = {
      id: application.servicePrincipalId,
      appId: application.appId,
      displayName: application.displayName,
      ownerTenantId: application.ownerTenantId,
      createdDateTime: time,
      isEnabled: true,
      isMultiTenant: application.ownerTenantId !== this.tenantId,
      publisher: null,
      owners: [],
      credentials: [],
      appRoles: [],
      consents: [],
    };
    this.servicePrincipals.set(made.id, made);
    return made;
  }

  grant({ appRoles }: ServicePrincipal, resource: Resource, role: AppRole, since: Instant): void {
    if (appRoles.some((known) => known.resource === resource && known.role.id === role.id)) return;
    appRoles.push({ resource, role, since });
  }

  consent({ consents }: ServicePrincipal, resource: Resource, scopes: string, userId: string | null): void {
    const known = consents.find((each) => each.resource === resource && each.userId === userId);
    if (known === undefined) consents.push({ resource, userId, scopes });
    else known.scopes = [...new Set([...known.scopes.split(' '), ...scopes.split(' ')])].join(' ');
  }

  group(group: Pick<Group, 'id' | 'displayName'> & Partial<Group>): Group {
    const known = this.groups.get(group.id);
    if (known !== undefined) return known;
    const made: Group = { isForRoles: false, members: [], owners: [], ...group };
    this.groups.set(made.id, made);
    return made;
  }
}

export function referenceTo({
  id,
  displayName,
  userPrincipalName,
}: Pick<User, 'id' | 'displayName' | 'userPrincipalName'>): Reference {
  return { type: 'user', id, displayName, userPrincipalName };
}

/** Adds a key unless it is there. */
export function addCredential(credentials: Credential[], credential: Credential): void {
  if (!credentials.some(({ keyId }) => keyId === credential.keyId)) credentials.push(credential);
}

/** Adds somebody to a list of members or owners unless they are in it. */
export function addReference(references: Reference[], reference: Reference): void {
  if (!references.some(({ id }) => id === reference.id)) references.push(reference);
}
