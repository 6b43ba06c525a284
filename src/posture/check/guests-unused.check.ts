import { sql } from '../../store/sql.ts';
import { type Check, needsUse, needsUsers } from '../check.ts';
import { guest, usedAt, user } from '../graph-record.ts';

const days = 90;

const check: Check = {
  check: 'guests-unused',
  title: `No enabled guest is unused for ${days} days`,
  lesson: 'forgotten-accounts',
  severity: 'medium',
  risk: 'A guest keeps what was shared with him long after the work is done. Whoever takes over his account, in a tenant that you do not guard, comes in with it.',
  incident: 'One tenant was the way into the other: what nobody used any more was still trusted.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/users/clean-up-stale-guest-accounts',
    'https://learn.microsoft.com/en-us/entra/id-governance/access-reviews-external-users',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the guest > Delete; for all: Identity governance > Access reviews > Guest users only',
    command: 'Remove-MgUser -UserId <id>',
  },
  needs: [needsUsers, needsUse],
  objects: sql`
    select tenantId, 'user' as type, id, name,
      case when lastUsed is null then 'never used' || coalesce(', made ' || strftime(createdDateTime, '%Y-%m-%d'), '')
        else 'last used ' || strftime(lastUsed, '%Y-%m-%d') end as because, file_id, record
    from fact_user where isGuest and accountEnabled is distinct from false and coalesce(externalUserState, '') <> 'PendingAcceptance'
      and (idleDays > ${days} or (lastUsed is null and createdDateTime is null))`,
  examples: [
    {
      name: 'guests that were last used long ago or never; a used one; one that never came; a member',
      records: [
        guest('g1', usedAt('2025-01-02T00:00:00Z')),
        guest('g2', { userType: null }),
        guest('g3', usedAt('2026-11-02T00:00:00Z')),
        guest('g4', { externalUserState: 'PendingAcceptance' }),
        user('u1', usedAt('2025-01-02T00:00:00Z')),
      ],
      verdict: 'not-met',
      objects: ['g1', 'g2'],
    },
    { name: 'a guest in use', records: [guest('g3', usedAt('2026-11-02T00:00:00Z'))], verdict: 'met' },
    { name: 'guests without their sign-in times say nothing', records: [guest('g1')], verdict: 'not-examined' },
  ],
};

export default check;
