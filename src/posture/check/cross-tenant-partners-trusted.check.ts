import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { b2bAccess, crossTenantAccess } from '../graph-record.ts';
import { partnerName, trustWords } from '../partner-words.ts';

const check: Check = {
  check: 'cross-tenant-partners-trusted',
  title: 'No other tenant is trusted to have asked for the second factor',
  lesson: 'tenant-trust',
  severity: 'medium',
  risk: 'How strong the proof is, the other tenant decides. Whoever breaks in there comes in here without being asked.',
  incident: 'One tenant trusted the other, and the weaker one was broken into.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-settings-b2b-collaboration',
    'https://posts.specterops.io/microsoft-breach-what-happened-what-should-azure-admins-do-da2b7e674ebc',
  ],
  fix: {
    portal:
      'Entra admin center > External Identities > Cross-tenant access settings > Organizational settings > the tenant > Inbound access > Trust settings: keep only where you know how it is guarded',
    command:
      'Update-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationPartnerTenantId <tenant id> -InboundTrust @{ IsMfaAccepted = $false; IsCompliantDeviceAccepted = $false; IsHybridAzureADJoinedDeviceAccepted = $false }',
  },
  needs: [exported('settings of cross-tenant access', 'partner')],
  objects: sql`
    select p.tenantId, 'tenant' as type, p.partner as id, ${partnerName} as name, 'trusts its ' || replace(p.words, 'the second', 'second')
      || case when p.collaborationInbound = 'allowed' then '; its users may come in as guests' else '' end
      || case when p.directConnectInbound = 'allowed' then '; its users reach shared channels' else '' end as because, p.file_id, p.record
    from (${trustWords}) p where p.partner <> 'default' and p.words <> ''`,
  examples: [
    {
      name: 'one that is trusted, one that is only named',
      records: [
        crossTenantAccess(undefined),
        crossTenantAccess('t2', {
          inboundTrust: {
            isMfaAccepted: true,
            isCompliantDeviceAccepted: true,
            isHybridAzureADJoinedDeviceAccepted: false,
          },
          b2bCollaborationInbound: b2bAccess('allowed'),
        }),
        crossTenantAccess('t3'),
      ],
      verdict: 'not-met',
      objects: ['t2'],
    },
    {
      name: 'one that is only named',
      records: [crossTenantAccess(undefined), crossTenantAccess('t3')],
      verdict: 'met',
    },
    {
      name: 'a tenant without these settings',
      records: [{ id: 'u1', userPrincipalName: 'u1@frostline.example', displayName: 'u1', accountEnabled: true }],
      verdict: 'not-examined',
    },
  ],
};

export default check;
