import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample } from './example-record.ts';
import { mailboxOfRequest } from './mail/graph-mailbox.ts';
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

function requested(id: string, day: number, mailbox: string, application: string) {
  return {
    time: new Date(Date.UTC(2024, 0, 10 + day, 6)).toISOString(),
    category: 'MicrosoftGraphActivityLogs',
    operationName: 'Microsoft Graph Activity',
    properties: {
      requestId: id,
      requestMethod: 'GET',
      requestUri: `https://graph.microsoft.com/v1.0/users/${mailbox}/messages`,
      responseStatusCode: 200,
      appId: application,
      servicePrincipalId: `service-principal-of-${application}`,
      ipAddress: '203.0.113.7',
      roles: 'Mail.Read',
    },
  };
}

/** Each reading without a user, from both logs that tell of it. */
const reading = sql`
  select 'activity' as source_table, file_id, record, lower(coalesce(clientAppId, appId)) as application, coalesce(mailboxOwner, principal) as mailbox,
    time::date as day, ${networkOf(sql`null`, sql`ip`)} as network
  from scoped_activity
  where list_contains(['MailItemsAccessed', 'AttachmentAccess', 'MessageBind', 'FolderBind'], operation) and actorType = 'application'
    and coalesce(clientAppId, appId) is not null
  union all
  select 'graph_activity', file_id, record, lower(appId), ${mailboxOfRequest}, time::date, ${networkOf(sql`null`, sql`ip`)}
  from scoped_graph_activity
  where ${mailboxOfRequest} is not null and list_contains(['GET', 'POST'], operation) and responseStatusCode between 200 and 299 and nullif(userId, '') is null and appId is not null
    and regexp_matches(requestUri, '(?i)/(messages|mailFolders|mailboxSettings|exportItems)') and not regexp_matches(requestUri, '(?i)/(sendMail|messageRules|chats)')`;

/** Reading by day, application and network, with what is usual for the application in that log. */
const judged = sql`
  with daily as (
    select source_table, application, network, day, list(distinct mailbox) as mailboxes from (${reading}) group by all
  ), begun as (
    select source_table, min(day) as start from daily group by all
  ), reader as (
    select source_table, application, min(day) as first, max(day) as last, median(len(mailboxes)) as usual from daily group by all
  ), place as (
    select source_table, application, network, min(day) as since from daily group by all
  )
  select d.source_table, d.application, d.day, d.network, d.mailboxes, r.first, r.usual, p.since, b.start,
    date_diff('day', b.start, r.first) >= ${daysUntilKnown} as isLater,
    case when isLater or date_diff('day', b.start, r.last) < ${daysUntilKnown} then 'new'
      when date_diff('day', r.first, p.since) >= ${daysUntilKnown} then 'elsewhere'
      when len(d.mailboxes) > ${timesUsual} * greatest(r.usual, 1) and date_diff('day', r.first, d.day) >= ${daysUntilKnown} then 'more' end as strangeness
  from daily d join reader r using (source_table, application)
  join place p on p.source_table = d.source_table and p.application = d.application and p.network is not distinct from d.network
  join begun b on b.source_table = d.source_table`;

/** One mailbox is enough if the application came later than the log: before that, it may be its own that it always read. */
const strange = sql`
  with odd as (select * from (${judged}) where strangeness is not null),
  wide as (select application from odd group by all having bool_or(isLater) or len(list_distinct(flatten(list(mailboxes)))) >= ${mailboxesAtLeast})
  select * from odd semi join wide using (application)`;

const analysis: Analysis = {
  detection: 'unfamiliar-application-reads-mail',
  title: 'An application that is not known for it read mail',
  description: `An application without a user read mail, and it began later than the log by ${daysUntilKnown} days or more; or it read ${mailboxesAtLeast} or more mailboxes from a network that is new for it, or many times more mailboxes a day than it used to. In a log shorter than ${daysUntilKnown} days every application is unknown.`,
  severity: 'high',
  techniques: ['T1114.002'],
  next: 'Ask whether this is known software such as backup or journaling; if not, revoke its permission and list the messages that the records name.',
  falsePositives: ['Backup, archiving, migration and mail security products that were new at that time.'],
  references: [
    'https://attack.mitre.org/techniques/T1114/002/',
    'https://learn.microsoft.com/purview/audit-log-investigate-accounts',
  ],
  logs: ['unified-audit', 'graph-activity'],
  query: sql`
    select m.application as key, m.source_table, m.file_id, m.record
    from (${reading}) m join (${strange}) o on o.source_table = m.source_table and o.application = m.application and o.day = m.day
      and o.network is not distinct from m.network`,
  reasons: sql`
    with told as (
      select application, source_table, len(list_distinct(flatten(list(mailboxes)))) as boxes, count(distinct day) as days, max(len(mailboxes)) as most,
        bool_or(strangeness = 'new') as isNew, bool_or(strangeness = 'elsewhere') as isElsewhere, min(first) as first, min(start) as start, min(since) as since, max(usual) as usual
      from (${strange}) group by all
    )
    select application as key, 'Read ' || boxes || case when boxes = 1 then ' mailbox on ' else ' mailboxes on ' end
      || days || case when days = 1 then ' day' else ' days' end || ', at most ' || most || ' a day; '
      || case when isNew then 'it is seen since ' || first || ', the log begins ' || start
        when isElsewhere then 'it read from elsewhere since ' || first || ', from here since ' || since
        else 'usual are ' || usual || ' a day' end || '.' as why
    from told qualify row_number() over (partition by application order by boxes desc, source_table) = 1`,
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
      name: 'one mailbox through Microsoft Graph, three weeks after the log began',
      fires: true,
      records: [
        ...Array.from({ length: 21 }, (_, day) =>
          requested(`graph-known-${day}`, day, `box${day}@frostline.example`, 'eeeeeeee-0000-4000-8000-000000000006'),
        ),
        requested('graph-late', 21, 'chief@frostline.example', 'eeeeeeee-0000-4000-8000-000000000005'),
      ],
    },
    {
      name: 'a backup that reads through Microsoft Graph from the first day on',
      fires: false,
      records: Array.from({ length: 21 }, (_, day) =>
        requested(`graph-backup-${day}`, day, `box${day}@frostline.example`, 'eeeeeeee-0000-4000-8000-000000000007'),
      ),
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
