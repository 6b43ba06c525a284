import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample } from './example-record.ts';
import { networkOf } from './story/network.ts';

const mailboxesAtLeast = 3;
/** Who reads mail from the beginning of the log on, or for this long, is known: backup, journaling, a ticket system. */
const daysUntilKnown = 7;
/** More mailboxes a day than this many times what is usual for the application is new all the same. */
const timesUsual = 5;

function read(id: string, minute: number, mailbox: string, application: string, ip = '203.0.113.7') {
  return auditExample(id, minute, 'MailItemsAccessed', {
    RecordType: 50,
    Workload: 'Exchange',
    UserType: 5,
    UserId: mailbox,
    MailboxOwnerUPN: mailbox,
    ClientAppId: application,
    ClientIPAddress: ip,
    ClientInfoString: 'Client=WebServices;',
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
  });
}

/** Reading by day, application and network, with what is usual for the application. */
const judged = sql`
  with access as (
    select lower(coalesce(clientAppId, appId)) as application, coalesce(mailboxOwner, principal) as mailbox, time::date as day, ${networkOf(sql`null`, sql`ip`)} as network
    from scoped_activity
    where operation = 'MailItemsAccessed' and actorType = 'application' and coalesce(clientAppId, appId) is not null
  ), daily as (
    select application, network, day, list(distinct mailbox) as mailboxes from access group by all
  ), begun as (
    select min(time)::date as start from scoped_activity where operation = 'MailItemsAccessed'
  ), reader as (
    select application, min(day) as first, max(day) as last, median(len(mailboxes)) as usual from daily group by application
  ), place as (
    select application, network, min(day) as since from daily group by all
  )
  select d.application, d.day, d.network, d.mailboxes, r.first, r.usual, p.since, b.start,
    case when date_diff('day', b.start, r.first) >= ${daysUntilKnown} or date_diff('day', b.start, r.last) < ${daysUntilKnown} then 'new'
      when date_diff('day', r.first, p.since) >= ${daysUntilKnown} then 'elsewhere'
      when len(d.mailboxes) > ${timesUsual} * greatest(r.usual, 1) and date_diff('day', r.first, d.day) >= ${daysUntilKnown} then 'more' end as strangeness
  from daily d join reader r using (application) join place p on p.application = d.application and p.network is not distinct from d.network, begun b`;

const strange = sql`
  with odd as (select * from (${judged}) where strangeness is not null),
  wide as (select application from odd group by all having len(list_distinct(flatten(list(mailboxes)))) >= ${mailboxesAtLeast})
  select * from odd semi join wide using (application)`;

const analysis: Analysis = {
  detection: 'unfamiliar-application-reads-mail',
  title: 'An application that is not known for it read the mail of several mailboxes',
  description: `An application without a user read mail in ${mailboxesAtLeast} or more mailboxes, and it began later than the log by ${daysUntilKnown} days or more, does it from a new network, or reads many times more mailboxes a day than it used to. In a log shorter than that every application is unknown.`,
  severity: 'high',
  techniques: ['T1114.002'],
  next: 'Ask whether this is known software such as backup or journaling; if not, revoke its permission and list the messages that the records name.',
  falsePositives: ['Backup, archiving, migration and mail security products that were new at that time.'],
  references: [
    'https://attack.mitre.org/techniques/T1114/002/',
    'https://learn.microsoft.com/purview/audit-log-investigate-accounts',
  ],
  logs: ['unified-audit'],
  query: sql`
    select o.application as key, 'activity' as source_table, m.file_id, m.record
    from scoped_activity m join (${strange}) o on o.application = lower(coalesce(m.clientAppId, m.appId)) and m.time::date = o.day
      and o.network is not distinct from ${networkOf(sql`null`, sql`m.ip`)}
    where m.operation = 'MailItemsAccessed' and m.actorType = 'application'`,
  reasons: sql`
    select application as key, 'Read ' || len(list_distinct(flatten(list(mailboxes)))) || ' mailboxes on '
      || count(distinct day) || case when count(distinct day) = 1 then ' day' else ' days' end || ', at most ' || max(len(mailboxes)) || ' a day; '
      || case when bool_or(strangeness = 'new') then 'it is seen since ' || min(first) || ', the log begins ' || min(start)
        when bool_or(strangeness = 'elsewhere') then 'it read from elsewhere since ' || min(first) || ', from here since ' || min(since)
        else 'usual are ' || max(usual) || ' a day' end || '.' as why
    from (${strange}) group by application`,
  examples: [
    {
      name: 'four mailboxes in a log of one day',
      fires: true,
      records: ['a', 'b', 'c', 'd'].map((name, index) =>
        read(`mail-${name}`, index, `${name}@frostline.example`, 'eeeeeeee-0000-4000-8000-000000000001'),
      ),
    },
    {
      name: 'known for weeks, then from another network',
      fires: true,
      records: [
        ...Array.from({ length: 20 }, (_, day) =>
          read(
            `known-${day}`,
            day * 1440,
            `box${day}@frostline.example`,
            'eeeeeeee-0000-4000-8000-000000000003',
            '192.0.2.9',
          ),
        ),
        ...['a', 'b', 'c'].map((name) =>
          read(
            `moved-${name}`,
            20 * 1440,
            `${name}@frostline.example`,
            'eeeeeeee-0000-4000-8000-000000000003',
            '198.18.0.9',
          ),
        ),
      ],
    },
    {
      name: 'its own mailbox again and again, and a backup that is known',
      fires: false,
      records: [
        ...[0, 1, 2, 3].map((minute) =>
          read(`scan-${minute}`, minute, 'scanner@frostline.example', 'eeeeeeee-0000-4000-8000-000000000002'),
        ),
        ...Array.from({ length: 20 }, (_, day) =>
          read(`backup-${day}`, day * 1440, `box${day}@frostline.example`, 'eeeeeeee-0000-4000-8000-000000000004'),
        ),
      ],
    },
  ],
};

export default analysis;
