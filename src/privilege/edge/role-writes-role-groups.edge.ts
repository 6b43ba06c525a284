import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-writes-role-groups',
  title: 'may add members to groups that can hold roles',
  cost: 1,
  why: 'The role changes members and owners of groups that can be given directory roles.',
  abuse: 'The holder adds himself to a group and has the directory roles that it has.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Privileged Role Administrator > Assignments > remove; keep it eligible with approval only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept'],
  rows: builtInRoleRows(nodeOf('role-groups', sql`f.tenantId`), 'Privileged Role Administrator'),
  examples: [
    {
      name: 'Privileged Role Administrator; an administrator of the other groups',
      records: [assignment('u1', roleId.privilegedRoleAdministrator), assignment('u2', roleId.groupsAdministrator)],
      edges: [`role:unknown tenant:${roleId.privilegedRoleAdministrator} -> role-groups:unknown tenant`],
    },
  ],
};

export default edge;
