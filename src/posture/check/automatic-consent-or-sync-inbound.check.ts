import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { crossTenantAccess } from '../graph-record.ts';
import { partnerName } from '../partner-words.ts';

const check: Check = {
  check: 'automatic-consent-or-sync-inbound',
  title: 'No other tenant puts its users into this one',
  lesson: 'tenant-trust',
  severity: 'high',
  risk: 'Whoever administers the other tenant makes accounts in this one, as members if he likes, and keeps them there.',
  incident: 'Rights that one tenant had in another were the bridge. Synchronisation builds such a bridge for accounts.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview',
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-settings-b2b-collaboration',
  ],
  fix: {
    portal:
      'Entra admin center > External Identities > Cross-tenant access settings > Organizational settings > the tenant > Inbound access > Cross-tenant sync: off; Trust settings > Automatic redemption: off',
    command:
      'Invoke-MgGraphRequest -Method PATCH -Uri https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners/<tenant id>/identitySynchronization -Body \'{"userSyncInbound":{"isSyncAllowed":false}}\'',
  },
  needs: [exported('settings of cross-tenant access', 'partner')],
  objects: sql`
    select p.tenantId, case when p.partner = 'default' then 'policy' else 'tenant' end as type, p.partner as id,
      case when p.partner = 'default' then 'Default of cross-tenant access' else ${partnerName} end as name,
      array_to_string(list_filter([case when p.syncsUsersInbound then 'may synchronise its users into this tenant' end,
        case when p.consentsInbound then 'its users come in without redeeming an invitation' end], lambda w: w is not null), '; ') as because, p.file_id, p.record
    from now_partner p where p.syncsUsersInbound or p.consentsInbound`,
  examples: [
    {
      name: 'one that synchronises, one whose users are let in, one that is only named',
      records: [
        crossTenantAccess(undefined),
        crossTenantAccess('t2', {
          identitySynchronization: { tenantId: 't2', userSyncInbound: { isSyncAllowed: true } },
        }),
        crossTenantAccess('t3', { automaticUserConsentSettings: { inboundAllowed: true, outboundAllowed: false } }),
        crossTenantAccess('t4', { automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: true } }),
      ],
      verdict: 'not-met',
      objects: ['t2', 't3'],
    },
    {
      name: 'one that is only named',
      records: [crossTenantAccess(undefined), crossTenantAccess('t4')],
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
