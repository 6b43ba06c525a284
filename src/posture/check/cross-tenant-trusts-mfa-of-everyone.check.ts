import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { crossTenantAccess } from '../graph-record.ts';
import { trustWords } from '../partner-words.ts';

const trusts = { isMfaAccepted: true, isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false };

const check: Check = {
  check: 'cross-tenant-trusts-mfa-of-everyone',
  title: 'The second factor of any other tenant is not taken for granted',
  lesson: 'tenant-trust',
  severity: 'high',
  risk: 'Anybody can make a tenant in minutes and say there that a second factor was given, or that a device is managed. A guest from it passes your policies without either.',
  incident: 'From a tenant that nobody guarded the way led into another by trust.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-settings-b2b-collaboration',
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-overview',
  ],
  fix: {
    portal:
      'Entra admin center > External Identities > Cross-tenant access settings > Default settings > Inbound access settings > Trust settings: nothing; trust single tenants under Organizational settings',
    command:
      'Update-MgPolicyCrossTenantAccessPolicyDefault -InboundTrust @{ IsMfaAccepted = $false; IsCompliantDeviceAccepted = $false; IsHybridAzureADJoinedDeviceAccepted = $false }',
  },
  needs: [exported('default settings of cross-tenant access', 'partner', sql`partner = 'default'`)],
  objects: sql`
    select tenantId, 'policy' as type, 'default' as id, 'Default of cross-tenant access' as name, 'trusts ' || words || ' of every tenant' as because, file_id, record
    from (${trustWords}) where partner = 'default' and words <> ''`,
  examples: [
    {
      name: 'of everyone; one partner that is trusted is another question',
      records: [
        crossTenantAccess(undefined, { inboundTrust: trusts }),
        crossTenantAccess('t2', { inboundTrust: trusts }),
      ],
      verdict: 'not-met',
      objects: ['default'],
    },
    {
      name: 'only of one partner',
      records: [crossTenantAccess(undefined), crossTenantAccess('t2', { inboundTrust: trusts })],
      verdict: 'met',
    },
    { name: 'a partner without the default', records: [crossTenantAccess('t2')], verdict: 'not-examined' },
  ],
};

export default check;
