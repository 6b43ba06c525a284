import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { exchange, graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const values = ['AppRoleAssignment.ReadWrite.All'];

const edge: Edge = {
  edge: 'application-grants-app-roles',
  title: 'grants itself every application permission',
  cost: 1,
  why: 'The permission grants application permissions of every resource, Microsoft Graph among them, without the consent of an administrator.',
  abuse:
    'The application grants itself RoleManagement.ReadWrite.Directory and then assigns Global Administrator, or full_access_as_app and then reads all mail.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke AppRoleAssignment.ReadWrite.All',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference#approleassignmentreadwriteall'],
  rows: sql`
    ${graphPermissionRows(nodeOf('global-admin', sql`f.tenantId`), values)}
    union all ${graphPermissionRows(nodeOf('mailboxes', sql`f.tenantId`), values)}`,
  examples: [
    {
      name: 'the permission; one that reads; an id of the same number at another resource',
      records: [
        graph,
        exchange,
        permission('p1', permissionId.appRoleAssignmentReadWriteAll),
        permission('p2', permissionId.directoryReadAll),
        permission('p3', permissionId.appRoleAssignmentReadWriteAll, 'exchange'),
      ],
      edges: ['p1 -> global-admin:unknown tenant', 'p1 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
