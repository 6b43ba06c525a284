import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-domains',
  title: 'may federate a domain',
  cost: 3,
  why: 'The permission says who vouches for the users of a domain. A token from there is taken for a sign-in, with the claim that a second factor was given.',
  abuse:
    'The application federates a domain with a server of its own and makes a token for a user. The user must have an immutable id, and the domain must be one that can be federated.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Domain.ReadWrite.All or Domain-InternalFederation.ReadWrite.All',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#domainreadwriteall',
    'https://learn.microsoft.com/en-us/graph/api/domain-post-federationconfiguration',
    'https://attack.mitre.org/techniques/T1484/002/',
  ],
  rows: graphPermissionRows(nodeOf('users', sql`f.tenantId`), [
    'Domain.ReadWrite.All',
    'Domain-InternalFederation.ReadWrite.All',
  ]),
  examples: [
    {
      name: 'both permissions; the one that reads',
      records: [
        graph,
        permission('p1', permissionId.domainReadWriteAll),
        permission('p2', permissionId.domainInternalFederationReadWriteAll),
        permission('p3', permissionId.domainReadAll),
      ],
      edges: ['p1 -> users:unknown tenant', 'p2 -> users:unknown tenant'],
    },
  ],
};

export default edge;
