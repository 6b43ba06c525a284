import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { graph, permission, permissionId } from '../example-records.ts';
import { graphPermissionRows } from '../rows.ts';

const edge: Edge = {
  edge: 'application-grants-delegated',
  title: 'may consent for every user',
  cost: 4,
  why: 'The permission consents to delegated permissions in the name of all users, so also to Mail.Read for any application.',
  abuse:
    'The application consents for another one; whoever signs in to that one, led there by a link, hands out his mail.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke DelegatedPermissionGrant.ReadWrite.All',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference#delegatedpermissiongrantreadwriteall',
    'https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-post',
  ],
  rows: graphPermissionRows(nodeOf('mailboxes', sql`f.tenantId`), ['DelegatedPermissionGrant.ReadWrite.All']),
  examples: [
    {
      name: 'the permission; the one that reads',
      records: [
        graph,
        permission('p1', permissionId.delegatedPermissionGrantReadWriteAll),
        permission('p2', permissionId.delegatedPermissionGrantReadAll),
      ],
      edges: ['p1 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
