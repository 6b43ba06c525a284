import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { blocks, withoutPolicy } from '../conditional-access-policy.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';

/** CISA accepts only a policy for this flow alone; one that blocks other flows as well blocks it too. */
const check: Check = {
  check: 'device-code-flow-blocked',
  title: 'Nobody can sign in with a device code',
  lesson: 'legacy-authentication',
  severity: 'medium',
  risk: 'The attacker starts the sign-in and sends the code in a message. Whoever types it in signs the attacker in, with his second factor and all.',
  incident:
    'Microsoft saw groups that act for Russia send such codes in invitations to meetings from 2024 on. No password has to be guessed for it.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-authentication-flows',
  ],
  scuba: ['MS.AAD.3.9'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, all resources, Conditions > Authentication flows: Device code flow, Grant: Block access',
    command:
      'Invoke-MgGraphRequest -Method POST -Uri https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies -Body \'{"displayName":"Block device code","state":"enabled","conditions":{"clientAppTypes":["all"],"users":{"includeUsers":["All"]},"applications":{"includeApplications":["All"]},"authenticationFlows":{"transferMethods":"deviceCodeFlow"}},"grantControls":{"operator":"OR","builtInControls":["block"]}}\'',
  },
  needs: [
    exported(
      'conditional access policies with their authentication flows',
      'conditional_access_policy',
      sql`transferMethods is not null`,
    ),
  ],
  objects: withoutPolicy(
    sql`list_contains(transferMethods, 'deviceCodeFlow') and ${blocks} and len(coalesce(userRiskLevels, [])) = 0 and len(coalesce(signInRiskLevels, [])) = 0`,
    'no policy blocks the device code flow',
  ),
  examples: [
    {
      name: 'one that leaves a user out, one that asks for a second factor instead',
      records: [
        user('u1'),
        accessPolicy('p1', {
          users: { excludeUsers: ['u1'] },
          conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow' } },
          grantControls: grants('OR', 'block'),
        }),
        accessPolicy('p2', { conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow' } } }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'one that blocks it for all, with another flow',
      records: [
        accessPolicy('p1', {
          conditions: { authenticationFlows: { transferMethods: 'deviceCodeFlow,authenticationTransfer' } },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
