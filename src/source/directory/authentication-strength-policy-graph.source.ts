import { defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/authenticationStrengthPolicies`. */
export default defineDirectorySource({
  id: 'authentication-strength-policy-graph',
  title: 'Authentication strengths as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy',
  table: 'directory',
  fields: {
    id: text('id'),
    allowedCombinations: json('allowedCombinations'),
    requirementsSatisfied: text('requirementsSatisfied'),
    policyType: text('policyType'),
  },
  requires: [['id'], ['allowedCombinations'], ['requirementsSatisfied', 'policyType']],
  fills: [settingFill('authenticationStrengthPolicy', { object: (at) => at('id') })],
  examples: [
    {
      name: 'one that resists phishing',
      record: {
        id: '00000000-0000-0000-0000-000000000004',
        displayName: 'Phishing-resistant MFA',
        policyType: 'builtIn',
        requirementsSatisfied: 'mfa',
        allowedCombinations: ['windowsHelloForBusiness', 'fido2'],
        'combinationConfigurations@odata.context': 'x',
        combinationConfigurations: [],
      },
      becomes: {
        setting: [
          {
            policy: 'authenticationStrengthPolicy',
            object: '00000000-0000-0000-0000-000000000004',
            path: 'id',
            value: '00000000-0000-0000-0000-000000000004',
          },
          { path: 'displayname' },
          { path: 'policytype' },
          { path: 'requirementssatisfied', value: 'mfa' },
          { path: 'allowedcombinations[0]', value: 'windowsHelloForBusiness' },
          { path: 'allowedcombinations[1]', value: 'fido2' },
          { path: 'combinationconfigurations', value: '[]' },
        ],
      },
    },
  ],
});
