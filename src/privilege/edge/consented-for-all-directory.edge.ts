import { sql } from '../../store/sql.ts';
import { type Edge, hasPower, nodeOf } from '../edge.ts';

const edge: Edge = {
  edge: 'consented-for-all-directory',
  title: 'may act with the rights of administrators who use it',
  cost: 4,
  why: 'An administrator let the application change roles, permissions or passwords for all users. What it can do depends on who signs in: with a Global Administrator it can do all.',
  abuse:
    'Whoever runs the application, or has its credential, gets an administrator to sign in to it and gives a role or permission, or a new password to another administrator.',
  close: {
    portal: 'Entra admin center > Enterprise applications > the application > Permissions > Admin consent > revoke',
    command: 'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/entra/identity-platform/permissions-consent-overview',
  ],
  // Relations of partners are about the roles in their customers' tenants. Nobody controls applications of Microsoft.
  rows: sql`
    select f.tenantId, f.clientId as "from", ${nodeOf('global-admin', sql`f.tenantId`)} as "to",
      'holds ' || f.scope || ' on ' || coalesce(f.resourceName, f.resourceAppId) || ' for all users' as because, f.file_id, f.record
    from fact_scope f left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.clientId
    where f.isForAll and f.scope <> 'DelegatedAdminRelationship.ReadWrite.All'
      and ${hasPower(sql`f.power`, 'grant-directory-role', 'make-eligible', 'grant-app-role', 'reset-passwords', 'write-authentication-methods')}
      and p.accountEnabled is distinct from false and p.isMicrosoft is distinct from true`,
  examples: [
    {
      name: 'a tool that acts as its user and one for roles; one that reads; one for a single user; one for groups only',
      records: [
        {
          id: 'r1',
          appId: '00000003-0000-0000-c000-000000000000',
          displayName: 'Microsoft Graph',
          servicePrincipalType: 'Application',
        },
        grant('c1', 'Directory.AccessAsUser.All'),
        grant('c2', 'RoleManagement.ReadWrite.Directory User.Read'),
        grant('c3', 'Directory.Read.All'),
        { ...grant('c4', 'Directory.AccessAsUser.All'), consentType: 'Principal', principalId: 'u1' },
        grant('c5', 'GroupMember.Read.All'),
      ],
      edges: ['c1 -> global-admin:unknown tenant', 'c2 -> global-admin:unknown tenant'],
    },
  ],
};

function grant(clientId: string, scope: string): Record<string, unknown> {
  return { clientId, consentType: 'AllPrincipals', id: `g-${clientId}`, principalId: null, resourceId: 'r1', scope };
}

export default edge;
