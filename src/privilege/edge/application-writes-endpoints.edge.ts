import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-endpoints',
  title: 'may make itself or others owners of the service principal',
  cost: 3,
  why: 'By name the permission is for endpoints of service principals. Researchers found that it also adds owners to them; the documentation of Microsoft does not list it for that, so that it may have ceased.',
  abuse:
    'The application makes a user that somebody controls an owner of a service principal, and that user adds a secret to it.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke ServicePrincipalEndpoint.ReadWrite.All',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://posts.specterops.io/azure-privilege-escalation-via-azure-api-permissions-abuse-74aee1006f48',
    'https://learn.microsoft.com/en-us/graph/api/serviceprincipal-post-owners',
  ],
  rows: graphPermissionRows(nodeOf('service-principals', sql`f.tenantId`), ['ServicePrincipalEndpoint.ReadWrite.All']),
  examples: [
    {
      name: 'the permission, and one that reads',
      records: [
        graph,
        permission('p1', permissionId.servicePrincipalEndpointReadWriteAll),
        permission('p2', permissionId.directoryReadAll),
      ],
      edges: ['p1 -> service-principals:unknown tenant'],
    },
  ],
};

export default edge;
