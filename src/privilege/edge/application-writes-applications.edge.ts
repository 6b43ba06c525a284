import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId, servicePrincipal } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-applications',
  title: 'may add credentials to every application',
  cost: 1,
  why: 'The permission changes every application and service principal, their credentials and owners too.',
  abuse: 'The application adds a secret to a more powerful one and signs in as it.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Application.ReadWrite.All; Application.ReadWrite.OwnedBy is often enough',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference#applicationreadwriteall'],
  rows: graphPermissionRows(nodeOf('applications', sql`f.tenantId`), ['Application.ReadWrite.All']),
  examples: [
    {
      name: 'the permission, at Microsoft Graph and at the one before it; one for its own applications only',
      records: [
        graph,
        servicePrincipal('former', {
          appId: '00000002-0000-0000-c000-000000000000',
          appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
        }),
        permission('p1', permissionId.applicationReadWriteAll),
        permission('p2', permissionId.applicationReadWriteOwnedBy),
        permission('p3', '1cda74f2-2616-4834-b122-5cb1b07f8a59', 'former'),
      ],
      edges: ['p1 -> applications:unknown tenant', 'p3 -> applications:unknown tenant'],
    },
  ],
};

export default edge;
