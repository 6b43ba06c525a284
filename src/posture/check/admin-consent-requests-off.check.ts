import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { user } from '../graph-record.ts';

const isOn = sql`(policy = 'adminConsentRequestPolicy' and path = 'isenabled') or (policy = 'Consent Policy Settings' and path = 'enableadminconsentrequests')`;

const requestPolicy = (isEnabled: boolean) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#policies/adminConsentRequestPolicy/$entity',
  isEnabled,
  version: 0,
  notifyReviewers: true,
  remindersEnabled: true,
  requestDurationInDays: 30,
  reviewers: [],
});

const check: Check = {
  check: 'admin-consent-requests-off',
  title: 'Users can ask an administrator to consent to an application',
  lesson: 'user-consent',
  severity: 'low',
  risk: 'Where nobody can ask, administrators are pressed to consent in a hurry, or to open consent for everybody.',
  incident: 'A consent that somebody looks at first is one that the intruder does not get unseen.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow',
  ],
  scuba: ['MS.AAD.5.3'],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > Consent and permissions > Admin consent settings > Users can request admin consent: Yes, with reviewers',
    command:
      'Invoke-MgGraphRequest -Method PUT -Uri https://graph.microsoft.com/v1.0/policies/adminConsentRequestPolicy -Body \'{"isEnabled":true,"notifyReviewers":true,"remindersEnabled":true,"requestDurationInDays":30,"reviewers":[{"query":"/groups/<id>/transitiveMembers","queryType":"MicrosoftGraph"}]}\'',
  },
  needs: [
    {
      what: 'the policy of requests for consent (adminConsentRequestPolicy)',
      tenants: sql`select tenantId from now_setting where ${isOn}`,
    },
  ],
  objects: sql`
    select tenantId, 'policy' as type, 'adminConsentRequestPolicy' as id, 'Admin consent requests' as name, 'users cannot ask for consent' as because, file_id, record
    from now_setting where (${isOn}) and lower(value) = 'false'`,
  examples: [
    { name: 'off', records: [requestPolicy(false)], verdict: 'not-met', objects: ['adminConsentRequestPolicy'] },
    {
      name: 'off by the setting of the directory',
      records: [
        {
          id: 's1',
          displayName: 'Consent Policy Settings',
          templateId: 'dffd5d46-495d-40a9-8e21-954ff55e198a',
          values: [{ name: 'EnableAdminConsentRequests', value: 'false' }],
        },
      ],
      verdict: 'not-met',
      objects: ['adminConsentRequestPolicy'],
    },
    { name: 'on', records: [requestPolicy(true)], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
