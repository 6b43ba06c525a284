import { sql } from '../../store/sql.ts';
import { type Edge, hasPower, mailboxNode } from '../edge.ts';

const edge: Edge = {
  edge: 'consented-for-user',
  title: 'may read mail for the user',
  cost: 2,
  why: 'The user, or somebody for him, let the application read his mail. It can while he signs in to it, or as long as its refresh token lasts.',
  abuse:
    'Whoever runs the application, or has its credential and a refresh token, reads the mailbox. A changed password ends that only where it revokes the tokens.',
  close: {
    portal: 'Entra admin center > Enterprise applications > the application > Permissions > User consent > revoke',
    command:
      'Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId <grant id>; Revoke-MgUserSignInSession -UserId <user id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/api/resources/oauth2permissiongrant',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  // The mail of groups and searches by an eDiscovery manager are other things than the user's mailbox. Nobody controls applications of Microsoft.
  rows: sql`
    select f.tenantId, f.clientId as "from", ${mailboxNode(sql`f.tenantId`, sql`m.address`)} as "to",
      'holds ' || f.scope || ' on ' || coalesce(f.resourceName, f.resourceAppId) || ' for this user' as because, f.file_id, f.record
    from fact_scope f join fact_mailbox m on m.tenantId = f.tenantId and m.userId = f.principalId
    left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.clientId
    where not f.isForAll and ${hasPower(sql`f.power`, 'mail-read')} and f.scope not in ('Group.ReadWrite.All', 'eDiscovery.ReadWrite.All')
      and p.accountEnabled is distinct from false and p.isMicrosoft is distinct from true`,
  examples: [
    {
      name: 'an add-in that reads mail; one that reads the profile; one that has been disabled',
      records: [
        {
          id: 'r1',
          appId: '00000003-0000-0000-c000-000000000000',
          displayName: 'Microsoft Graph',
          servicePrincipalType: 'Application',
        },
        {
          id: 'c3',
          appId: 'app3',
          displayName: 'Old add-in',
          servicePrincipalType: 'Application',
          accountEnabled: false,
        },
        {
          id: 'u1',
          userPrincipalName: 'nora.lind@frostline.example',
          displayName: 'Nora Lind',
          mail: 'nora.lind@frostline.example',
        },
        grant('c1', 'Mail.ReadWrite offline_access'),
        grant('c2', 'User.Read openid'),
        grant('c3', 'Mail.ReadWrite offline_access'),
      ],
      edges: ['c1 -> mailbox:unknown tenant:nora.lind@frostline.example'],
    },
  ],
};

function grant(clientId: string, scope: string): Record<string, unknown> {
  return { clientId, consentType: 'Principal', id: `g-${clientId}`, principalId: 'u1', resourceId: 'r1', scope };
}

export default edge;
