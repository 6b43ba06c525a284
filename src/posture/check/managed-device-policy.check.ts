import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { needsWholePolicies, withoutPolicy } from '../conditional-access-policy.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';

/**
 * CISA wants exactly these two controls, joined by OR. Here a policy that asks for one of them, or for more beside them, is also
 * right; one for which a second factor is enough instead is not.
 */
const check: Check = {
  check: 'managed-device-policy',
  title: 'Only managed devices get in',
  lesson: 'no-second-factor',
  severity: 'low',
  risk: 'A stolen password, and also a second factor that was phished, works on any computer in the world.',
  incident: 'The intruder signed in over networks of private homes. He had no device of the company.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-alt-all-users-compliant-hybrid-or-mfa',
  ],
  scuba: ['MS.AAD.3.7'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, all resources, Grant: Require device to be marked as compliant, Require hybrid joined device, Require one of the selected controls',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Managed devices' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'compliantDevice', 'domainJoinedDevice' }",
  },
  needs: [needsWholePolicies],
  objects: withoutPolicy(
    sql`len(list_filter(grantControls, lambda c: c in ('compliantDevice', 'domainJoinedDevice'))) > 0 and (upper(grantOperator) = 'AND'
      or (len(list_filter(grantControls, lambda c: c not in ('compliantDevice', 'domainJoinedDevice'))) = 0 and authenticationStrength is null))
      and len(coalesce(userRiskLevels, [])) = 0 and len(coalesce(signInRiskLevels, [])) = 0`,
    'no policy asks everybody for a managed device',
  ),
  examples: [
    {
      name: 'a managed device or a second factor; a managed device for some applications',
      records: [
        user('u1'),
        accessPolicy('p1', { grantControls: grants('OR', 'mfa', 'compliantDevice', 'domainJoinedDevice') }),
        accessPolicy('p2', {
          applications: { includeApplications: ['Office365'] },
          grantControls: grants('OR', 'compliantDevice', 'domainJoinedDevice'),
        }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'a managed device everywhere',
      records: [accessPolicy('p1', { grantControls: grants('OR', 'compliantDevice', 'domainJoinedDevice') })],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
