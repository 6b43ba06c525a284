import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/externalIdentitiesPolicy`: whether guests may leave by themselves. */
export default defineDirectorySource({
  id: 'external-identities-policy-graph',
  title: 'The policy of external identities as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/externalidentitiespolicy',
  table: 'directory',
  fields: {
    removal: text('allowDeletedIdentitiesDataRemoval'),
    leave: text('allowExternalIdentitiesToLeave'),
  },
  requires: [['removal', 'leave']],
  fills: [settingFill('externalIdentitiesPolicy')],
  examples: [
    {
      name: 'guests may leave',
      record: {
        id: 'externalIdentitiesPolicy',
        displayName: 'External Identities Policy',
        allowDeletedIdentitiesDataRemoval: false,
        allowExternalIdentitiesToLeave: true,
      },
      becomes: {
        setting: [
          { policy: 'externalIdentitiesPolicy', object: 'policy', path: 'id' },
          { path: 'displayname' },
          { path: 'allowdeletedidentitiesdataremoval', value: 'false' },
          { path: 'allowexternalidentitiestoleave', value: 'true' },
        ],
      },
    },
  ],
});
