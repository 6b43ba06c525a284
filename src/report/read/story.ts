import type { Instant } from '../../shape/instant.ts';
import type { Confidence, MailCertainty } from '../../shape/story.ts';
import { empty, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Place } from './evidence.ts';

/** An intrusion without its steps. */
export type StoryHead = {
  id: string;
  confidence: Confidence;
  first: Instant;
  last: Instant;
  /** Paragraphs. */
  prose: string[];
};

/** One step of an intrusion; `position` joins it with its evidence, `records` are all records that prove it. */
export type StoryStage = {
  position: number;
  stage: string;
  first: Instant;
  last: Instant;
  principals: string[];
  summary: string;
  records: number;
};

/** What one application, or one client, read in one mailbox. `messages` is how many at least. */
export type StoryMailbox = {
  mailbox: string;
  certainty: MailCertainty;
  messages: number;
  application: string | null;
  client: string | null;
  /** What ties the reading to the intruder, sorted; see the table `story_mailbox`. */
  tiedBy: string[];
  first: Instant | null;
  last: Instant | null;
  folders: string[];
  messageIds: string[];
};

/** All intrusions, oldest first, then by id. */
export async function readStories(store: Store): Promise<StoryHead[]> {
  return await store.rows<StoryHead>(sql`
    select story as id, coalesce(confidence, 'low') as confidence, iso(story.first) as first, iso(story.last) as last,
      coalesce(prose, []) as prose
    from story order by story.first, story`);
}

/** The steps of an intrusion in the order of time. */
export async function readStages(store: Store, story: string): Promise<StoryStage[]> {
  return await store.rows<StoryStage>(sql`
    select s.position, s.stage, iso(s.first) as first, iso(s.last) as last,
      list_sort(coalesce(s.principals, [])) as principals, coalesce(s.summary, '') as summary, coalesce(e.records, 0) as records
    from story_stage s left join (
      select position, count(distinct (file_id, record)) as records from story_evidence where story = ${story} group by position
    ) e on e.position = s.position
    where s.story = ${story} order by s.first, s.position`);
}

/** The first `limit` records of each step by time, then by file and number; by the position of the step. */
export async function readStagePlaces(
  store: Store,
  story: string,
  limit: number,
): Promise<(Place & { position: number })[]> {
  // A record that stands in two lanes of the picture is one piece of evidence.
  return await store.rows<Place & { position: number }>(sql`
    select proof.position, proof.source_table, proof.file_id, proof.record
    from (
      select position, source_table, file_id, record, min(time) as time
      from story_evidence where story = ${story} group by all
    ) proof left join evidence_file using (file_id)
    qualify row_number() over (partition by proof.position order by ${placeOrder}) <= ${limit}
    order by proof.position, ${placeOrder}`);
}

const placeOrder = sql`proof.time nulls last, evidence_file.path, evidence_file.sha256, proof.file_id, proof.record`;

/** Query: what was read of mailboxes, with the columns of {@link StoryMailbox}, by mailbox and application. */
export function mailboxesOf(story: string): Sql {
  return sql`select ${mailboxColumns(empty)} from story_mailbox where story = ${story} order by ${mailboxOrder}`;
}

/** The first `limit` of them, the least certain first, with at most `idLimit` message ids each; `total` of all rows. */
export async function readMailboxes(
  store: Store,
  story: string,
  limit: number,
  idLimit: number,
): Promise<(StoryMailbox & { total: number })[]> {
  return await store.rows<StoryMailbox & { total: number }>(sql`
    select ${mailboxColumns(sql`[:${idLimit}]`)}, count(*) over () as total from story_mailbox where story = ${story}
    order by list_position(['window', 'folder', 'messages'], certainty), ${mailboxOrder} limit ${limit}`);
}

const mailboxColumns = (
  cut: Sql,
): Sql => sql`mailbox, certainty, coalesce(messages, 0) as messages, application, client, coalesce(tiedBy, []) as tiedBy,
  iso(story_mailbox.first) as first, iso(story_mailbox.last) as last,
  list_sort(coalesce(folders, [])) as folders, list_sort(coalesce(messageIds, []))${cut} as messageIds`;
const mailboxOrder = sql`mailbox, application nulls first, client nulls first, story_mailbox.first, story_mailbox.last, certainty`;

/** Mailboxes by the least certain thing that can be said of each. */
export type MailboxCounts = Record<MailCertainty, number>;

/** The mailboxes of an intrusion, or of all together, each counted once. */
export async function countMailboxes(store: Store, story?: string): Promise<MailboxCounts> {
  const filter = story === undefined ? sql`` : sql`where story = ${story}`;
  return await store.row<MailboxCounts>(sql`
    select count(*) filter (worst = 1) as messages, count(*) filter (worst = 2) as folder, count(*) filter (worst = 3) as window
    from (
      select mailbox, max(list_position(['messages', 'folder', 'window'], certainty)) as worst
      from story_mailbox ${filter} group by mailbox
    )`);
}

/** What the evidence of an intrusion cannot tell, in the order in which it is to be read. */
export async function readStoryGaps(store: Store, story: string): Promise<string[]> {
  const rows = await store.rows<{ gap: string }>(
    sql`select gap from story_gap where story = ${story} and gap is not null order by position, gap`,
  );
  return rows.map(({ gap }) => gap);
}
