import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/authenticationMethodsPolicy/authenticationMethodConfigurations`: each method by itself, such as `Fido2`. */
export default defineDirectorySource({
  id: 'authentication-method-configuration-graph',
  title: 'Authentication methods that are allowed, as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authenticationmethodconfiguration',
  table: 'directory',
  fields: {
    id: text('id'),
    state: text('state'),
    includeTargets: json('includeTargets'),
    excludeTargets: json('excludeTargets'),
    conditions: json('conditions'),
  },
  requires: [['id'], ['state'], ['includeTargets', 'excludeTargets']],
  excludes: ['conditions'],
  fills: [settingFill('authenticationMethodConfiguration', { object: (at) => at('id') })],
  examples: [
    {
      name: 'keys for all users',
      record: {
        '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
        id: 'Fido2',
        state: 'enabled',
        isAttestationEnforced: true,
        excludeTargets: [],
        'includeTargets@odata.context': 'x',
        includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
      },
      becomes: {
        setting: [
          {
            policy: 'authenticationMethodConfiguration',
            object: 'fido2',
            path: '@odata.type',
            value: '#microsoft.graph.fido2AuthenticationMethodConfiguration',
          },
          { path: 'id' },
          { path: 'state', value: 'enabled' },
          { path: 'isattestationenforced', value: 'true' },
          { path: 'excludetargets', value: '[]' },
          { path: 'includetargets[0].targettype', value: 'group' },
          { path: 'includetargets[0].id', value: 'all_users' },
          { path: 'includetargets[0].isregistrationrequired', value: 'false' },
        ],
      },
    },
  ],
});
