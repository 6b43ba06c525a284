import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { blocks, needsWholePolicies, withoutPolicy } from '../conditional-access-policy.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';

const check: Check = {
  check: 'sign-in-risk-policy',
  title: 'Sign-ins of high risk are blocked',
  lesson: 'no-second-factor',
  severity: 'medium',
  risk: 'Microsoft sees that a sign-in comes from a network or client of known attackers, and lets it go on unless a policy says otherwise.',
  incident:
    'The spray came from homes of other people to look ordinary; what of it was seen as risky could have been stopped.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-protection/howto-identity-protection-configure-risk-policies',
  ],
  scuba: ['MS.AAD.2.3'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, all resources, Conditions > Sign-in risk: High, Grant: Block access (needs Entra ID P2)',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Block high sign-in risk' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all'; SignInRiskLevels = 'high' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'block' }",
  },
  needs: [needsWholePolicies],
  objects: withoutPolicy(
    sql`list_contains(signInRiskLevels, 'high') and len(coalesce(userRiskLevels, [])) = 0 and ${blocks}`,
    'no policy blocks sign-ins of high risk',
  ),
  examples: [
    {
      name: 'one for medium risk, one for high risk that leaves a group out',
      records: [
        user('u1'),
        accessPolicy('p1', { conditions: { signInRiskLevels: ['medium'] }, grantControls: grants('OR', 'block') }),
        accessPolicy('p2', {
          users: { excludeGroups: ['g1'] },
          conditions: { signInRiskLevels: ['high'] },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'one that blocks medium and high',
      records: [
        accessPolicy('p1', {
          conditions: { signInRiskLevels: ['medium', 'high'] },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
