import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-users',
  title: 'may change what users without a role reset their passwords with',
  cost: 3,
  why: 'User.ReadWrite.All sets no passwords as an application. It does set phone numbers and other addresses of users without an administrator role, and those serve for the reset of a forgotten password where nothing else is registered.',
  abuse:
    'The application enters a phone or address of somebody else and the password is reset with it, if self-service reset is on and takes that way for the user.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke User.ReadWrite.All; User.Read.All and single permissions such as User.EnableDisableAccount.All are often enough',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#userreadwriteall',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-sspr-authenticationdata',
  ],
  rows: graphPermissionRows(nodeOf('ordinary-users', sql`f.tenantId`), [
    'User.ReadWrite.All',
    'Directory.ReadWrite.All',
  ]),
  examples: [
    {
      name: 'the permission; the one that reads',
      records: [graph, permission('p1', permissionId.userReadWriteAll), permission('p2', permissionId.userReadAll)],
      edges: ['p1 -> ordinary-users:unknown tenant'],
    },
  ],
};

export default edge;
