import type { Check } from '../check.ts';
import { accessPolicy, grants } from '../conditional-access-record.ts';
import { group, securityDefaults, user } from '../graph-record.ts';
import { legacyOpenFor, needsSecondFactorPolicy } from '../second-factor.ts';

/**
 * CISA looks for one policy that blocks the old clients. A policy that asks all clients for a second factor keeps them out as
 * well, because they cannot give one.
 */
const check: Check = {
  check: 'legacy-authentication-blocked',
  title: 'Nobody signs in with a protocol that knows no second factor',
  lesson: 'legacy-authentication',
  severity: 'high',
  risk: 'IMAP, POP, SMTP and older clients send a name and a password, and that is all. A spray that finds the password reads the mail.',
  incident:
    'A spray goes where nobody can ask for a second factor. CISA names such accounts as the first aim of this group.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-legacy-authentication',
  ],
  scuba: ['MS.AAD.1.1'],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Block legacy authentication',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'Block legacy authentication' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'All' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'exchangeActiveSync', 'other' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'block' }",
  },
  needs: [needsSecondFactorPolicy],
  objects: legacyOpenFor,
  examples: [
    {
      name: 'a policy for modern clients, and one for the old ones that leaves a group out and forgets ActiveSync',
      records: [
        user('u1'),
        user('u2'),
        group('g1', ['u2']),
        accessPolicy('p1', { conditions: { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] } }),
        accessPolicy('p2', {
          users: { excludeGroups: ['g1'] },
          conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'not-met',
      objects: ['u2'],
    },
    {
      name: 'only the other clients are blocked',
      records: [
        user('u1'),
        user('u2'),
        accessPolicy('p1', { conditions: { clientAppTypes: ['other'] }, grantControls: grants('OR', 'block') }),
      ],
      verdict: 'not-met',
      objects: ['unknown tenant'],
    },
    {
      name: 'blocked for all',
      records: [
        user('u1'),
        accessPolicy('p2', {
          conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
          grantControls: grants('OR', 'block'),
        }),
      ],
      verdict: 'met',
    },
    { name: 'every client is asked for a second factor', records: [user('u1'), accessPolicy('p1')], verdict: 'met' },
    {
      name: 'users without policies say nothing',
      records: [user('u1'), securityDefaults(false)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
