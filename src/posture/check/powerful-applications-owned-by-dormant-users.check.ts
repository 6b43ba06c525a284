import { sql } from '../../store/sql.ts';
import { dayOf, needsOwners, someOf } from '../application-question.ts';
import { graph, ownedBy, permission, servicePrincipal, user } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals, needsUse, needsUsers } from '../check.ts';

const days = 90;
const unused = { signInActivity: { lastSignInDateTime: '2024-11-01T00:00:00Z' } };

const check: Check = {
  check: 'powerful-applications-owned-by-dormant-users',
  title: `No application with power is owned by an account that nobody used for ${days} days`,
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'Nobody misses the account when it is taken over, and nobody is asked when it adds a secret to the application that it owns.',
  incident:
    'A forgotten account and an application with power were the two ends of the way in. An account that owns such an application is both at once.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Owners: add somebody who looks after it, remove the unused account, and disable that under Users',
    command:
      'Remove-MgApplicationOwnerByRef -ApplicationId <id of the registration> -DirectoryObjectId <owner id>; Update-MgUser -UserId <owner id> -AccountEnabled:$false',
  },
  needs: [needsPermissions, needsServicePrincipals, needsOwners, needsUsers, needsUse],
  objects: sql`
    select o.tenantId, 'servicePrincipal' as type, o.servicePrincipalId as id, o.name,
      'owned by ' || u.name || coalesce(', last used ' || ${dayOf(sql`u.lastUsed`)}, ', who never signed in')
        || ', and holds ' || ${someOf(sql`w.what`)} as because,
      o.file_id, o.record
    from fact_owner o join fact_power w on w.tenantId = o.tenantId and w.id = o.servicePrincipalId
    join fact_user u on u.tenantId = o.ownerTenantId and u.id = o.ownerId
    where w.rank >= 2 and u.accountEnabled is distinct from false and (u.idleDays > ${days} or (u.lastUsed is null and u.createdDateTime is null))`,
  examples: [
    {
      name: 'an unused owner; one that is disabled; one in use; an unused owner of something harmless',
      records: [
        graph,
        user('lee', unused),
        user('gone', { ...unused, accountEnabled: false }),
        user('kim'),
        servicePrincipal('archive', ownedBy('kim', 'lee')),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy', ownedBy('gone')),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('portal', ownedBy('lee')),
        permission('portal', 'MailboxSettings.Read'),
      ],
      verdict: 'not-met',
      objects: ['archive'],
    },
    {
      name: 'an owner in use',
      records: [graph, user('kim'), servicePrincipal('archive', ownedBy('kim')), permission('archive', 'Mail.Read')],
      verdict: 'met',
    },
    {
      name: 'users without their sign-in times',
      records: [
        graph,
        user('lee', { signInActivity: null }),
        servicePrincipal('archive', ownedBy('lee')),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
