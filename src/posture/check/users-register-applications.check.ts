import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { authorizationPolicy, user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const path = 'defaultUserRolePermissions.allowedToCreateApps';

const check: Check = {
  check: 'users-register-applications',
  title: 'Users cannot register applications',
  lesson: 'user-consent',
  severity: 'medium',
  risk: 'A guessed account is enough to register an application with a key of the attacker: a second way in that outlives the change of the password.',
  incident: 'The intruder registered further applications to hold on to what he had, and gave them rights.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/delegate-app-roles',
  ],
  scuba: ['MS.AAD.5.1'],
  fix: {
    portal: 'Entra admin center > Users > User settings > Users can register applications: No',
    command:
      'Update-MgPolicyAuthorizationPolicy -BodyParameter @{ defaultUserRolePermissions = @{ allowedToCreateApps = $false } }',
  },
  needs: [exportedPolicy('what users may do (authorizationPolicy)', 'authorizationPolicy', path)],
  objects: policyObject(
    'authorizationPolicy',
    'Authorization policy',
    path,
    sql`value = 'true'`,
    sql`'every user may register applications'`,
  ),
  examples: [
    {
      name: 'they may',
      records: [authorizationPolicy({}, { allowedToCreateApps: true })],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    { name: 'they may not', records: [authorizationPolicy()], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
