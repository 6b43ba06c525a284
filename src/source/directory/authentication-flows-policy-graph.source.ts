import { defineDirectorySource } from '../directory-source.ts';
import { json } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/authenticationFlowsPolicy`: whether strangers may sign up by themselves. */
export default defineDirectorySource({
  id: 'authentication-flows-policy-graph',
  title: 'The policy of self-service sign-up as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/authenticationflowspolicy',
  table: 'directory',
  fields: {
    selfServiceSignUp: json('selfServiceSignUp'),
  },
  requires: [['selfServiceSignUp']],
  fills: [settingFill('authenticationFlowsPolicy')],
  examples: [
    {
      name: 'sign-up is off',
      record: {
        id: 'authenticationFlowsPolicy',
        displayName: 'Authentication flows policy',
        selfServiceSignUp: { isEnabled: false },
      },
      becomes: {
        setting: [
          { policy: 'authenticationFlowsPolicy', object: 'policy', path: 'id' },
          { path: 'displayname' },
          { path: 'selfservicesignup.isenabled', value: 'false' },
        ],
      },
    },
  ],
});
