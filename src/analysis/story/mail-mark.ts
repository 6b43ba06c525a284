import { sql, type Sql } from '../../store/sql.ts';
import { mailboxOfRequest } from '../mail/graph-mailbox.ts';
import { mailboxesRead, messagesRead } from '../mail/message-read.ts';
import { networkOfAddress } from './network.ts';
import { grace } from './familiar.ts';
import { tieOf } from './hand.ts';

/** How an application is called in tables of mailboxes. */
const applicationName = sql`coalesce(n.name, 'an application') || coalesce(' (' || coalesce(m.appId, n.appId) || ')', '')`;

/** The columns of `near` that say in whose hand it was. */
const heldMail = {
  story: sql`near.story`,
  entity: sql`near.entity`,
  since: sql`near.since`,
  network: sql`near.network`,
  token: sql`near.token`,
  session: sql`near.session`,
};

/** Adds the records of mail that was read to `mark`, and fills `message_read` and the table `story_mailbox`. */
export const mailMarks: readonly Sql[] = [
  sql`create or replace temp table mail_record as
    with access as materialized (
      select file_id, record, time, principal, actorType, uniqueTokenIdentifier as token, sessionId as session,
        lower(coalesce(clientAppId, appId)) as reader, ${networkOfAddress(sql`m.ip`)} as network
      from scoped_activity m left join address a on a.ip = m.ip
      where operation = 'MailItemsAccessed'
        and (lower(coalesce(clientAppId, appId)) in (select alias from fallen_application) or principal in (select name from fallen_name))
    ), near as (
      select f.story, f.entity, f.since, a.* from access a join fallen_application f on f.alias = a.reader
      where a.time >= f.since - ${grace}
      union all
      select f.story, f.entity, f.since, a.* from access a join fallen_name f on f.name = a.principal
      where a.actorType = 'user' and a.time >= f.since - ${grace}
        and not exists (select 1 from fallen_application o where o.story = f.story and o.alias = a.reader)
    ), chosen as (
      select * from (select *, ${tieOf(heldMail)} as tie from near) where tie is not null
    )
    select c.story, c.entity, c.reader, c.network, c.tie, m.* from scoped_activity m join chosen c on c.file_id = m.file_id and c.record = m.record`,
  sql`create or replace temp table message_read as
    select m.* exclude appId, case when starts_with(m.entity, 'application ') then ${applicationName} else coalesce(d.name || ' (' || m.appId || ')', m.appId) end as application
    from (${messagesRead(sql`select * from mail_record`, sql`story, entity, reader as appId, ip, network, tie, actorType`)}) m left join entity n on n.entity = m.entity
    left join (
      select lower(appId) as appId, any_value(appDisplayName) as name from scoped_sign_in where principal in (select name from fallen_name) group by all
    ) d on d.appId = m.appId`,
  sql`insert into mark
    select story, 'mail-access', 2.0, time, entity, 'user ' || coalesce(mailboxOwner, principal), 'mail', coalesce(mailboxOwner, principal), 'activity' || file_id || ' ' || record,
      ip, null, network, 'activity', file_id, record, 'mailbox', 'user ' || coalesce(mailboxOwner, principal) from mail_record`,
  sql`update mark set lane = 'user ' || coalesce(u.name, m.mailbox), laneKind = 'mailbox', detail = coalesce(u.name, m.mailbox) from (
      select file_id, record, ${mailboxOfRequest} as mailbox from scoped_graph_activity
      where (file_id, record) in (select (file_id, record) from mark where stage = 'mail-access' and kind = 'request')
    ) m left join (select id, arg_max(name, contains(name, '@')) as name from user_alias group by all) u on u.id = m.mailbox
    where mark.source_table = 'graph_activity' and mark.file_id = m.file_id and mark.record = m.record`,
  sql`insert into story_mailbox ${mailboxesRead}`,
  // A request for messages that was answered: which ones is not recorded, so everything in the time.
  sql`insert into story_mailbox
    select k.story, k.detail, 'window', ${applicationName}, any_value(g.userAgent), list_sort(list(distinct q.tie)), min(k.time), max(k.time), 0, [], []
    from mark k join scoped_graph_activity g on g.file_id = k.file_id and g.record = k.record
      join request q on q.story = k.story and q.file_id = k.file_id and q.record = k.record left join entity n on n.entity = k.actor
      left join (select null as appId) m on true
    where k.source_table = 'graph_activity' and k.stage = 'mail-access' and k.laneKind = 'mailbox' and coalesce(g.responseStatusCode, 200) < 400
      and not exists (select 1 from message_read r where r.story = k.story and r.entity = k.actor and r.mailbox = k.detail)
    group by k.story, k.detail, k.actor, n.name, n.appId, m.appId`,
];
