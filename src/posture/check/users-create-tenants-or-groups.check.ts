import { sql } from '../../store/sql.ts';
import { type Check, exportedPolicy } from '../check.ts';
import { authorizationPolicy, user } from '../graph-record.ts';
import { policyObject } from '../policy-object.ts';

const check: Check = {
  check: 'users-create-tenants-or-groups',
  title: 'Users make neither tenants nor security groups',
  lesson: 'guests-and-devices',
  severity: 'low',
  risk: 'Tenants that users make are looked after by nobody. With a group of his own somebody invites others, and asks for access in its name.',
  incident: 'It began in a test tenant that somebody had made and nobody looked after.',
  references: [
    'https://learn.microsoft.com/en-us/entra/fundamentals/users-default-permissions',
    'https://learn.microsoft.com/en-us/graph/api/resources/authorizationpolicy',
  ],
  fix: {
    portal:
      'Entra admin center > Users > User settings: Restrict non-admin users from creating tenants: Yes; Users can create security groups: No',
    command:
      'Update-MgPolicyAuthorizationPolicy -BodyParameter @{ defaultUserRolePermissions = @{ allowedToCreateTenants = $false; allowedToCreateSecurityGroups = $false } }',
  },
  needs: [
    exportedPolicy(
      'what users may do (authorizationPolicy)',
      'authorizationPolicy',
      'defaultUserRolePermissions.allowedToCreateSecurityGroups',
    ),
  ],
  objects: sql`
    select * from (${policyObject('authorizationPolicy', 'Authorization policy', 'defaultUserRolePermissions.allowedToCreateTenants', sql`value = 'true'`, sql`'every user may make tenants'`)})
    union all
    select * from (${policyObject('authorizationPolicy', 'Authorization policy', 'defaultUserRolePermissions.allowedToCreateSecurityGroups', sql`value = 'true'`, sql`'every user may make security groups'`)})`,
  examples: [
    {
      name: 'tenants',
      records: [authorizationPolicy({}, { allowedToCreateTenants: true })],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    { name: 'neither', records: [authorizationPolicy()], verdict: 'met' },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
