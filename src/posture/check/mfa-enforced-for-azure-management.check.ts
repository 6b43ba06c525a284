import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { accessPolicy } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';
import { askedUnknown, askedUsers, azureManagement, needsSecondFactorPolicy, openFor } from '../second-factor.ts';

const options = { level: 1, applications: azureManagement, what: 'Azure management' } as const;

/** Microsoft asks itself for a second factor at some of its tools by now; the policy also covers what is asked through others. */
const check: Check = {
  check: 'mfa-enforced-for-azure-management',
  title: 'Nobody manages Azure with a password alone',
  lesson: 'no-second-factor',
  severity: 'high',
  risk: 'In subscriptions there are machines, keys and identities of applications. Whoever reaches their management with a password takes over what they may do in the tenant.',
  incident:
    'Applications and their keys carried the intruder on. Those that run in Azure are reached from its management.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-old-require-mfa-azure-mgmt',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mandatory-multifactor-authentication',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Require multifactor authentication for Azure management',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'MFA for Azure' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = '797f4846-ba00-4fd7-ba43-dac1f8f63013' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [needsSecondFactorPolicy],
  objects: sql`
    select * from (${openFor(askedUsers(sql`true`), options)})
    union all select * from (${openFor(askedUnknown, options)})`,
  examples: [
    {
      name: 'a policy for all that leaves Azure out; another for Azure, but not for one user',
      records: [
        user('u1'),
        user('u2'),
        accessPolicy('p1', { applications: { excludeApplications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'] } }),
        accessPolicy('p2', {
          users: { excludeUsers: ['u2'] },
          applications: { includeApplications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'] },
        }),
      ],
      verdict: 'not-met',
      objects: ['u2'],
    },
    {
      name: 'only Azure is asked about',
      records: [
        user('u1'),
        accessPolicy('p2', { applications: { includeApplications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'] } }),
      ],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
