import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-group-members',
  title: 'may add members to groups without roles',
  cost: 1,
  why: 'The permission changes members of groups, except of those that can be given directory roles; that for members of teams does so for the groups behind teams.',
  abuse: 'The application adds a user, or itself, to a group and has what the group opens.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke GroupMember.ReadWrite.All or TeamMember.ReadWrite.All',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#groupmemberreadwriteall',
    'https://learn.microsoft.com/en-us/graph/permissions-reference#teammemberreadwriteall',
  ],
  // Which Microsoft 365 groups are teams is not exported.
  rows: sql`
    ${graphPermissionRows(nodeOf('groups', sql`f.tenantId`), ['GroupMember.ReadWrite.All'])}
    union all ${graphPermissionRows(nodeOf('microsoft-365-groups', sql`f.tenantId`), ['TeamMember.ReadWrite.All'], sql`3`)}`,
  examples: [
    {
      name: 'both permissions; one that reads',
      records: [
        graph,
        permission('p1', permissionId.groupMemberReadWriteAll),
        permission('p2', permissionId.teamMemberReadWriteAll),
        permission('p3', permissionId.groupMemberReadAll),
      ],
      edges: ['p1 -> groups:unknown tenant', 'p2 -> microsoft-365-groups:unknown tenant'],
    },
  ],
};

export default edge;
