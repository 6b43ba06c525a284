import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-writes-consent-policy',
  title: 'may write the rules of consent',
  cost: 3,
  why: 'The permission writes the conditions under which a permission may be granted. A rule that lets the application have RoleManagement.ReadWrite.Directory has been shown to end in Global Administrator.',
  abuse:
    'The application adds a condition for itself and that permission to a policy, takes the permission, and assigns the role. The policy must be one that counts for somebody whom the attacker controls.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke Policy.ReadWrite.PermissionGrant',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#policyreadwritepermissiongrant',
    'https://github.com/emiliensocchi/azure-tiering',
    'https://learn.microsoft.com/en-us/graph/api/permissiongrantpolicy-post-includes',
  ],
  rows: graphPermissionRows(nodeOf('global-admin', sql`f.tenantId`), ['Policy.ReadWrite.PermissionGrant']),
  examples: [
    {
      name: 'the permission; that for the policy of authorization, which writes no conditions',
      records: [
        graph,
        permission('p1', permissionId.policyReadWritePermissionGrant),
        permission('p2', permissionId.policyReadWriteAuthorization),
      ],
      edges: ['p1 -> global-admin:unknown tenant'],
    },
  ],
};

export default edge;
