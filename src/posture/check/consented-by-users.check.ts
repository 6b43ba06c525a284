import { sql } from '../../store/sql.ts';
import { type Check, needsConsents } from '../check.ts';
import { servicePrincipal, user } from '../graph-record.ts';

const graph = {
  id: 'graph',
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
  servicePrincipalType: 'Application',
};

const grant = (clientId: string, principalId: string | null, scope: string) => ({
  id: `${clientId} ${principalId} ${scope}`,
  clientId,
  consentType: principalId === null ? 'AllPrincipals' : 'Principal',
  principalId,
  resourceId: 'graph',
  scope,
});

const check: Check = {
  check: 'consented-by-users',
  title: 'No application has strong rights by the consent of single users',
  lesson: 'user-consent',
  severity: 'medium',
  risk: 'What single users allowed, nobody reviewed. Such an application reads their mail and files, also after they change their password.',
  incident: 'The intruder had a user of his own consent to his applications. Microsoft asks to look for such consents.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > User consent > Revoke; Properties > Enabled for users to sign-in: No',
    command:
      "Get-MgOauth2PermissionGrant -Filter \"clientId eq '<id>' and consentType eq 'Principal'\" | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }",
  },
  needs: [needsConsents],
  objects: sql`
    select s.tenantId, 'servicePrincipal' as type, s.clientId as id, coalesce(any_value(p.name), s.clientId) as name,
      count(distinct s.principalId) || case when count(distinct s.principalId) = 1 then ' user gave it ' else ' users gave it ' end
        || string_agg(distinct s.scope, ', ' order by s.scope) || coalesce(' on ' || any_value(s.resourceName), '')
        || case when bool_or(p.isForeign) then ', and it belongs to tenant ' || any_value(p.ownerTenantId) else '' end as because,
      min(s.file_id) as file_id, arg_min(s.record, s.file_id * 1e12 + s.record) as record
    from fact_scope s left join fact_service_principal p on p.tenantId = s.tenantId and p.id = s.clientId
    where not s.isForAll and not coalesce(p.isMicrosoft, false)
      and (s.severity in ('critical', 'high') or list_has_any(s.power, ['mail-read', 'files-read']))
    group by s.tenantId, s.clientId, s.resourceAppId`,
  examples: [
    {
      name: 'mail of two users; only their name; mail for everybody, which is another question; an application of Microsoft',
      records: [
        graph,
        servicePrincipal('c1'),
        servicePrincipal('c2'),
        servicePrincipal('c3'),
        servicePrincipal('c4', { appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a' }),
        grant('c1', 'u1', 'User.Read Mail.Read offline_access'),
        grant('c1', 'u2', 'Mail.Read'),
        grant('c2', 'u1', 'User.Read openid'),
        grant('c3', null, 'Mail.ReadWrite'),
        grant('c4', 'u1', 'Mail.ReadWrite'),
      ],
      verdict: 'not-met',
      objects: ['c1'],
    },
    {
      name: 'only their name',
      records: [graph, servicePrincipal('c2'), grant('c2', 'u1', 'User.Read openid')],
      verdict: 'met',
    },
    { name: 'users without consents say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
