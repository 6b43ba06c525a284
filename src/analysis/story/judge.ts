import { join, literal, sql, type Sql } from '../../store/sql.ts';
import { grace } from './familiar.ts';

/** What a story must be worth: the strangest way in and the heaviest record of each stage together. */
const storyAtLeast = 5;

/** Stages in which an intruder gains something that lasts or that they came for. */
const gains = [
  'application-credential',
  'malicious-application',
  'new-user',
  'consent',
  'directory-role',
  'full-access',
  'mail-access',
] as const;

/** Puts records of `mark` into the stage that they belong to by what stands around them. */
const settleStages: readonly Sql[] = [
  // A service principal comes to be with the consent to its application; a new application gets its first secret.
  sql`update mark set stage = 'consent' where kind = 'service-principal' and exists (
      select 1 from mark c where c.story = mark.story and c.kind = 'consent' and c.target = mark.target and c.actor = mark.actor
        and c.time between mark.time - ${grace} and mark.time + ${grace})`,
  sql`update mark set stage = 'malicious-application' where kind = 'credential' and exists (
      select 1 from mark c where c.story = mark.story and c.kind = 'application' and c.target = mark.target and c.actor = mark.actor
        and mark.time between c.time - ${grace} and c.time + interval 1 day)`,
  // Signing in is part of what was done next; the first day is the foothold.
  sql`update mark set stage = n.stage from (
      select m.file_id, m.record, m.source_table, m.story, arg_min(c.stage, c.time) as stage
      from mark m join fallen f on f.story = m.story and f.entity = m.actor
      join mark c on c.story = m.story and c.actor = m.actor and c.kind not in ('sign-in', 'guess') and c.time between m.time and m.time + interval 12 hours
      where m.kind = 'sign-in' and (m.time > f.since + interval 1 day or m.actor not in (select entity from seed))
      group by all
    ) n where mark.kind = 'sign-in' and mark.story = n.story and mark.source_table = n.source_table and mark.file_id = n.file_id and mark.record = n.record`,
];

/** Keeps in `mark` only what is worth a story, and fills `judged`: what each is worth, its id and its beginning. */
export const judgements: readonly Sql[] = [
  ...settleStages,
  sql`create or replace temp table judged as
    with stage as (
      select story, stage, max(weight) as weight from mark where stage not in ('spray', 'foothold') group by all
    ), way as (
      select o.story, max(s.score) as score from seed s join story_of o on o.root = s.entity group by all
    ), worth as (
      select story, any_value(w.score) + sum(s.weight) as score, any_value(w.score) as entry, count(*) as stages,
        count(*) filter (list_contains([${join(gains.map((gain) => literal(gain)))}], stage)) as gained
      from stage s join way w using (story) group by all
    )
    select w.*, md5(f.first_entity)[:12] as id from worth w join (
      select story, arg_min(entity, (since, entity)) as first_entity from fallen group by all
    ) f using (story)
    where score >= ${storyAtLeast} and gained >= 1 and stages >= 1`,
  sql`delete from mark where story not in (select story from judged)`,
  sql`delete from story_mailbox where story not in (select story from judged)`,
];
