import { sql } from '../../store/sql.ts';
import { limitedByPolicy, permissionsWith } from '../application-question.ts';
import { exchange, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, type Need, needsPermissions, needsServicePrincipals } from '../check.ts';
import { accessPolicy, everybody, managementRole } from '../exchange-record.ts';

const needsExchange: Need = {
  what: 'application access policies or management roles of Exchange',
  tenants: sql`select tenantId from now_application_access_policy
    union select tenantId from now_exchange_assignment where assigneeType is distinct from 'RoleGroup'`,
};

/**
 * A role of Exchange adds to a permission of the directory and does not limit it. IMAP, POP and SMTP reach only mailboxes that gave
 * the application a right.
 */
const check: Check = {
  check: 'mail-applications-unscoped',
  title: 'Every application that reads mail, sends it or changes its settings is limited to some mailboxes',
  lesson: 'privileged-applications',
  severity: 'high',
  risk: 'A permission on mail is one on every mailbox, the board among them, though the application may need a single one. An application access policy limits what Graph gives; full_access_as_app it limits only in part. A role with a scope in Exchange limits nothing while the permission stays.',
  incident:
    'full_access_as_app was given for all mailboxes. The intruder picked senior leadership, security and legal.',
  references: [
    'https://learn.microsoft.com/en-us/graph/auth-limit-mailbox-access',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
  ],
  fix: {
    portal:
      'No page does it: in Exchange Online PowerShell give the application a role with a scope, then revoke the permission under Entra admin center > Enterprise applications > the application > Permissions',
    command:
      "New-ServicePrincipal -AppId <app id> -ObjectId <id>; New-ManagementRoleAssignment -App <id> -Role 'Application Mail.Read' -CustomResourceScope <scope>; Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>",
  },
  needs: [needsPermissions, needsServicePrincipals, needsExchange],
  objects: permissionsWith(['mail-read', 'mail-send', 'mail-settings'], {
    condition: sql`f.value not in ('IMAP.AccessAsApp', 'POP.AccessAsApp', 'SMTP.SendAsApp') and not ${limitedByPolicy}`,
    remark: sql`case
      when f.value = 'full_access_as_app' and exists (select 1 from now_application_access_policy a where a.tenantId = f.tenantId and a.appId = p.appId)
        then ' (its application access policy limits that only in part)'
      when exists (select 1 from fact_exchange_role r where r.tenantId = f.tenantId and r.id = f.principalId and r.scope is not null and starts_with(lower(r.role), 'application '))
        then ' (beside a role with a scope in Exchange, which does not limit it)'
      else '' end`,
  }),
  examples: [
    {
      name: 'without a limit, with a role beside it, full access with a policy, kept from a group; limited, by IMAP, headers',
      records: [
        graph,
        exchange,
        everybody,
        servicePrincipal('archive'),
        permission('archive', 'Mail.Read'),
        servicePrincipal('crm'),
        permission('crm', 'Mail.Send'),
        managementRole('Application Mail.Send', 'ServicePrincipal', 'crm', 'Sales only'),
        servicePrincipal('legacy'),
        permission('legacy', 'full_access_as_app'),
        accessPolicy('app-of-legacy'),
        servicePrincipal('signer'),
        permission('signer', 'Mail.ReadBasic.All'),
        permission('signer', 'MailboxSettings.ReadWrite'),
        accessPolicy('app-of-signer', 'DenyAccess'),
        servicePrincipal('rooms'),
        permission('rooms', 'Mail.Read'),
        accessPolicy('app-of-rooms'),
        servicePrincipal('scanner'),
        permission('scanner', 'IMAP.AccessAsApp'),
        servicePrincipal('statistics'),
        permission('statistics', 'Mail.ReadBasic.All'),
      ],
      verdict: 'not-met',
      objects: ['archive', 'crm', 'legacy', 'signer'],
    },
    {
      name: 'limited',
      records: [graph, servicePrincipal('rooms'), permission('rooms', 'Mail.Read'), accessPolicy('app-of-rooms')],
      verdict: 'met',
    },
    {
      name: 'what Exchange says is not there',
      records: [graph, servicePrincipal('archive'), permission('archive', 'Mail.Read')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
