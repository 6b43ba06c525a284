import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-assigns-roles',
  title: 'assigns every directory role',
  cost: 1,
  why: 'The permission assigns directory roles without a limit, Global Administrator among them.',
  abuse:
    'The application assigns Global Administrator to itself or, where it may only write schedules, to a user that somebody controls.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke RoleManagement.ReadWrite.Directory',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#rolemanagementreadwritedirectory',
    'https://learn.microsoft.com/en-us/graph/api/rbacapplication-post-roleassignmentschedulerequests',
  ],
  // PrivilegedAccess.ReadWrite.AzureAD was for an interface that applications could never use as themselves.
  rows: sql`
    ${graphPermissionRows(nodeOf('global-admin', sql`f.tenantId`), ['RoleManagement.ReadWrite.Directory'])}
    union all ${graphPermissionRows(nodeOf('global-admin', sql`f.tenantId`), ['RoleAssignmentSchedule.ReadWrite.Directory'], sql`2`)}`,
  examples: [
    {
      name: 'both permissions; one that reads; one that works for users only; one for the customers of a partner',
      records: [
        graph,
        permission('p1', permissionId.roleManagementReadWriteDirectory),
        permission('p2', permissionId.roleAssignmentScheduleReadWriteDirectory),
        permission('p3', permissionId.roleManagementReadDirectory),
        permission('p4', permissionId.privilegedAccessReadWriteAzureAd),
        permission('p5', permissionId.delegatedAdminRelationshipReadWriteAll),
      ],
      edges: ['p1 -> global-admin:unknown tenant', 'p2 -> global-admin:unknown tenant'],
    },
  ],
};

export default edge;
