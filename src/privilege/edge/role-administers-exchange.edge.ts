import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-administers-exchange',
  title: 'administers Exchange',
  cost: 1,
  why: 'An Exchange administrator may give anyone, himself too, full access to any mailbox.',
  abuse:
    'The holder adds himself to a mailbox with full access, or gives an application a role in Exchange, and reads the mail.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Exchange Administrator > Assignments > remove; keep it eligible only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#exchange-administrator',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/add-mailboxpermission',
  ],
  rows: builtInRoleRows(nodeOf('mailboxes', sql`f.tenantId`), 'Exchange Administrator'),
  examples: [
    {
      name: 'Exchange Administrator; an administrator of Teams',
      records: [assignment('u1', roleId.exchangeAdministrator), assignment('u2', roleId.teamsAdministrator)],
      edges: [`role:unknown tenant:${roleId.exchangeAdministrator} -> mailboxes:unknown tenant`],
    },
  ],
};

export default edge;
