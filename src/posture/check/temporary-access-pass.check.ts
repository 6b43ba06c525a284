import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { methodPolicy, user } from '../graph-record.ts';

const minutes = 480;

const check: Check = {
  check: 'temporary-access-pass',
  title: 'A Temporary Access Pass is good once, for hours',
  lesson: 'self-enrolment',
  severity: 'low',
  risk: 'Whoever may make such a pass for another account, or reads it in a mail or chat, signs in as him past every second factor, and registers his own.',
  incident: 'An enrolment that stays open is an invitation to the first who finds it.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-temporary-access-pass',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Authentication methods > Policies > Temporary Access Pass > Configure: Require one-time use: Yes, Maximum lifetime: 8 hours or less, only for the groups that need it',
    command:
      "Update-MgPolicyAuthenticationMethodPolicyAuthenticationMethodConfiguration -AuthenticationMethodConfigurationId TemporaryAccessPass -BodyParameter @{ '@odata.type' = '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration'; isUsableOnce = $true; maximumLifetimeInMinutes = 480 }",
  },
  needs: [
    {
      what: 'the settings of the Temporary Access Pass (authenticationMethodsPolicy)',
      tenants: sql`select tenantId from fact_method where method = 'temporaryaccesspass' and isEnabled is not null`,
    },
  ],
  objects: sql`
    select tenantId, 'method' as type, method as id, 'Temporary Access Pass' as name, array_to_string(list_filter([
        case when lower(isUsableOnce) = 'false' then 'may be used again' end,
        case when maximumLifetime > ${minutes} then 'is good for up to ' || case when maximumLifetime >= 2880 then (maximumLifetime // 1440) || ' days' else (maximumLifetime // 60) || ' hours' end end
      ], lambda f: f is not null), ', ') || case when list_contains(targets, 'all_users') then ', for all users' else '' end as because, file_id, record
    from fact_method where method = 'temporaryaccesspass' and isEnabled and (lower(isUsableOnce) = 'false' or maximumLifetime > ${minutes})`,
  examples: [
    {
      name: 'for all, many times, for days',
      records: [
        methodPolicy('TemporaryAccessPass', 'enabled', { isUsableOnce: false, maximumLifetimeInMinutes: 43_200 }),
      ],
      verdict: 'not-met',
      objects: ['temporaryaccesspass'],
    },
    {
      name: 'once, for some hours',
      records: [methodPolicy('TemporaryAccessPass', 'enabled', { isUsableOnce: true, maximumLifetimeInMinutes: 480 })],
      verdict: 'met',
    },
    {
      name: 'off',
      records: [
        methodPolicy('TemporaryAccessPass', 'disabled', { isUsableOnce: false, maximumLifetimeInMinutes: 43_200 }),
      ],
      verdict: 'met',
    },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
