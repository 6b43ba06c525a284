import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { group, guest, securityDefaults, user } from '../graph-record.ts';
import { askedUnknown, askedUsers, needsSecondFactorPolicy, openFor } from '../second-factor.ts';

/**
 * CISA looks for one policy that asks everybody at every application. Here all policies together are worked out for each person,
 * and a policy that the attacker evades, by a client, a platform or a country of his choice, does not count.
 */
const check: Check = {
  check: 'mfa-enforced-for-users',
  title: 'Nobody gets in with a password alone',
  lesson: 'no-second-factor',
  severity: 'high',
  risk: 'A guessed password is the whole key. An attacker tries one password with many accounts until it fits where nothing more is asked.',
  incident: 'The account that the spray opened had no multifactor authentication.',
  references: [
    'https://msrc.microsoft.com/blog/2024/01/microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-all-users-mfa-strength',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
  ],
  scuba: ['MS.AAD.3.2'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Require multifactor authentication for all users: all users, all resources, no exclusions but accounts for emergencies',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'MFA for all' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [needsSecondFactorPolicy],
  objects: sql`
    select * from (${openFor(askedUsers(sql`not f.isGuest`), { level: 1 })})
    union all select * from (${openFor(askedUnknown, { level: 1 })})`,
  examples: [
    {
      name: 'left out by name and by group; whom no policy leaves out, a disabled one, one with the older setting, a guest',
      records: [
        user('u1'),
        user('u2'),
        user('u3'),
        user('u4', { accountEnabled: false }),
        user('u5', { perUserMfaState: 'enforced' }),
        guest('g1'),
        group('left-out', ['u2', 'u4', 'u5', 'g1']),
        accessPolicy('p1', { users: { excludeUsers: ['u1'], excludeGroups: ['left-out'] } }),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'only for one application, only from one platform, and an alternative that needs no second factor',
      records: [
        user('u1'),
        accessPolicy('p1', { applications: { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] } }),
        accessPolicy('p2', {
          conditions: { platforms: { includePlatforms: ['windows', 'macOS'], excludePlatforms: [] } },
        }),
        accessPolicy('p3', { grantControls: grants('OR', 'mfa', 'compliantApplication') }),
      ],
      verdict: 'not-met',
      objects: ['u1'],
    },
    {
      name: 'policies that the export of users does not explain',
      records: [
        accessPolicy('p1', { users: { excludeGroups: ['g1'], excludeUsers: ['u9'] } }),
        accessPolicy('p2', { state: 'enabledForReportingButNotEnforced' }),
      ],
      verdict: 'not-met',
      objects: ['g1', 'u9'],
    },
    {
      name: 'everybody at every application; an empty group is left out',
      records: [
        user('u1'),
        group('g0', []),
        group('g1', ['u1']),
        accessPolicy('p1', { users: { excludeGroups: ['g0'] } }),
      ],
      verdict: 'met',
    },
    {
      name: 'those whom one policy leaves out, another asks',
      records: [
        user('u1'),
        user('u2'),
        accessPolicy('p1', { users: { excludeUsers: ['u1'] } }),
        accessPolicy('p2', { users: { includeUsers: ['u1'] }, grantControls: grants('AND', 'compliantDevice', 'mfa') }),
      ],
      verdict: 'met',
    },
    { name: 'security defaults', records: [user('u1'), securityDefaults(true)], verdict: 'met' },
    {
      name: 'a policy that may ask for a strength, which the export leaves out',
      records: [
        user('u1'),
        {
          DisplayName: 'MFA for all',
          Id: 'p1',
          State: 'enabled',
          IncludeUsers: 'All',
          IncludeApplications: 'All',
          ClientAppTypes: 'all',
          DeviceFilter: 'Not Configured',
          BuiltInControls: '',
          GrantOperator: 'OR',
          UserActions: '',
        },
      ],
      verdict: 'not-examined',
    },
    {
      name: 'users without policies say nothing',
      records: [user('u1'), securityDefaults(false)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
