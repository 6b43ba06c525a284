import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { authorizationPolicy, user } from '../graph-record.ts';

const assigned = sql`policy = 'authorizationPolicy' and (starts_with(path, 'defaultuserrolepermissions.permissiongrantpoliciesassigned')
  or starts_with(path, 'permissiongrantpolicyidsassignedtodefaultuserrole'))`;
const own = 'managepermissiongrantsforself.';
const low = `${own}microsoft-user-default-low`;

/**
 * CISA overlooks the policy of old, by which users consent to anything, and policies that the tenant made: here both count. As
 * there, consent to permissions that are classified as low is right unless a dangerous one is; only ScubaGear exports say that.
 */
const check: Check = {
  check: 'user-consent-open',
  title: 'Users cannot consent to applications on their own',
  lesson: 'user-consent',
  severity: 'high',
  risk: 'A message with a link is enough: the user consents, and the application reads his mail for as long as nobody takes the consent back. No password is needed, and a new one does not help.',
  incident: 'The intruder made a new user account in order to consent to his own applications in the tenant.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
  ],
  scuba: ['MS.AAD.5.2'],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > Consent and permissions > User consent settings > Do not allow user consent',
    command:
      'Update-MgPolicyAuthorizationPolicy -BodyParameter @{ defaultUserRolePermissions = @{ permissionGrantPoliciesAssigned = @() } }   # keep entries that begin with ManagePermissionGrantsForOwnedResource',
  },
  needs: [
    {
      what: 'what users may consent to (authorizationPolicy)',
      tenants: sql`select tenantId from now_setting where ${assigned}`,
    },
  ],
  objects: sql`
    select tenantId, 'policy' as type, 'authorizationPolicy' as id, 'Authorization policy' as name, 'users consent to '
      || case lower(value) when ${`${own}microsoft-user-default-legacy`} then 'every application that asks for no permission of administrators'
        when ${`${own}microsoft-user-default-recommended`} then 'what Microsoft recommends, which changes with time'
        when ${low} then 'what is classified as low, and a dangerous permission is'
        else 'what the policy ' || substr(value, ${own.length + 1}) || ' allows' end as because, file_id, record
    from now_setting s where ${assigned} and starts_with(lower(value), ${own})
      and (lower(value) <> ${low} or exists (select 1 from now_setting c where c.tenantId = s.tenantId and c.policy = 'delegatedPermissionClassification'
        and starts_with(c.path, 'riskypermclassifications') and coalesce(c.value, '[]') not in ('', '[]')))`,
  examples: [
    {
      name: 'to anything',
      records: [
        authorizationPolicy(
          {},
          { permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'] },
        ),
      ],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    {
      name: 'to what is recommended, in the shape of beta',
      records: [
        authorizationPolicy(
          {
            permissionGrantPolicyIdsAssignedToDefaultUserRole: [
              'ManagePermissionGrantsForSelf.microsoft-user-default-recommended',
            ],
          },
          { permissionGrantPoliciesAssigned: undefined },
        ),
      ],
      verdict: 'not-met',
      objects: ['authorizationPolicy'],
    },
    {
      name: 'to what is classified as low; owners of teams to what concerns their team',
      records: [
        authorizationPolicy(
          {},
          {
            permissionGrantPoliciesAssigned: [
              'ManagePermissionGrantsForSelf.microsoft-user-default-low',
              'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team',
            ],
          },
        ),
      ],
      verdict: 'met',
    },
    {
      name: 'to nothing',
      records: [authorizationPolicy({}, { permissionGrantPoliciesAssigned: [] })],
      verdict: 'met',
    },
    { name: 'users without the policy say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
