import { defineDirectorySource } from '../directory-source.ts';
import { text } from '../source.ts';
import { settingFill } from './setting-fill.ts';

/** Graph `policies/adminConsentRequestPolicy`: whether users can ask an administrator for consent. */
export default defineDirectorySource({
  id: 'admin-consent-request-policy-graph',
  title: 'The policy of requests for consent as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/adminconsentrequestpolicy',
  table: 'directory',
  fields: {
    isEnabled: text('isEnabled'),
    notifyReviewers: text('notifyReviewers'),
    requestDurationInDays: text('requestDurationInDays'),
  },
  requires: [['isEnabled'], ['notifyReviewers', 'requestDurationInDays']],
  fills: [settingFill('adminConsentRequestPolicy')],
  examples: [
    {
      name: 'requests are on',
      record: {
        isEnabled: true,
        notifyReviewers: false,
        remindersEnabled: true,
        requestDurationInDays: 30,
        version: 0,
        reviewers: [{ query: '/users/u1', queryType: 'MicrosoftGraph', queryRoot: null }],
      },
      becomes: {
        setting: [
          { policy: 'adminConsentRequestPolicy', object: 'policy', path: 'isenabled', value: 'true' },
          { path: 'notifyreviewers', value: 'false' },
          { path: 'remindersenabled', value: 'true' },
          { path: 'requestdurationindays', value: '30' },
          { path: 'version', value: '0' },
          { path: 'reviewers[0].query', value: '/users/u1' },
          { path: 'reviewers[0].querytype' },
          { path: 'reviewers[0].queryroot', value: null },
        ],
      },
    },
  ],
});
