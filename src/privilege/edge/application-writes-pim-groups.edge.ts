import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const assigns = ['PrivilegedAccess.ReadWrite.AzureADGroup', 'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup'];
const makesEligible = ['PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup'];

const edge: Edge = {
  edge: 'application-writes-pim-groups',
  title: 'may add members to groups that can hold roles',
  cost: 1,
  why: 'The permission assigns members and owners of groups through Privileged Identity Management, also of groups that can be given directory roles; that for eligibilities lets them be activated.',
  abuse:
    'The application makes a user that somebody controls a member or owner of a group with Global Administrator or another role.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke PrivilegedAccess.ReadWrite.AzureADGroup, PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup or PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#privilegedaccessreadwriteazureadgroup',
    'https://learn.microsoft.com/en-us/graph/api/privilegedaccessgroup-post-assignmentschedulerequests',
  ],
  rows: sql`
    ${graphPermissionRows(nodeOf('role-groups', sql`f.tenantId`), assigns)}
    union all ${graphPermissionRows(nodeOf('groups', sql`f.tenantId`), assigns)}
    union all ${graphPermissionRows(nodeOf('role-groups', sql`f.tenantId`), makesEligible, sql`2`)}
    union all ${graphPermissionRows(nodeOf('groups', sql`f.tenantId`), makesEligible, sql`2`)}`,
  examples: [
    {
      name: 'permissions for members and for eligibilities; one that reads; one for groups that have no roles',
      records: [
        graph,
        permission('p1', permissionId.privilegedAccessReadWriteAzureAdGroup),
        permission('p2', permissionId.privilegedEligibilityScheduleReadWriteAzureAdGroup),
        permission('p3', permissionId.privilegedEligibilityScheduleReadAzureAdGroup),
        permission('p4', permissionId.groupReadWriteAll),
      ],
      edges: [
        'p1 -> groups:unknown tenant',
        'p1 -> role-groups:unknown tenant',
        'p2 -> groups:unknown tenant',
        'p2 -> role-groups:unknown tenant',
      ],
    },
  ],
};

export default edge;
