import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample } from './example-record.ts';

const deletionsAtLeast = 5;

const analysis: Analysis = {
  detection: 'mass-deletion',
  title: 'Accounts, groups or applications deleted or disabled in a series',
  description: `${deletionsAtLeast} or more users, groups, devices, applications or service principals deleted, or users disabled, by one principal within a quarter of an hour.`,
  severity: 'high',
  techniques: ['T1485', 'T1531'],
  next: 'Stop the principal that did it, restore the objects within the 30 days that Entra keeps them, and ask who ordered the deletions.',
  falsePositives: ['A planned clean-up or an identity governance run.'],
  references: [
    'https://attack.mitre.org/techniques/T1531/',
    'https://learn.microsoft.com/entra/fundamentals/users-restore',
  ],
  logs: ['directory-audit', 'unified-audit'],
  query: sql`
    with deletion as (
      select *, count(distinct coalesce(objectId, id)) over (partition by principal order by time range between interval 15 minutes preceding and current row) as objects
      from scoped_activity
      where lower(operation) in ('delete user', 'hard delete user', 'disable account', 'delete group', 'hard delete group', 'delete application',
        'hard delete application', 'remove service principal', 'delete device', 'delete service principal', 'remove-mailbox', 'remove-user')
    ), hit as (
      select principal, min(time) - interval 15 minutes as since, max(time) as until from deletion where objects >= ${deletionsAtLeast} group by all
    )
    select d.principal as key, 'activity' as source_table, file_id, record
    from deletion d join hit h on d.principal = h.principal and d.time between h.since and h.until`,
  examples: [
    {
      name: 'seven users in seven minutes',
      fires: true,
      records: Array.from({ length: 7 }, (_, minute) =>
        auditExample(`delete-${minute}`, minute, 'Delete user.', { ObjectId: `u${minute}@frostline.example` }),
      ),
    },
    {
      name: 'seven users in seven hours',
      fires: false,
      records: Array.from({ length: 7 }, (_, hour) =>
        auditExample(`leaver-${hour}`, hour * 60, 'Delete user.', {
          ObjectId: `v${hour}@frostline.example`,
          UserId: 'hr@frostline.example',
        }),
      ),
    },
  ],
};

export default analysis;
