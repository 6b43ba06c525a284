import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { accessPolicy } from '../conditional-access-record.ts';
import { eligibleRole, group, roleAssignment, roleId, user } from '../graph-record.ts';
import { needsAdministrators } from '../role-policy.ts';
import { askedAdministrators, needsSecondFactorPolicy, openFor } from '../second-factor.ts';

const check: Check = {
  check: 'mfa-enforced-for-administrators',
  title: 'No administrator gets in with a password alone',
  lesson: 'no-second-factor',
  severity: 'critical',
  risk: 'One guessed password opens the tenant: its users, its mail and its policies.',
  incident:
    'A password was the whole key to the first account. Whoever holds such a key to an administrator needs no other step.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-old-require-mfa-admin',
    'https://msrc.microsoft.com/blog/2024/01/microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Require multifactor authentication for admins; take the administrators out of the exclusions that are named here',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'MFA for admins' -State enabled -Conditions @{ Users = @{ IncludeRoles = '<role template ids>' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [needsSecondFactorPolicy, needsAdministrators],
  objects: openFor(sql`select * from (${askedAdministrators}) where not isAskedOtherwise`, {
    level: 1,
    also: sql`'; ' || u.roles`,
  }),
  examples: [
    {
      name: 'left out, left out by a group and eligible only; one who is asked; one left out without a privileged role',
      records: [
        user('u1'),
        user('u2'),
        user('u3'),
        user('u4'),
        group('g1', ['u2']),
        roleAssignment('u1', roleId.globalAdministrator),
        eligibleRole('u2', roleId.exchangeAdministrator),
        roleAssignment('u3', roleId.globalAdministrator),
        roleAssignment('u4', roleId.messageCenterReader),
        accessPolicy('p1', { users: { excludeUsers: ['u1', 'u4'], excludeGroups: ['g1'] } }),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'a policy for one role does not reach who holds another',
      records: [
        user('u1'),
        user('u2'),
        roleAssignment('u1', roleId.globalAdministrator),
        roleAssignment('u2', roleId.userAdministrator),
        accessPolicy('p1', { users: { includeUsers: [], includeRoles: [roleId.globalAdministrator] } }),
      ],
      verdict: 'not-met',
      objects: ['u2'],
    },
    {
      name: 'a policy for all',
      records: [user('u1'), roleAssignment('u1', roleId.globalAdministrator), accessPolicy('p1')],
      verdict: 'met',
    },
    {
      name: 'roles of whom nobody knows what he is',
      records: [roleAssignment('u9', roleId.globalAdministrator), accessPolicy('p1')],
      verdict: 'not-examined',
    },
  ],
};

export default check;
