import { sql } from '../../store/sql.ts';
import { type Check, type Need, needsUsers } from '../check.ts';
import { guest, user } from '../graph-record.ts';

const days = 30;

const needsState: Need = {
  what: 'users with the state of their invitation (externalUserState)',
  tenants: sql`select tenantId from fact_user group by tenantId having bool_or(externalUserState is not null) or not bool_or(isGuest)`,
};

const check: Check = {
  check: 'guest-invitations-unredeemed',
  title: `No invitation of a guest is open for more than ${days} days`,
  lesson: 'forgotten-accounts',
  severity: 'low',
  risk: 'An invitation that nobody took up can be taken up by whoever reads the mailbox it went to, also years later, and opens all that was shared with it.',
  incident:
    'The intruder read mail for weeks. Invitations lie in mailboxes, and the accounts for them are already there.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/redemption-experience',
    'https://learn.microsoft.com/en-us/entra/identity/users/clean-up-stale-guest-accounts',
  ],
  fix: {
    portal: 'Entra admin center > Users > filter "Invitation state: Pending acceptance" > Delete',
    command:
      'Get-MgUser -Filter "externalUserState eq \'PendingAcceptance\'" -ConsistencyLevel eventual -CountVariable n   # then Remove-MgUser -UserId <id>',
  },
  needs: [needsUsers, needsState],
  objects: sql`
    select tenantId, 'user' as type, id, name,
      'invited ' || coalesce(strftime(createdDateTime, '%Y-%m-%d'), 'at a time that the export does not say') || ' and not accepted' as because, file_id, record
    from fact_user where externalUserState = 'PendingAcceptance' and (createdDateTime is null or createdDateTime < taken - to_days(${days}))`,
  examples: [
    {
      name: 'one from years ago, one from last week, one accepted',
      records: [
        guest('g1', { externalUserState: 'PendingAcceptance' }),
        guest('g2', { externalUserState: 'PendingAcceptance', createdDateTime: '2026-11-20T00:00:00Z' }),
        guest('g3'),
      ],
      verdict: 'not-met',
      objects: ['g1'],
    },
    { name: 'an accepted one', records: [guest('g3')], verdict: 'met' },
    { name: 'a tenant without guests', records: [user('u1')], verdict: 'met' },
    {
      name: 'guests without the state of their invitation say nothing',
      records: [guest('g1', { externalUserState: null })],
      verdict: 'not-examined',
    },
  ],
};

export default check;
