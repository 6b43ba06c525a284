import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { json, sameNamed, texts } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `organization`: the tenant itself. */
export default defineDirectorySource({
  id: 'organization-graph',
  title: 'The organization as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/organization',
  table: 'directory',
  fields: {
    ...texts({
      id: 'id',
      displayName: 'displayName',
      createdDateTime: 'createdDateTime',
      deletedDateTime: 'deletedDateTime',
    }),
    verifiedDomains: json('verifiedDomains'),
  },
  requires: [['id'], ['verifiedDomains'], ['displayName']],
  excludes: ['deletedDateTime'],
  tenant: (field) => field.id,
  fills: [
    {
      table: 'tenant',
      columns: (field) => ({
        ...sameNamed(field, ['displayName']),
        id: bare(field.id),
        createdDateTime: moment(field.createdDateTime),
        defaultDomain: bare(sql`list_filter(
          list_transform(json_transform(unfolded_list(${field.verifiedDomains}), '["JSON"]'), lambda d:
            case when lower(coalesce(d ->> '$.isDefault', d ->> '$.IsDefault')) = 'true'
              then coalesce(d ->> '$.name', d ->> '$.Name') end),
          lambda n: n is not null)[1]`),
      }),
    },
    settingFill('organization'),
  ],
  examples: [
    {
      name: 'a tenant with two domains',
      record: {
        id: 'DDDDDDDD-2222-4333-8444-000000000001',
        displayName: 'Frostline',
        createdDateTime: '2015-01-02T03:04:05Z',
        onPremisesSyncEnabled: true,
        verifiedDomains: [
          { name: 'frostline.onmicrosoft.example', isDefault: false, isInitial: true },
          { name: 'Frostline.example', isDefault: true },
        ],
      },
      becomes: {
        tenant: [
          {
            id: 'dddddddd-2222-4333-8444-000000000001',
            displayName: 'Frostline',
            defaultDomain: 'frostline.example',
            createdDateTime: '2015-01-02T03:04:05.000Z',
          },
        ],
        setting: [
          {
            policy: 'organization',
            object: 'policy',
            path: 'id',
            value: 'DDDDDDDD-2222-4333-8444-000000000001',
          },
          { path: 'displayname' },
          { path: 'createddatetime' },
          { path: 'onpremisessyncenabled', value: 'true' },
          { path: 'verifieddomains[0].name', value: 'frostline.onmicrosoft.example' },
          { path: 'verifieddomains[0].isdefault', value: 'false' },
          { path: 'verifieddomains[0].isinitial', value: 'true' },
          { path: 'verifieddomains[1].name' },
          { path: 'verifieddomains[1].isdefault', value: 'true' },
        ],
      },
    },
    {
      name: 'by PowerShell, one domain as an object',
      record: { Id: 't2', DisplayName: 'Two', VerifiedDomains: { Name: 'two.example', IsDefault: true } },
      becomes: { tenant: [{ id: 't2', defaultDomain: 'two.example' }] },
    },
  ],
});
