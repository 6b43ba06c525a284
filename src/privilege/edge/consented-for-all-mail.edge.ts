import { sql } from '../../store/sql.ts';
import { type Edge, hasPower, nodeOf } from '../edge.ts';

const edge: Edge = {
  edge: 'consented-for-all-mail',
  title: 'may read the mail of all who use it',
  cost: 4,
  why: 'An administrator let the application read mail for all users. It reaches the mailbox of whoever signs in to it, and no other.',
  abuse:
    'Whoever runs the application, or has its credential, waits for users to sign in or sends them a link, without any question of consent, and reads their mail.',
  close: {
    portal: 'Entra admin center > Enterprise applications > the application > Permissions > Admin consent > revoke',
    command: 'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/api/resources/oauth2permissiongrant',
    'https://learn.microsoft.com/en-us/entra/identity-platform/permissions-consent-overview',
  ],
  // The mail of groups is no mailbox of a user. Nobody controls applications of Microsoft.
  rows: sql`
    select f.tenantId, f.clientId as "from", ${nodeOf('mailboxes', sql`f.tenantId`)} as "to",
      'holds ' || f.scope || ' on ' || coalesce(f.resourceName, f.resourceAppId) || ' for all users' as because, f.file_id, f.record
    from fact_scope f left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.clientId
    where f.isForAll and ${hasPower(sql`f.power`, 'mail-read')} and f.scope <> 'Group.ReadWrite.All'
      and p.accountEnabled is distinct from false and p.isMicrosoft is distinct from true`,
  examples: [
    {
      name: 'an archive for all; one for a single user; one that only sends; one of Microsoft',
      records: [
        {
          id: 'r1',
          appId: '00000003-0000-0000-c000-000000000000',
          displayName: 'Microsoft Graph',
          servicePrincipalType: 'Application',
        },
        {
          id: 'c4',
          appId: 'app4',
          displayName: 'Graph explorer',
          servicePrincipalType: 'Application',
          appOwnerOrganizationId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
        },
        { clientId: 'c1', consentType: 'AllPrincipals', id: 'g1', resourceId: 'r1', scope: 'Mail.Read offline_access' },
        { clientId: 'c2', consentType: 'Principal', id: 'g2', principalId: 'u1', resourceId: 'r1', scope: 'Mail.Read' },
        { clientId: 'c3', consentType: 'AllPrincipals', id: 'g3', resourceId: 'r1', scope: 'Mail.Send' },
        { clientId: 'c4', consentType: 'AllPrincipals', id: 'g4', resourceId: 'r1', scope: 'Mail.Read' },
      ],
      edges: ['c1 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
