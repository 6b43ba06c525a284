import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, parts } from './mes-cell.ts';

/** `Get-Licenses`: what the tenant has bought. The plans in it decide what can be set up at all. */
export default defineDirectorySource({
  id: 'mes-licenses',
  title: 'Microsoft Extractor Suite: TenantLicenses (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/Licenses.html',
  table: 'directory',
  fields: texts({ sku: 'Sku', status: 'Status', units: 'Units', servicePlans: 'ServicePlans', p2: 'P2' }),
  requires: [['sku'], ['status'], ['servicePlans', 'p2']],
  fills: [
    {
      table: 'setting',
      columns: (field) => ({
        policy: sql`'servicePlans'`,
        object: sql`'policy'`,
        path: bare(sql`unnest(${parts(field.servicePlans)})`),
        value: cell(field.status),
      }),
    },
  ],
  examples: [
    {
      name: 'an offer with two plans',
      record: {
        Sku: 'EMSPREMIUM',
        Status: 'Enabled',
        Units: '10',
        P2: 'Yes',
        ServicePlans: 'AAD_PREMIUM_P2; INTUNE_A',
      },
      becomes: {
        setting: [
          { policy: 'servicePlans', object: 'policy', path: 'aad_premium_p2', value: 'Enabled' },
          { path: 'intune_a', value: 'Enabled' },
        ],
      },
    },
    {
      name: 'a licence of Graph is none',
      record: { skuPartNumber: 'EMSPREMIUM', capabilityStatus: 'Enabled', servicePlans: [] },
      becomes: undefined,
    },
  ],
});
