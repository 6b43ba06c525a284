import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, exchange, graph, permission, permissionId, roleId, servicePrincipal } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-administers-exchange',
  title: 'administers Exchange as an application',
  cost: 1,
  why: 'Exchange.ManageAsApp lets an application run commands of Exchange, and a directory role says which: as an Exchange or Global Administrator, all. RoleManagement.ReadWrite.Exchange gives out roles of Exchange, that for reading mail as an application too.',
  abuse:
    'The application gives itself or a user full access to a mailbox, or itself the role Application Mail.Read, and reads the mail.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Exchange.ManageAsApp; or replace its directory role by a role group of Exchange with what it needs',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/powershell/exchange/app-only-auth-powershell-v2',
    'https://learn.microsoft.com/en-us/graph/permissions-reference#rolemanagementreadwriteexchange',
  ],
  // An application cannot activate what it is only eligible for.
  rows: sql`
    select f.tenantId, f.principalId as "from", ${nodeOf('mailboxes', sql`f.tenantId`)} as "to",
      'holds ' || f.value || ' and is ' || h.roleName as because, null::integer as cost, f.file_id, f.record
    from fact_permission f join fact_role_holder h on h.tenantId = f.tenantId and h.principalId = f.principalId
    where f.resourceAppId = '00000002-0000-0ff1-ce00-000000000000' and f.value in ('Exchange.ManageAsApp', 'Exchange.ManageAsAppV2')
      and h.scope = '/' and h.state = 'active' and h.roleId in (select id from known_role where name in ('Exchange Administrator', 'Global Administrator'))
    union all ${graphPermissionRows(nodeOf('mailboxes', sql`f.tenantId`), ['RoleManagement.ReadWrite.Exchange'], sql`2`)}`,
  examples: [
    {
      name: 'the permission with a role; with one that reads; without; the permission to give out roles of Exchange',
      records: [
        exchange,
        graph,
        ...['p1', 'p2', 'p3'].map((id) => servicePrincipal(id)),
        permission('p1', permissionId.exchangeManageAsApp, 'exchange'),
        assignment('p1', roleId.exchangeAdministrator),
        permission('p2', permissionId.exchangeManageAsApp, 'exchange'),
        assignment('p2', roleId.globalReader),
        permission('p3', permissionId.exchangeManageAsApp, 'exchange'),
        permission('p4', permissionId.roleManagementReadWriteExchange),
      ],
      edges: ['p1 -> mailboxes:unknown tenant', 'p4 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
