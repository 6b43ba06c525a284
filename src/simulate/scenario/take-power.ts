import type { Instant } from '../../shape/instant.ts';
import type { StageId } from '../../shape/story.ts';
import type { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import type { AppRole, Resource } from './application.ts';
import { azurePortal, exchangeOnline, microsoftGraph } from './application.ts';
import type { Cast } from './cast.ts';
import {
  addAppRoleAssignment,
  addServicePrincipal,
  addServicePrincipalSecret,
  adminConsent,
} from './change-of-application.ts';
import { addToRole, addUser } from './change-of-user.ts';
import { intruderMachine } from './guess.ts';
import { graphActivity } from './make-graph-activity.ts';
import { newInboxRule } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn, userSignIn } from './make-sign-in.ts';
import { later, momentWithin } from './moment.ts';
import type { Origin } from './origin.ts';
import type { Parameters } from './parameter.ts';
import { fullAccess, graphRole, legacyPermissions } from './permission.ts';
import { recordChange, recordSignIn } from './record-change.ts';
import type { Scene } from './scene.ts';
import { chanceFor, dayOf } from './scene.ts';

const legacyRoles = legacyPermissions.join(' ');

/** The legacy application at work in production, with the secret that was added to it. */
class LegacyApplication {
  readonly #scene: Scene;
  readonly #cast: Cast;
  readonly #random: Random;
  readonly signIn: SignIn;

  constructor(scene: Scene, origin: Origin, cast: Cast, day: number) {
    this.#scene = scene;
    this.#cast = cast;
    this.#random = chanceFor(scene, `legacy application ${day}`);
    this.signIn = scene.production.chronicle.signIn(
      servicePrincipalSignIn(this.#random, {
        time: momentWithin(this.#random, dayOf(scene, day), 2, 5),
        application: cast.legacy,
        place: origin.fresh(),
        resource: microsoftGraph,
        keyId: cast.stolenKeyId,
        tenantId: scene.production.population.tenantId,
      }),
      'service-principal-sign-in',
    );
  }

  after(minutes: number): Instant {
    return later(this.signIn.createdDateTime, minutes);
  }

  request(method: 'GET' | 'POST', path: string, time: Instant, stage: StageId): void {
    const details = { time, application: this.#cast.legacy, signIn: this.signIn, method, path, roles: legacyRoles };
    this.#scene.production.chronicle.graphActivity(
      graphActivity(this.#random, { ...details, userAgent: 'python-requests/2.31.0' }),
      stage,
      this.#cast.legacy.displayName,
    );
  }
}

/** The legacy application reads who and what there is. */
export function tellEnumeration(scene: Scene, origin: Origin, cast: Cast, day: number): void {
  const legacy = new LegacyApplication(scene, origin, cast, day);
  for (const [index, path] of [
    '/organization',
    '/users?$select=id,userPrincipalName,jobTitle&$top=999',
    '/servicePrincipals?$top=999',
    '/applications?$select=id,appId,passwordCredentials&$top=999',
    '/directoryRoles?$expand=members',
    '/policies/conditionalAccessPolicies',
  ].entries())
    legacy.request('GET', path, legacy.after(1 + index * 4), 'enumeration');
}

/** It makes a user and a Global Administrator of it. */
export function tellNewUser(scene: Scene, origin: Origin, cast: Cast, day: number): void {
  const random = chanceFor(scene, 'new user');
  const { chronicle } = scene.production;
  const legacy = new LegacyApplication(scene, origin, cast, day);
  const by = { application: cast.legacy };
  const made = legacy.after(14);
  legacy.request('POST', '/users', made, 'new-user');
  recordChange(chronicle, random, addUser(cast.newAccount, { time: made, by }), 'new-user');
  const raised = legacy.after(17);
  legacy.request('POST', '/roleManagement/directory/roleAssignments', raised, 'directory-role');
  const role = {
    templateId: '62e90394-69f5-4237-9190-012177145e10',
    displayName: 'Global Administrator',
    wellKnownName: 'TenantAdmins',
  };
  recordChange(chronicle, random, addToRole(cast.newAccount, role, { time: raised, by }), 'directory-role');
}

/** The new user consents to the intruder's applications, and a rule keeps warnings about it out of an administrator's sight. */
export function tellConsent(scene: Scene, origin: Origin, cast: Cast, day: number): void {
  const random = chanceFor(scene, 'consent');
  const { chronicle } = scene.production;
  const place = origin.fresh();
  const signIn = recordSignIn(
    chronicle,
    userSignIn(random, {
      account: cast.newAccount,
      place,
      time: momentWithin(random, dayOf(scene, day), 3, 4),
      client: azurePortal,
      resource: microsoftGraph,
      kind: 'interactiveUser',
      isMultiFactor: false,
      foreignMachine: intruderMachine,
    }),
    'consent',
  );
  for (const [index, application] of cast.malicious.entries()) {
    const when = {
      time: later(signIn.createdDateTime, 6 + index * 3),
      by: { account: cast.newAccount, place },
      correlationId: random.uuid(),
    };
    // In the tenant where it was registered it is there already.
    if (scene.production !== scene.attacked)
      recordChange(chronicle, random, addServicePrincipal(application, when), 'consent');
    for (const change of adminConsent(application, microsoftGraph, 'User.Read Mail.Read offline_access', when))
      recordChange(chronicle, random, change, 'consent');
  }
  const parameters = {
    Name: '.',
    SubjectOrBodyContainsWords: 'unusual sign-in;suspicious;new application',
    MoveToFolder: 'RSS Feeds',
    MarkAsRead: 'True',
    StopProcessingRules: 'True',
  };
  const time = momentWithin(random, dayOf(scene, day), 4.5, 5);
  const rule = newInboxRule(random, { time, by: cast.newAccount, place, mailbox: cast.warned, parameters });
  chronicle.unifiedAudit(rule, 'hiding');
}

/** The legacy application grants what is needed to read mail, and leaves a spare secret. */
export function tellGrants(
  scene: Scene,
  origin: Origin,
  cast: Cast,
  mailThrough: Parameters['mailThrough'],
  day: number,
): void {
  const random = chanceFor(scene, 'grants');
  const { chronicle } = scene.production;
  const legacy = new LegacyApplication(scene, origin, cast, day);
  const by = { application: cast.legacy };
  const grants: [number, Resource, AppRole][] = cast.malicious.flatMap((_, index, { length }) => {
    const isLast = index === length - 1;
    return [
      ...(mailThrough === 'graph' ? [] : [[index, exchangeOnline, fullAccess] as [number, Resource, AppRole]]),
      ...(mailThrough === 'ews' || (mailThrough === 'both' && !isLast)
        ? []
        : [[index, microsoftGraph, graphRole('Mail.Read')] as [number, Resource, AppRole]]),
    ];
  });
  for (const [order, [index, resource, role]] of grants.entries()) {
    const application = cast.malicious[index];
    if (application === undefined) continue;
    const time = legacy.after(9 + order * 4);
    const path = `/servicePrincipals/${application.servicePrincipalId}/appRoleAssignments`;
    legacy.request('POST', path, time, 'full-access');
    recordChange(chronicle, random, addAppRoleAssignment(application, resource, role, { time, by }), 'full-access');
  }
  const [first] = cast.malicious;
  if (first === undefined) return;
  const time = legacy.after(15 + grants.length * 4);
  const spare = addServicePrincipalSecret(first, random.uuid(), 'spare', { time, by });
  recordChange(chronicle, random, spare, 'application-credential');
}
