import { sql } from '../../store/sql.ts';
import { dayOf, whoseApplication } from '../application-question.ts';
import {
  directoryReaders,
  directoryRole,
  exchange,
  exchangeAdministrator,
  permission,
  servicePrincipal,
} from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';
import { roleGroup } from '../exchange-record.ts';

/** Exchange.ManageAsApp opens the door; what the application may do behind it is said by a directory role or a role of Exchange. */
const check: Check = {
  check: 'applications-administer-exchange',
  title: 'No application may administer Exchange Online',
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'With Exchange.ManageAsApp and the role of an Exchange administrator it gives itself or anybody every mailbox, sets forwarding, and turns the audit of mailboxes off. The permission alone does nothing until somebody adds the role.',
  incident:
    'Not known to have been used in this intrusion, which took the permission on mailboxes itself. It is the other way for an application to every mailbox.',
  references: [
    'https://learn.microsoft.com/en-us/powershell/exchange/app-only-auth-powershell-v2',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/permissions-exo',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke; or Roles and administrators > Exchange Administrator > remove it, and give a role group of Exchange with what it needs',
    command:
      'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>; Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <role assignment id>',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: sql`
    select f.tenantId, 'servicePrincipal' as type, f.principalId as id, coalesce(p.name, f.principalId) as name,
      'holds ' || f.value || ' on ' || coalesce(f.resourceName, f.resourceAppId) || coalesce(' since ' || ${dayOf(sql`f.createdDateTime`)}, '')
        || case when starts_with(f.value, 'Exchange.ManageAsApp') then coalesce(' and the directory role ' || r.roles, ' and in Exchange the roles ' || e.roles,
          case when f.tenantId in (select tenantId from now_role_assignment) then ', without an exported role that would let it use it'
            else ' (directory roles are not in the case)' end) else '' end
        || coalesce(${whoseApplication}, '') as because,
      f.file_id, f.record
    from fact_permission f
    left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.principalId
    left join (
      select tenantId, principalId, string_agg(distinct roleName || case when state = 'eligible' then ' (eligible)' else '' end, ', ') as roles
      from fact_role_holder where list_has_any(power, ['exchange-admin', 'global', 'mail-settings']) group by all
    ) r on r.tenantId = f.tenantId and r.principalId = f.principalId
    left join (
      select tenantId, id, string_agg(distinct role || coalesce(' in scope ' || scope, ''), ', ') as roles from fact_exchange_role group by all
    ) e on e.tenantId = f.tenantId and e.id = f.principalId
    where list_contains(f.power, 'exchange-admin') and not coalesce(p.isMicrosoft, false)`,
  examples: [
    {
      name: 'one with the role, one in a role group, one without, one with a harmless role only',
      records: [
        exchange,
        servicePrincipal('mail-admin'),
        permission('mail-admin', 'Exchange.ManageAsApp'),
        directoryRole('mail-admin', exchangeAdministrator),
        servicePrincipal('report'),
        permission('report', 'Exchange.ManageAsApp'),
        directoryRole('report', directoryReaders),
        servicePrincipal('provisioning'),
        permission('provisioning', 'Exchange.ManageAsApp'),
        roleGroup('Provisioning', ['Mail Recipients'], ['provisioning']),
        servicePrincipal('reader'),
        directoryRole('reader', directoryReaders),
      ],
      verdict: 'not-met',
      objects: ['mail-admin', 'provisioning', 'report'],
    },
    {
      name: 'access to mailboxes is not administration',
      records: [exchange, servicePrincipal('scanner'), permission('scanner', 'IMAP.AccessAsApp')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [exchange, servicePrincipal('report')], verdict: 'not-examined' },
  ],
};

export default check;
