import type { Instant } from '../../shape/instant.ts';
import { Random } from '../random.ts';
import type { SignIn } from '../record.ts';
import { tenant } from '../tenant.ts';
import type { Account } from './account.ts';
import { accountNamed } from './account.ts';
import { azurePortal, exchangeOnline, legacyTest, malicious, microsoftGraph } from './application.ts';
import { stolenKeyId } from './attack-on-test-tenant.ts';
import {
  addAppRoleAssignment,
  addServicePrincipal,
  addServicePrincipalSecret,
  adminConsent,
} from './change-of-application.ts';
import { addToRole, addUser } from './change-of-user.ts';
import type { Chronicle } from './chronicle.ts';
import type { StageId } from '../../shape/story.ts';
import { graphActivity } from './make-graph-activity.ts';
import { newInboxRule } from './make-mailbox-audit.ts';
import { servicePrincipalSignIn, userSignIn } from './make-sign-in.ts';
import { unifiedSignIn } from './make-unified-audit.ts';
import { later, momentWithin } from './moment.ts';
import type { Place } from './place.ts';
import { recordChange } from './record-change.ts';

const legacyRoles = 'AppRoleAssignment.ReadWrite.All Directory.ReadWrite.All RoleManagement.ReadWrite.Directory';

/** The account that the attacker makes to consent with. */
const newAccount: Account = {
  ...accountNamed('Service Desk'),
  id: new Random('migration support').uuid(),
  displayName: 'Migration Support',
  userPrincipalName: `migration.support@${tenant.domain}`,
};

/** The legacy application looks around, makes a user, lets it consent, and grants full mailbox access to the attacker's application. */
export function tellAttackOnProduction(production: Chronicle, seed: string, nextProxy: () => Place): void {
  const random = new Random(`${seed} attack on production`);
  const by = { application: legacyTest };
  const signInLegacy = (day: string): SignIn =>
    production.signIn(
      servicePrincipalSignIn(random, {
        time: momentWithin(random, day, 2, 5),
        application: legacyTest,
        place: nextProxy(),
        resource: microsoftGraph,
        keyId: stolenKeyId,
      }),
      'service-principal-sign-in',
    );
  const request = (signIn: SignIn, method: 'GET' | 'POST', path: string, time: Instant, stage: StageId) =>
    production.graphActivity(
      graphActivity(random, {
        time,
        application: legacyTest,
        signIn,
        method,
        path,
        roles: legacyRoles,
        userAgent: 'python-requests/2.31.0',
      }),
      stage,
    );

  const scouting = signInLegacy('2023-12-07');
  for (const [index, path] of [
    '/organization',
    '/users?$select=id,userPrincipalName,jobTitle&$top=999',
    '/servicePrincipals?$top=999',
    '/applications?$select=id,appId,passwordCredentials&$top=999',
    '/directoryRoles?$expand=members',
    '/policies/conditionalAccessPolicies',
  ].entries())
    request(scouting, 'GET', path, later(scouting.createdDateTime, 1 + index * 4), 'enumeration');

  const making = signInLegacy('2023-12-19');
  const madeAt = later(making.createdDateTime, 14);
  request(making, 'POST', '/users', madeAt, 'new-user');
  recordChange(production, random, addUser(newAccount, { time: madeAt, by }), 'new-user');
  request(making, 'POST', '/roleManagement/directory/roleAssignments', later(madeAt, 3), 'new-user');
  recordChange(
    production,
    random,
    addToRole(
      newAccount,
      {
        templateId: '62e90394-69f5-4237-9190-012177145e10',
        displayName: 'Global Administrator',
        wellKnownName: 'TenantAdmins',
      },
      { time: later(madeAt, 3), by },
    ),
    'new-user',
  );

  consent(production, random, nextProxy);

  const granting = signInLegacy('2023-12-21');
  for (const [index, application] of malicious.entries()) {
    const time = later(granting.createdDateTime, 9 + index * 4);
    request(
      granting,
      'POST',
      `/servicePrincipals/${application.servicePrincipalId}/appRoleAssignments`,
      time,
      'full-access',
    );
    const role = {
      id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
      value: 'full_access_as_app',
      displayName: 'Use Exchange Web Services with full access to all mailboxes',
    };
    recordChange(
      production,
      random,
      addAppRoleAssignment(application, exchangeOnline, role, { time, by }),
      'full-access',
    );
  }
  recordChange(
    production,
    random,
    addServicePrincipalSecret(malicious[0], secondKeyId, 'spare', { time: later(granting.createdDateTime, 31), by }),
    'application-credential',
  );

  hide(production, random, nextProxy());
}

/** A spare secret on the malicious application's service principal, made by the legacy application. */
const secondKeyId = new Random('spare key').uuid();

function consent(production: Chronicle, random: Random, nextProxy: () => Place): void {
  const place = nextProxy();
  const signIn = production.signIn(
    userSignIn(random, {
      account: newAccount,
      place,
      time: momentWithin(random, '2023-12-20', 3, 4),
      client: azurePortal,
      resource: microsoftGraph,
      kind: 'interactiveUser',
      isMultiFactor: false,
      foreignUserAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36',
    }),
    'consent',
  );
  production.unifiedAudit(unifiedSignIn(signIn), 'consent');
  for (const [index, application] of malicious.entries()) {
    const when = {
      time: later(signIn.createdDateTime, 6 + index * 3),
      by: { account: newAccount, place },
      correlationId: random.uuid(),
    };
    recordChange(production, random, addServicePrincipal(application, when), 'consent');
    for (const change of adminConsent(application, microsoftGraph, 'User.Read Mail.Read offline_access', when))
      recordChange(production, random, change, 'consent');
  }
}

/** A rule at the service desk keeps the warning about the new application out of sight. */
function hide(production: Chronicle, random: Random, place: Place): void {
  const record = newInboxRule(random, {
    time: momentWithin(random, '2023-12-20', 4.5, 5),
    by: newAccount,
    place,
    mailbox: accountNamed('Service Desk'),
    parameters: {
      Name: '.',
      SubjectOrBodyContainsWords: 'unusual sign-in;suspicious;new application',
      MoveToFolder: 'RSS Feeds',
      MarkAsRead: 'True',
      StopProcessingRules: 'True',
    },
  });
  production.unifiedAudit(record, 'hiding');
}
