import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { methodPolicy, user } from '../graph-record.ts';

const weak = sql`('sms', 'voice', 'email')`;

const check: Check = {
  check: 'authentication-methods-weak-allowed',
  title: 'Nobody can prove himself with a text, a call or a mail',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'A number can be taken over, a text read along, a mailbox opened with the password that was guessed. The weakest method that is allowed is the one an attacker registers.',
  incident: 'Where several methods are allowed, an intruder who enrols for somebody else takes the easiest.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-methods-manage',
  ],
  scuba: ['MS.AAD.3.5'],
  fix: {
    portal:
      'Entra admin center > Protection > Authentication methods > Policies > SMS, Voice call, Email OTP > Enable: off',
    command:
      "Update-MgPolicyAuthenticationMethodPolicyAuthenticationMethodConfiguration -AuthenticationMethodConfigurationId Sms -BodyParameter @{ '@odata.type' = '#microsoft.graph.smsAuthenticationMethodConfiguration'; state = 'disabled' }",
  },
  needs: [
    {
      what: 'authentication methods that are allowed (authenticationMethodsPolicy)',
      tenants: sql`select tenantId from fact_method where method in ${weak} and isEnabled is not null`,
    },
  ],
  objects: sql`
    select m.tenantId, 'method' as type, m.method as id, case m.method when 'sms' then 'SMS' when 'voice' then 'Voice call' else 'Email OTP' end as name,
      'allowed for ' || case when list_contains(m.targets, 'all_users') then 'all users' when len(m.targets) = 0 then 'somebody'
        else array_to_string(list_transform(m.targets, lambda t: 'group ' || t), ', ') end as because, m.file_id, m.record
    from fact_method m where m.method in ${weak} and m.isEnabled`,
  examples: [
    {
      name: 'texts for all, calls for a group; mail is off, keys are on',
      records: [
        methodPolicy('Sms', 'enabled'),
        methodPolicy('Voice', 'enabled', { includeTargets: [{ targetType: 'group', id: 'g1' }] }),
        methodPolicy('Email', 'disabled'),
        methodPolicy('Fido2', 'enabled'),
      ],
      verdict: 'not-met',
      objects: ['sms', 'voice'],
    },
    {
      name: 'within the policy, all off',
      records: [
        {
          id: 'authenticationMethodsPolicy',
          policyMigrationState: 'migrationComplete',
          authenticationMethodConfigurations: [
            methodPolicy('Sms', 'disabled'),
            methodPolicy('Voice', 'disabled'),
            methodPolicy('Email', 'disabled'),
            methodPolicy('SoftwareOath', 'enabled'),
          ],
        },
      ],
      verdict: 'met',
    },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
