import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { blocks, needsWholePolicies, withoutPolicy } from '../conditional-access-policy.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';

/** As CISA asks it: a change of the password instead of the block is not enough there, because the intruder may be the one to change it. */
const check: Check = {
  check: 'user-risk-policy',
  title: 'Users of high risk are blocked',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'Microsoft finds a password in a list of stolen ones and marks the user. Without a policy the mark changes nothing.',
  incident: 'A spray uses passwords that are known. A user whose password is known can be stopped before the sign-in.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-protection/howto-identity-protection-configure-risk-policies',
  ],
  scuba: ['MS.AAD.2.1'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, all resources, Conditions > User risk: High, Grant: Block access (needs Entra ID P2)',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Block high user risk' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all'; UserRiskLevels = 'high' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'block' }",
  },
  needs: [needsWholePolicies],
  objects: withoutPolicy(
    sql`list_contains(userRiskLevels, 'high') and len(coalesce(signInRiskLevels, [])) = 0 and ${blocks}`,
    'no policy blocks users of high risk',
  ),
  examples: [
    {
      name: 'one that only asks for a new password, one that only reports',
      records: [
        user('u1'),
        accessPolicy('p1', {
          conditions: { userRiskLevels: ['high'] },
          grantControls: grants('AND', 'mfa', 'passwordChange'),
        }),
        accessPolicy('p2', {
          state: 'enabledForReportingButNotEnforced',
          conditions: { userRiskLevels: ['high'] },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'one that blocks',
      records: [accessPolicy('p1', { conditions: { userRiskLevels: ['high'] }, grantControls: grants('OR', 'block') })],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
