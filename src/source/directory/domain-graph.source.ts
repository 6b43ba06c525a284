import { bare, defineDirectorySource } from '../directory-source.ts';
import { bigint, boolean, sameNamed, texts } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `domains`. */
export default defineDirectorySource({
  id: 'domain-graph',
  title: 'Domains as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/domain',
  table: 'directory',
  fields: {
    ...texts({ id: 'id', authenticationType: 'authenticationType' }),
    isDefault: boolean('isDefault'),
    isInitial: boolean('isInitial'),
    isVerified: boolean('isVerified'),
    passwordValidityPeriodInDays: bigint('passwordValidityPeriodInDays'),
  },
  requires: [['id'], ['authenticationType'], ['isDefault', 'isVerified']],
  fills: [
    {
      table: 'domain',
      columns: (field) => ({
        ...sameNamed(field, [
          'authenticationType',
          'isDefault',
          'isInitial',
          'isVerified',
          'passwordValidityPeriodInDays',
        ]),
        id: bare(field.id),
      }),
    },
    settingFill('domain', { object: (at) => at('id') }),
  ],
  examples: [
    {
      name: 'a federated domain',
      record: {
        id: 'Frostline.example',
        authenticationType: 'Federated',
        availabilityStatus: null,
        isDefault: true,
        isInitial: false,
        isVerified: true,
        passwordValidityPeriodInDays: 2147483647,
        supportedServices: ['Email'],
        state: null,
      },
      becomes: {
        domain: [
          {
            id: 'frostline.example',
            authenticationType: 'Federated',
            isDefault: 'true',
            isInitial: 'false',
            isVerified: 'true',
            passwordValidityPeriodInDays: '2147483647',
          },
        ],
        setting: [
          { policy: 'domain', object: 'frostline.example', path: 'id', value: 'Frostline.example' },
          { path: 'authenticationtype', value: 'Federated' },
          { path: 'availabilitystatus', value: null },
          { path: 'isdefault', value: 'true' },
          { path: 'isinitial' },
          { path: 'isverified' },
          { path: 'passwordvalidityperiodindays' },
          { path: 'supportedservices[0]', value: 'Email' },
          { path: 'state', value: null },
        ],
      },
    },
  ],
});
