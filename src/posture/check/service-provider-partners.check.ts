import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { crossTenantAccess } from '../graph-record.ts';
import { partnerName } from '../partner-words.ts';

const check: Check = {
  check: 'service-provider-partners',
  title: 'No service provider may act in this tenant',
  lesson: 'tenant-trust',
  severity: 'medium',
  risk: 'Whoever breaks into the provider administers its customers, you among them.',
  incident: 'This group has come to its victims through resellers and service providers since 2021.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2021/10/25/nobelium-targeting-delegated-administrative-privileges-to-facilitate-broader-attacks/',
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-overview',
  ],
  fix: {
    portal:
      'Microsoft 365 admin center > Settings > Partner relationships > the partner > Remove roles; give granular roles for a time if it is needed',
    command:
      'Remove-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationPartnerTenantId <tenant id>   # after the relationship was ended: Get-MgTenantRelationshipDelegatedAdminRelationship',
  },
  needs: [exported('settings of cross-tenant access', 'partner')],
  objects: sql`
    select p.tenantId, 'tenant' as type, p.partner as id, ${partnerName} as name, 'is a service provider of this tenant'
      || case when p.trustsMfa then ', and its second factor is trusted' else '' end as because, p.file_id, p.record
    from now_partner p where p.isServiceProvider and p.partner <> 'default'`,
  examples: [
    {
      name: 'a provider and a partner',
      records: [crossTenantAccess('t2', { isServiceProvider: true }), crossTenantAccess('t3')],
      verdict: 'not-met',
      objects: ['t2'],
    },
    { name: 'a partner', records: [crossTenantAccess('t3')], verdict: 'met' },
    {
      name: 'a tenant without these settings',
      records: [{ id: 'u1', userPrincipalName: 'u1@frostline.example', displayName: 'u1', accountEnabled: true }],
      verdict: 'not-examined',
    },
  ],
};

export default check;
