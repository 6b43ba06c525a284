import { sql } from '../../store/sql.ts';
import { needsOwners, someOf } from '../application-question.ts';
import {
  applicationAdministrator,
  directoryRole,
  graph,
  ownedBy,
  permission,
  servicePrincipal,
  user,
} from '../application-record.ts';
import { type Check, needsPermissions, needsRoles, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'powerful-applications-owned-by-ordinary-users',
  title: 'No application with power is owned by somebody who is no administrator',
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'An owner adds a secret to his application and signs in as it: he has all that it may do. A guessed password of an ordinary user becomes the power of the application.',
  incident:
    'The intruder went from one weak account to an application with power. Owning it is the shortest way from the one to the other.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-applications',
  ],
  fix: {
    portal:
      'Entra admin center > App registrations > the application > Owners > remove; the same under Enterprise applications',
    command:
      'Remove-MgApplicationOwnerByRef -ApplicationId <id of the registration> -DirectoryObjectId <owner id>; Remove-MgServicePrincipalOwnerByRef -ServicePrincipalId <id> -DirectoryObjectId <owner id>',
  },
  needs: [needsPermissions, needsServicePrincipals, needsOwners, needsRoles],
  objects: sql`
    select o.tenantId, 'servicePrincipal' as type, o.servicePrincipalId as id, o.name,
      'owned by ' || string_agg(distinct o.ownerName || case when o.ownerTenantId <> o.tenantId then ' of tenant ' || o.ownerTenantId else '' end, ', '
        order by o.ownerName || case when o.ownerTenantId <> o.tenantId then ' of tenant ' || o.ownerTenantId else '' end)
        || ' without a privileged role here, and holds ' || any_value(${someOf(sql`w.what`)}) as because,
      min(o.file_id) as file_id, arg_min(o.record, o.file_id) as record
    from fact_owner o join fact_power w on w.tenantId = o.tenantId and w.id = o.servicePrincipalId
    where w.rank >= 2 and o.ownerType = 'user'
      and not exists (select 1 from fact_admin a where a.tenantId = o.tenantId and a.id = o.ownerId)
    group by o.tenantId, o.servicePrincipalId, o.name`,
  examples: [
    {
      name: 'owned by an ordinary user; by an administrator; without power',
      records: [
        graph,
        user('kim'),
        user('ada'),
        directoryRole('ada', applicationAdministrator),
        servicePrincipal('archive', ownedBy('kim', 'ada')),
        permission('archive', 'Mail.Read'),
        servicePrincipal('deploy', ownedBy('ada')),
        permission('deploy', 'Application.ReadWrite.All'),
        servicePrincipal('portal', ownedBy('kim')),
        permission('portal', 'MailboxSettings.Read'),
      ],
      verdict: 'not-met',
      objects: ['archive'],
    },
    {
      name: 'owned by an administrator',
      records: [
        graph,
        user('ada'),
        directoryRole('ada', applicationAdministrator),
        servicePrincipal('deploy', ownedBy('ada')),
        permission('deploy', 'Application.ReadWrite.All'),
      ],
      verdict: 'met',
    },
    {
      name: 'who is administrator is not there',
      records: [graph, user('kim'), servicePrincipal('archive', ownedBy('kim')), permission('archive', 'Mail.Read')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
