import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-directory',
  title: 'may add members to groups without roles',
  cost: 1,
  why: 'Directory.ReadWrite.All changes members and owners of groups, except of those that can be given directory roles. It sets no passwords and adds no credentials.',
  abuse: 'The application adds a user, or itself, to a group and has what the group opens.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Directory.ReadWrite.All; give it the narrower permissions that it needs',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#directoryreadwriteall',
    'https://posts.specterops.io/directory-readwrite-all-is-not-as-powerful-as-you-might-think-c5b09a8f78a8',
  ],
  rows: graphPermissionRows(nodeOf('groups', sql`f.tenantId`), ['Directory.ReadWrite.All']),
  examples: [
    {
      name: 'the permission; the one that reads',
      records: [
        graph,
        permission('p1', permissionId.directoryReadWriteAll),
        permission('p2', permissionId.directoryReadAll),
      ],
      edges: ['p1 -> groups:unknown tenant'],
    },
  ],
};

export default edge;
