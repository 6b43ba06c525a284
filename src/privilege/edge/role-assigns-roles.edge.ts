import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-assigns-roles',
  title: 'may assign every directory role',
  cost: 1,
  why: 'The role manages the assignments of all directory roles, Global Administrator among them.',
  abuse: 'The holder assigns Global Administrator to himself or to an account that he made, and signs in again.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Privileged Role Administrator > Assignments > remove; keep it eligible with approval only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#privileged-role-administrator',
  ],
  rows: builtInRoleRows(nodeOf('global-admin', sql`f.tenantId`), 'Privileged Role Administrator'),
  examples: [
    {
      name: 'Privileged Role Administrator; the same for one administrative unit elsewhere; a role that only reads',
      records: [
        assignment('u1', roleId.privilegedRoleAdministrator),
        assignment('u2', roleId.globalReader),
        assignment('u3', roleId.groupsAdministrator),
      ],
      edges: [`role:unknown tenant:${roleId.privilegedRoleAdministrator} -> global-admin:unknown tenant`],
    },
    {
      name: 'nobody has it for the whole tenant',
      records: [assignment('u1', roleId.privilegedRoleAdministrator, '/administrativeUnits/a1')],
      edges: [],
    },
  ],
};

export default edge;
