import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-resets-passwords',
  title: 'may reset passwords of users without a role',
  cost: 2,
  why: 'User-PasswordProfile.ReadWrite.All sets passwords as an application. Administrators are out of its reach unless the application has a directory role for that, which is a step of its own.',
  abuse:
    'The application sets the password of somebody who owns an application or a mailbox of worth; the user notices that his own no longer works.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke User-PasswordProfile.ReadWrite.All; give it a directory role for one administrative unit instead',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#user-passwordprofilereadwriteall',
    'https://learn.microsoft.com/en-us/graph/api/user-update',
  ],
  // UserAuthMethod-Password.ReadWrite.All: the reset of a method is not supported for applications.
  rows: graphPermissionRows(nodeOf('ordinary-users', sql`f.tenantId`), ['User-PasswordProfile.ReadWrite.All']),
  examples: [
    {
      name: 'the permission; that for users, which sets none; that for the method password, which works for signed-in users only',
      records: [
        graph,
        permission('p1', permissionId.userPasswordProfileReadWriteAll),
        permission('p2', permissionId.userReadWriteAll),
        permission('p3', permissionId.userAuthMethodPasswordReadWriteAll),
      ],
      edges: ['p1 -> ordinary-users:unknown tenant'],
    },
  ],
};

export default edge;
