import type { Instant } from '../../shape/instant.ts';
import { type Sql, sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { mailProviders } from './mail-provider.ts';

/** Which messages were taken for read by strangers: those that logs say were accessed, or all that were scanned. */
export type Basis = 'exposed' | 'scanned';

/** How much of the mail a correspondent has part in. */
export type Correspondent = { correspondent: string; messages: number; credentials: number };

/** A message as its correspondent may see it: `recipients` are those of the correspondent, `mailboxes` our own addresses in it. */
export type SharedMessage = {
  correspondent: string;
  messageId: string | null;
  sender: string | null;
  recipients: string[];
  subject: string | null;
  sent: Instant | null;
  mailboxes: string[];
};

/** What was found in the mail of a correspondent: number of credentials, and of messages that hold one. */
export type SharedKind = { correspondent: string; kind: string; title: string; credentials: number; messages: number };

/** What laying out the correspondence says about it. */
export interface Correspondence {
  readonly basis: Basis;
  readonly messages: number;
  /** Addresses without a domain that could be told. */
  readonly unusable: number;
}

const domainPattern = String.raw`[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+`;

/**
 * Lays the addresses of all messages in question into the temporary table `shared_address` (file_id, message, role, address, domain,
 * isOwn, correspondent), which goes with the connection. Domains below one's own are one's own.
 */
export async function layCorrespondence(store: Store, own: readonly string[]): Promise<Correspondence> {
  const basis = await basisOf(store);
  const chosen =
    basis === 'exposed'
      ? sql`select distinct file_id, message from exposed_message`
      : sql`select file_id, message from message`;
  await store.run(sql`
    create or replace temp table shared_address as
    with chosen as (${chosen}), spoken as (
      select m.file_id, m.message, 'sender' as role, m.sender as text from message m semi join chosen using (file_id, message)
      union all
      select m.file_id, m.message, 'recipient', unnest(m.recipients) from message m semi join chosen using (file_id, message)
    ), named as (
      select distinct file_id, message, role, lower(regexp_extract(text, '[^\\s<>"@,;]+@[^\\s<>"@,;]+')) as address from spoken where text is not null
    ), split as (
      select *, rtrim(split_part(address, '@', 2), '.') as domain from named where address <> ''
    ), owned as (
      select split.*, exists (select 1 from ${list(own)} o where split.domain = o.domain or ends_with(split.domain, '.' || o.domain)) as isOwn
      from split
    )
    select owned.*, case
        when isOwn or not regexp_full_match(owned.domain, ${domainPattern}) then null
        when p.domain is not null then address else owned.domain end as correspondent
    from owned left join ${list(mailProviders)} p on p.domain = owned.domain`);
  return store.row<{ basis: Basis; messages: number; unusable: number }>(sql`
    select ${basis} as basis, (select count(*) from (${chosen})) as messages,
      count(distinct address) filter (where correspondent is null and not isOwn) as unusable
    from shared_address`);
}

function list(domains: readonly string[]): Sql {
  return sql`(select unnest((${JSON.stringify(domains)}::json)::varchar[]) as domain)`;
}

async function basisOf(store: Store): Promise<Basis> {
  const tables = await store.rows(sql`select 1 as found from duckdb_tables() where table_name = 'exposed_message'`);
  if (tables.length === 0) return 'scanned';
  const rows = await store.rows(sql`select 1 as found from exposed_message limit 1`);
  return rows.length > 0 ? 'exposed' : 'scanned';
}

const shared = sql`select distinct correspondent, file_id, message from shared_address where correspondent is not null`;

/** Everybody who has part in the mail, by name. After {@link layCorrespondence}. */
export function readCorrespondents(store: Store): Promise<Correspondent[]> {
  return store.rows<Correspondent>(sql`
    select correspondent, count(distinct (s.file_id, s.message)) as messages, count(distinct p.credential) as credentials
    from (${shared}) s left join credential_place p using (file_id, message) group by correspondent order by correspondent`);
}

/** The messages of all correspondents, those of one together, by time; a message that was found twice, once. */
export function streamMessages(store: Store): AsyncGenerator<SharedMessage[]> {
  return store.stream<SharedMessage>(sql`
    with part as (
      select s.correspondent, s.file_id, s.message,
        coalesce(list(distinct a.address order by a.address) filter (where a.role = 'recipient' and a.correspondent = s.correspondent), []) as theirs,
        coalesce(list(distinct a.address order by a.address) filter (where a.isOwn and a.role = 'sender'), []) as senders,
        coalesce(list(distinct a.address order by a.address) filter (where a.isOwn and a.role = 'recipient'), []) as receivers
      from (${shared}) s join shared_address a using (file_id, message) group by all
    )
    select distinct correspondent, m.messageId as "messageId", m.sender, part.theirs as recipients, m.subject, iso(m.sent) as sent,
      case when len(senders) > 0 then senders else receivers end as mailboxes
    from part join message m using (file_id, message)
    order by 1, 6 nulls last, 2 nulls last, 5 nulls last, 3 nulls last, 4, 7`);
}

/** Kinds of credentials by correspondent and kind. */
export function readSharedKinds(store: Store): Promise<SharedKind[]> {
  return store.rows<SharedKind>(sql`
    select s.correspondent, c.kind, coalesce(any_value(k.title), c.kind) as title, count(distinct c.id) as credentials,
      count(distinct (s.file_id, s.message)) as messages
    from (${shared}) s join credential_place p using (file_id, message) join credential c on c.id = p.credential left join credential_kind k using (kind)
    group by s.correspondent, c.kind order by s.correspondent, c.kind`);
}
