import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';

/** Graph `subscribedSkus`: what the tenant has bought. The plans in it decide what can be set up at all. */
export default defineDirectorySource({
  id: 'subscribed-sku-graph',
  title: 'Licences of the tenant as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/subscribedsku',
  table: 'directory',
  fields: {
    ...texts({ skuId: 'skuId', skuPartNumber: 'skuPartNumber', capabilityStatus: 'capabilityStatus' }),
    consumedUnits: text('consumedUnits'),
    servicePlans: json('servicePlans'),
  },
  requires: [['skuId'], ['skuPartNumber'], ['servicePlans'], ['capabilityStatus', 'consumedUnits']],
  fills: [
    {
      table: 'setting',
      each: [{ list: 'servicePlans', fields: texts({ name: 'servicePlanName', status: 'provisioningStatus' }) }],
      columns: (_, plan) => ({
        policy: sql`'servicePlans'`,
        object: sql`'policy'`,
        path: bare(plan('name')),
        value: plan('status'),
      }),
    },
  ],
  examples: [
    {
      name: 'an offer',
      record: {
        id: 't_s',
        skuId: 'b05e124f-c7cc-45a0-a6aa-8cf78c946968',
        skuPartNumber: 'EMSPREMIUM',
        capabilityStatus: 'Enabled',
        consumedUnits: 14,
        prepaidUnits: { enabled: 25 },
        servicePlans: [
          {
            servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
            servicePlanName: 'AAD_PREMIUM_P2',
            provisioningStatus: 'Success',
            appliesTo: 'User',
          },
        ],
      },
      becomes: { setting: [{ policy: 'servicePlans', object: 'policy', path: 'aad_premium_p2', value: 'Success' }] },
    },
    {
      name: 'licences of one user are none',
      record: { id: 'x', skuId: 'b05e124f', skuPartNumber: 'EMSPREMIUM', servicePlans: [{ servicePlanName: 'A' }] },
      becomes: undefined,
    },
  ],
});
