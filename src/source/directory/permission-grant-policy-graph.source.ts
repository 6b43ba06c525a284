import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/permissionGrantPolicies`: under which conditions somebody may consent. */
export default defineDirectorySource({
  id: 'permission-grant-policy-graph',
  title: 'Policies of consent as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/permissiongrantpolicy',
  table: 'directory',
  fields: {
    id: text('id'),
    displayName: text('displayName'),
    includes: json('includes'),
    excludes: json('excludes'),
    rules: json('rules'),
  },
  requires: [['id'], ['displayName'], ['includes', 'excludes']],
  excludes: ['rules'],
  fills: [settingFill('permissionGrantPolicy', { object: (at) => at('id') })],
  examples: [
    {
      name: 'low permissions of verified publishers',
      record: {
        id: 'microsoft-user-default-low',
        displayName: 'Default User Low Risk Policy',
        includes: [{ id: 'i1', permissionClassification: 'low', clientApplicationsFromVerifiedPublisherOnly: true }],
        excludes: [],
      },
      becomes: {
        setting: [
          {
            policy: 'permissionGrantPolicy',
            object: 'microsoft-user-default-low',
            path: 'id',
            value: 'microsoft-user-default-low',
          },
          { path: 'displayname' },
          { path: 'includes[0].id' },
          { path: 'includes[0].permissionclassification', value: 'low' },
          { path: 'includes[0].clientapplicationsfromverifiedpublisheronly', value: 'true' },
          { path: 'excludes', value: '[]' },
        ],
      },
    },
  ],
});
