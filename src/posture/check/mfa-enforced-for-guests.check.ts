import { sql } from '../../store/sql.ts';
import { type Check, needsUsers } from '../check.ts';
import { accessPolicy } from '../conditional-access-record.ts';
import { guest, user } from '../graph-record.ts';
import { askedUsers, needsGuestKinds, needsSecondFactorPolicy, openFor } from '../second-factor.ts';

const check: Check = {
  check: 'mfa-enforced-for-guests',
  title: 'No guest gets in with a password alone',
  lesson: 'no-second-factor',
  severity: 'high',
  risk: 'What protects a guest is decided in another tenant. If nothing is asked here either, a password that was guessed there opens what was shared here.',
  incident: 'The way led from a tenant that nobody guarded into one that was guarded well.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/authentication-conditional-access',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-guests-mfa-strength',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Conditional Access > New policy from template > Require multifactor authentication for guest access',
    command:
      "New-MgIdentityConditionalAccessPolicy -DisplayName 'MFA for guests' -State enabled -Conditions @{ Users = @{ IncludeUsers = 'GuestsOrExternalUsers' }; Applications = @{ IncludeApplications = 'All' }; ClientAppTypes = 'all' } -GrantControls @{ Operator = 'OR'; BuiltInControls = 'mfa' }",
  },
  needs: [needsSecondFactorPolicy, needsGuestKinds, needsUsers],
  objects: openFor(askedUsers(sql`f.isGuest`), { level: 1 }),
  examples: [
    {
      name: 'guests that the policy for all leaves out; a member that nobody leaves out',
      records: [
        guest('g1'),
        guest('g2', { accountEnabled: false }),
        user('u1'),
        accessPolicy('p1', { users: { excludeUsers: ['GuestsOrExternalUsers'] } }),
      ],
      verdict: 'not-met',
      objects: ['g1'],
    },
    {
      name: 'kinds of guests that another policy asks',
      records: [
        guest('g1'),
        user('u1'),
        accessPolicy('p1', { users: { excludeUsers: ['GuestsOrExternalUsers'] } }),
        accessPolicy('p2', {
          users: {
            includeUsers: [],
            includeGuestsOrExternalUsers: {
              guestOrExternalUserTypes: 'b2bCollaborationGuest,b2bCollaborationMember',
              externalTenants: {
                '@odata.type': '#microsoft.graph.conditionalAccessAllExternalTenants',
                membershipKind: 'all',
              },
            },
          },
        }),
      ],
      verdict: 'met',
    },
    { name: 'policies without users say nothing of guests', records: [accessPolicy('p1')], verdict: 'not-examined' },
  ],
};

export default check;
