import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-groups',
  title: 'may change groups without roles',
  cost: 1,
  why: 'Group.ReadWrite.All changes members and owners of groups, except of those that can be given directory roles.',
  abuse: 'The application adds a user, or itself, to a group and has what the group opens.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Group.ReadWrite.All; resource-specific consent is enough for single teams',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference#groupreadwriteall'],
  rows: graphPermissionRows(nodeOf('groups', sql`f.tenantId`), ['Group.ReadWrite.All']),
  examples: [
    {
      name: 'the permission; one that reads members',
      records: [
        graph,
        permission('p1', permissionId.groupReadWriteAll),
        permission('p2', permissionId.groupMemberReadAll),
      ],
      edges: ['p1 -> groups:unknown tenant'],
    },
  ],
};

export default edge;
