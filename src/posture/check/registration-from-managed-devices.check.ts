import { registration } from '../../directory/fact/conditional-access.ts';
import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { withoutPolicy } from '../conditional-access-policy.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';

const forRegistration = {
  includeApplications: [],
  includeUserActions: [registration],
};

/** CISA overlooks alternatives: here a policy for which a second factor is enough instead of the device does not count. */
const check: Check = {
  check: 'registration-from-managed-devices',
  title: 'A second factor is registered from a managed device only',
  lesson: 'self-enrolment',
  severity: 'low',
  risk: 'An attacker who knows the password of an account without second factor registers his own from wherever he is.',
  incident: 'The group enrolled its own second factor for accounts whose owners had not yet done it.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-all-users-security-info-registration',
  ],
  scuba: ['MS.AAD.3.8'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy: all users, Target resources > User actions > Register security information, Grant: Require device to be marked as compliant or hybrid joined',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Registration from managed devices' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeUserActions = 'urn:user:registersecurityinfo' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'compliantDevice', 'domainJoinedDevice' }",
  },
  needs: [
    exported(
      'conditional access policies with their user actions',
      'conditional_access_policy',
      sql`userActions is not null`,
    ),
  ],
  objects: withoutPolicy(
    sql`list_contains(userActions, ${registration}) and len(list_filter(grantControls, lambda c: c in ('compliantDevice', 'domainJoinedDevice'))) > 0
      and (upper(grantOperator) = 'AND' or (authenticationStrength is null
        and len(list_filter(grantControls, lambda c: c not in ('compliantDevice', 'domainJoinedDevice', 'block'))) = 0))`,
    'no policy asks for a managed device where a second factor is registered',
    { isForApplications: false },
  ),
  examples: [
    {
      name: 'a second factor is enough; a managed device for all applications but not for the registration',
      records: [
        user('u1'),
        accessPolicy('p1', { applications: forRegistration, grantControls: grants('OR', 'mfa', 'compliantDevice') }),
        accessPolicy('p2', { grantControls: grants('OR', 'compliantDevice', 'domainJoinedDevice') }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'a managed device',
      records: [
        accessPolicy('p1', {
          applications: forRegistration,
          grantControls: grants('OR', 'compliantDevice', 'domainJoinedDevice'),
        }),
      ],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
