import { registration } from '../../directory/fact/conditional-access.ts';
import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { user } from '../graph-record.ts';
import { askedAnyone, askedUnknown, askedUsers, openFor } from '../second-factor.ts';

const options = {
  level: 1,
  applications: sql`isRegistration`,
  what: 'the registration of a second factor',
} as const;

const check: Check = {
  check: 'registration-open-from-anywhere',
  title: 'Nobody registers a second factor with a password alone, from anywhere',
  lesson: 'self-enrolment',
  severity: 'high',
  risk: 'Where an account has no second factor yet, whoever knows its password registers one. With it he passes every policy that asks for a second factor.',
  incident:
    'The group used the self-enrolment of accounts that were never set up: a guessed password was enough to become their owner.',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt29-continues-targeting-microsoft',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-all-users-security-info-registration',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Securing security info registration; new staff get a Temporary Access Pass',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Secure registration' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeUserActions = 'urn:user:registersecurityinfo' }; ClientAppTypes = 'all'; Locations = @{ IncludeLocations = 'All'; ExcludeLocations = 'AllTrusted' } } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [
    exported(
      'conditional access policies with their user actions',
      'conditional_access_policy',
      sql`userActions is not null`,
    ),
  ],
  objects: sql`
    with anyone as (${openFor(askedAnyone, options)})
    select * from anyone
    union all select * from (${openFor(askedUsers(sql`not f.isGuest`), options)}) where tenantId not in (select tenantId from anyone)
    union all select * from (${openFor(askedUnknown, options)}) where tenantId not in (select tenantId from anyone)`,
  examples: [
    {
      name: 'a policy for all applications does not cover the registration',
      records: [user('u1'), accessPolicy('p1')],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'one user is left out',
      records: [
        user('u1'),
        user('u2'),
        accessPolicy('p1', {
          users: { excludeUsers: ['u2'] },
          applications: { includeApplications: [], includeUserActions: [registration] },
        }),
      ],
      verdict: 'not-met',
      objects: ['u2'],
    },
    {
      name: 'blocked but from trusted addresses',
      records: [
        user('u1'),
        accessPolicy('p1', {
          applications: { includeApplications: [], includeUserActions: [registration] },
          conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'met',
    },
    { name: 'users without policies say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
