import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-resets-admin-passwords',
  title: 'may take over every user, administrators too',
  cost: 1,
  why: 'The role sets passwords and sign-in methods of every user, also of Global Administrators.',
  abuse:
    'The holder gives an administrator a temporary access pass, or a new password and phone, and signs in as him, past multifactor authentication.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Privileged Authentication Administrator > Assignments > remove; keep it eligible with approval only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-reset-passwords',
  ],
  rows: builtInRoleRows(nodeOf('users', sql`f.tenantId`), 'Privileged Authentication Administrator'),
  examples: [
    {
      name: 'Privileged Authentication Administrator; one who may reset only users without a role',
      records: [
        assignment('u1', roleId.privilegedAuthenticationAdministrator),
        assignment('u2', roleId.helpdeskAdministrator),
      ],
      edges: [`role:unknown tenant:${roleId.privilegedAuthenticationAdministrator} -> users:unknown tenant`],
    },
  ],
};

export default edge;
