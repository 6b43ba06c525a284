import { sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** What agreement is worth; all together 1. Below `ambiguousFrom` nothing is said to fit. */
const weight = { sender: 0.25, subject: 0.3, recipients: 0.1 } as const;
const matchedFrom = 0.6;
const ambiguousFrom = 0.45;
/** How far the next best must be behind. */
const clearBy = 0.15;

/** How many entries of metadata were found in the scanned mail, and how many messages were exposed for whatever reason. */
export interface ExposureCounts {
  readonly matched: number;
  readonly ambiguous: number;
  readonly notFound: number;
  readonly messages: number;
}

/** A subject without what answers and forwards put before it, without regard to case and blanks. */
const bareSubject = (text: Sql): Sql =>
  sql`nullif(trim(regexp_replace(regexp_replace(lower(${text}), '^(\\s*(re|fw|fwd|aw|wg|antw|tr|rv|отв|пересл|нв)(\\[[0-9]+\\])?\\s*:\\s*)+', ''), '\\s+', ' ', 'g')), '')`;

/**
 * Finds the mails of the metadata among the scanned messages, and adds what our own logs say was read. By message id where both have
 * one; else by sender, recipients, subject and time, with the weight of what agrees as the confidence. Everything is worked out anew.
 */
export async function matchExposed(store: Store): Promise<ExposureCounts> {
  await store.run(sql`delete from exposed_message`);
  await store.run(sql`create or replace temp table message_key as
    select file_id, message, messageId, lower(messageId) as id, sender, recipients, ${bareSubject(sql`subject`)} as subject, sent,
      coalesce(lower(messageId), file_id || ':' || message) as same from message`);
  await store.run(sql`create or replace temp table exposed_key as
    select file_id, record, lower(messageId) as id, coalesce(sender, mailbox) as sender, sender is not null as saysSender, recipients,
      ${bareSubject(sql`subject`)} as subject, sent from exposed_mail`);
  await store.run(sql`create or replace temp table exposed_match as
    select e.file_id as metadata, e.record, m.file_id, m.message, m.same, 1.0::double as confidence, 'message id' as "by"
    from exposed_key e join message_key m using (id)`);
  await findByContent(store);
  await keepStates(store);
  await store.run(sql`insert into exposed_message
    select distinct file_id, message, 'metadata', "by", confidence, metadata, record from exposed_match where isChosen`);
  await addMailAccess(store);
  await addFollowers(store);
  for (const name of [sql`message_key`, sql`exposed_key`, sql`exposed_match`]) await store.run(sql`drop table ${name}`);
  return store.row<ExposureCounts & Record<string, number>>(sql`
    select count(*) filter (where state = 'matched') as matched, count(*) filter (where state = 'ambiguous') as ambiguous,
      count(*) filter (where state = 'not-found') as "notFound",
      (select count(*) from (select distinct file_id, message from exposed_message)) as messages
    from exposed_mail`);
}

/** For entries that no message id has found: candidates share the hour and the sender or subject, or sender and subject. */
async function findByContent(store: Store): Promise<void> {
  const open = sql`(select * from exposed_key where (file_id, record) not in (select (metadata, record) from exposed_match))`;
  const hour = (time: Sql): Sql => sql`(epoch(${time})::bigint // 3600)`;
  const apart = sql`abs(epoch(m.sent) - epoch(e.sent))`;
  // Metadata often has local times: minutes and seconds agree, hours do not.
  const isShifted = sql`least(${apart} % 3600, 3600 - ${apart} % 3600) <= 60 and ${apart} <= 14 * 3600`;
  const agrees = {
    sender: sql`coalesce(e.sender = m.sender, false)`,
    subject: sql`coalesce(e.subject = m.subject, false)`,
    recipients: sql`coalesce(list_has_any(e.recipients, m.recipients), false)`,
  };
  const time = sql`case when ${apart} <= 60 then 0.35 when ${apart} <= 600 then 0.25 when ${isShifted} then 0.25 when ${apart} <= 36 * 3600 then 0.1 else 0 end`;
  const score = sql`${agrees.sender}::integer * ${weight.sender}::double + ${agrees.subject}::integer * ${weight.subject}::double
    + ${agrees.recipients}::integer * ${weight.recipients}::double + coalesce(${time}, 0)
    - (e.subject is not null and m.subject is not null and e.subject <> m.subject)::integer * 0.3
    - (e.saysSender and m.sender is not null and e.sender <> m.sender)::integer * 0.2`;
  const said = sql`array_to_string(list_filter([case when ${agrees.sender} then 'sender' end, case when ${agrees.recipients} then 'recipients' end,
    case when ${agrees.subject} then 'subject' end, case when ${apart} <= 600 then 'time' when ${isShifted} then 'time but for its zone' end], lambda w: w is not null), ', ')`;
  await store.run(sql`insert into exposed_match
    select metadata, record, file_id, message, any_value(same), max(confidence), arg_max("by", confidence) from (
      select e.file_id as metadata, e.record, m.file_id, m.message, m.same, ${score} as confidence, ${said} as "by"
      from ${open} e join message_key m on m.sender = e.sender and ${hour(sql`m.sent`)} = ${hour(sql`e.sent`)}
      union all
      select e.file_id, e.record, m.file_id, m.message, m.same, ${score}, ${said}
      from (select *, unnest([-1, 1]) as beside from ${open}) e join message_key m on m.sender = e.sender and ${hour(sql`m.sent`)} = ${hour(sql`e.sent`)} + e.beside
      union all
      select e.file_id, e.record, m.file_id, m.message, m.same, ${score}, ${said}
      from ${open} e join message_key m on m.subject = e.subject and m.sender = e.sender
      union all
      select e.file_id, e.record, m.file_id, m.message, m.same, ${score}, ${said}
      from ${open} e join message_key m on m.subject = e.subject and ${hour(sql`m.sent`)} = ${hour(sql`e.sent`)}
    ) where confidence >= ${ambiguousFrom}::double group by metadata, record, file_id, message`);
}

/** The best candidate is the one if no other message is nearly as good; copies of one message are one. */
async function keepStates(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table exposed_match as
    select *, confidence > best - ${clearBy}::double as isChosen from (
      select *, max(confidence) over (partition by metadata, record) as best from exposed_match
    )`);
  await store.run(sql`create or replace temp table exposed_state as
    select metadata, record, any_value(best) as confidence, arg_max("by", confidence) as "by",
      case when any_value(best) >= ${matchedFrom}::double and count(distinct same) filter (where isChosen) = 1 then 'matched' else 'ambiguous' end as state
    from exposed_match group by metadata, record`);
  await store.run(sql`update exposed_mail e set state = s.state, confidence = s.confidence, "by" = s."by"
    from exposed_state s where s.metadata = e.file_id and s.record = e.record`);
  await store.run(sql`update exposed_mail e set state = 'not-found', confidence = null, "by" = null
    where (file_id, record) not in (select (metadata, record) from exposed_state)`);
  await store.run(sql`drop table exposed_state`);
}

/** What stories of the intrusion say was read: single messages, whole folders, or everything in a mailbox up to a time. */
async function addMailAccess(store: Store): Promise<void> {
  const isOf = sql`(m.sender = s.mailbox or list_contains(m.recipients, s.mailbox))`;
  await store.run(sql`insert into exposed_message
    select m.file_id, m.message, 'mail access', 'read in ' || s.mailbox, 1, null, null
    from (select mailbox, unnest(messageIds) as id from story_mailbox) s join message m on m.messageId = trim(s.id, '<>')
    union
    select m.file_id, m.message, 'mail access', 'its folder ' || s.folder || ' of ' || s.mailbox || ' was read as a whole', 0.9, null, null
    from (select mailbox, ltrim(unnest(folders), '\\/') as folder, last from story_mailbox where certainty = 'folder') s
    join message m on ${isOf} and lower(m.folder) = lower(s.folder) and m.sent <= s.last
    union
    select m.file_id, m.message, 'mail access', 'what was read in ' || s.mailbox || ' is not recorded: everything up to then may have been', 0.5, null, null
    from story_mailbox s join message m on ${isOf} and m.sent <= s.last where s.certainty = 'window'`);
}

/** What hangs on exposed messages: copies elsewhere, messages inside, and those of the same thread, which quote or are quoted. */
async function addFollowers(store: Store): Promise<void> {
  await store.run(sql`insert into exposed_message
    with exposed as (select distinct file_id, message from exposed_message)
    select m.file_id, m.message, 'copy', 'the same message as one that was exposed', 1, null, null
    from (select distinct k.same from exposed x join message_key k using (file_id, message)) e join message_key m using (same)
    anti join exposed x using (file_id, message)`);
  await store.run(sql`insert into exposed_message
    with recursive inside as (
      select file_id, message from exposed_message
      union select m.file_id, m.message from inside i join message m on m.file_id = i.file_id and m.parent = i.message
    )
    select file_id, message, 'copy', 'attached to a message that was exposed', 1, null, null
    from inside anti join exposed_message x using (file_id, message)`);
  await store.run(sql`insert into exposed_message
    with exposed as (select distinct file_id, message from exposed_message),
      id as (select distinct m.messageId as id, m."references" as earlier from exposed x join message m using (file_id, message))
    select distinct m.file_id, m.message, 'thread', 'of the same thread as a message that was exposed', 0.3, null, null from (
      select file_id, message from (select file_id, message, unnest("references") as id from message) semi join id using (id)
      union select m.file_id, m.message from message m semi join (select unnest(earlier) as id from id) e on e.id = m.messageId
    ) m anti join exposed x using (file_id, message)`);
}
