import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId, user } from '../example-records.ts';

const edge: Edge = {
  edge: 'global-administrator-opens-mail',
  title: 'administers Exchange as Global Administrator',
  cost: 1,
  why: 'A Global Administrator is an administrator of Exchange and may give himself full access to any mailbox.',
  abuse:
    'The administrator adds himself to a mailbox with full access, or an application with a permission for all mail.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Global Administrator > Assignments > as few as can be, eligible only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#global-administrator',
  ],
  rows: sql`
    select tenantId, ${nodeOf('global-admin', sql`tenantId`)} as "from", ${nodeOf('mailboxes', sql`tenantId`)} as "to",
      'Global Administrators administer Exchange' as because, file_id, record
    from (select tenantId, min(file_id) as file_id, arg_min(record, file_id) as record from fact_principal group by tenantId)`,
  examples: [
    {
      name: 'in every tenant; the role beside it leads elsewhere',
      records: [user('u1'), assignment('u1', roleId.globalReader)],
      edges: ['global-admin:unknown tenant -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
