import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-makes-eligible',
  title: 'makes users eligible for every directory role',
  cost: 2,
  why: 'The permission makes anyone eligible for a directory role, Global Administrator among them.',
  abuse:
    'The application makes a user that somebody controls eligible, who then activates the role; an approval may stand in between.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke RoleEligibilitySchedule.ReadWrite.Directory',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#roleeligibilityschedulereadwritedirectory',
  ],
  rows: graphPermissionRows(nodeOf('global-admin', sql`f.tenantId`), ['RoleEligibilitySchedule.ReadWrite.Directory']),
  examples: [
    {
      name: 'the permission; one for groups only',
      records: [
        graph,
        permission('p1', permissionId.roleEligibilityScheduleReadWriteDirectory),
        permission('p2', permissionId.privilegedEligibilityScheduleReadWriteAzureAdGroup),
      ],
      edges: ['p1 -> global-admin:unknown tenant'],
    },
  ],
};

export default edge;
