import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { accessPolicy, phishingResistant } from '../conditional-access-record.ts';
import { roleAssignment, roleId, user } from '../graph-record.ts';
import { highlyPrivileged } from '../role-policy.ts';
import { askedAdministrators, askedRoles, openFor } from '../second-factor.ts';

/**
 * CISA wants one policy that names all eight roles and leaves nobody out. Here it does not matter which policies, of all or of
 * some, reach each administrator. Where the case does not say who holds roles, the roles are asked about.
 */
const check: Check = {
  check: 'administrators-phishing-resistant',
  title: 'Every administrator has to prove himself with something that cannot be phished',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'A prompt on a phone is accepted at last when it comes often enough, and a code is typed into a false page. Both make an administrator of the attacker.',
  incident:
    'Microsoft asks for phishing-resistant methods of those who hold privilege; this group steals passwords, tokens and approvals.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-admin-phish-resistant-mfa',
  ],
  scuba: ['MS.AAD.3.6'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Require phishing-resistant multifactor authentication for admins',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Phishing-resistant MFA for admins' -State enabled -Conditions @{ Users = @{ IncludeRoles = '<role template ids>' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; AuthenticationStrength = @{ Id = '00000000-0000-0000-0000-000000000004' } }",
  },
  needs: [
    exported(
      'conditional access policies with their authentication strengths',
      'conditional_access_policy',
      sql`allowedCombinations is not null`,
    ),
  ],
  objects: sql`
    select * from (${openFor(askedAdministrators, { level: 2, also: sql`'; ' || u.roles` })})
    union all select * from (${openFor(askedRoles, { level: 2 })})`,
  examples: [
    {
      name: 'one whose role the policy does not name, one who is left out; one whom it reaches; a user without a role',
      records: [
        user('u1'),
        user('u2'),
        user('u3'),
        user('u4'),
        roleAssignment('u1', roleId.exchangeAdministrator),
        roleAssignment('u2', roleId.globalAdministrator),
        roleAssignment('u3', roleId.globalAdministrator),
        accessPolicy('p1'),
        accessPolicy('p2', {
          users: { includeUsers: [], includeRoles: [roleId.globalAdministrator], excludeUsers: ['u2'] },
          grantControls: phishingResistant,
        }),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'a policy without roles is asked about the roles',
      records: [
        accessPolicy('p2', {
          users: { includeUsers: [], includeRoles: highlyPrivileged.slice(0, 7) },
          grantControls: phishingResistant,
        }),
      ],
      verdict: 'not-met',
      objects: [highlyPrivileged[7]],
    },
    {
      name: 'a policy for all roles',
      records: [
        accessPolicy('p2', {
          users: { includeUsers: [], includeRoles: highlyPrivileged },
          grantControls: phishingResistant,
        }),
      ],
      verdict: 'met',
    },
    {
      name: 'a policy for all users',
      records: [
        user('u1'),
        roleAssignment('u1', roleId.globalAdministrator),
        accessPolicy('p2', { grantControls: phishingResistant }),
      ],
      verdict: 'met',
    },
    {
      name: 'administrators without policies say nothing',
      records: [user('u1'), roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
