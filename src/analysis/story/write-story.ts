import type { Confidence } from '../../shape/story.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { readFacts, type Facts } from './chapter.ts';
import { gapsOf } from './gap.ts';
import { proseOf } from './prose.ts';
import { summaryOf } from './summary.ts';

/** Puts what {@link judgements} left of `mark` into words and into the tables of stories. */
export async function writeStories(store: Store): Promise<void> {
  for (const facts of await readFacts(store)) await writeStory(store, facts);
  await store.run(sql`update story_mailbox set story = j.id from judged j where j.story = story_mailbox.story`);
  await store.run(sql`insert into story_evidence
    select distinct j.id, s.position, m.time, m.laneKind, coalesce(e.name, case when m.laneKind = 'application' then n.name end, regexp_replace(m.lane, '^(user|application) ', '')), m.source_table, m.file_id, m.record
    from mark m join judged j using (story) join story_stage s on s.story = j.id and s.stage = m.stage
    left join entity e on e.entity = m.lane left join entity n on n.entity = m.actor
    order by all`);
}

async function writeStory(store: Store, facts: Facts): Promise<void> {
  const confidence = confidenceOf(facts);
  const gaps = await gapsOf(store, facts);
  const { id } = facts;
  const first = facts.chapters[0]?.first ?? facts.fell;
  const last = facts.chapters.reduce((latest, chapter) => (chapter.last > latest ? chapter.last : latest), facts.fell);
  const prose = JSON.stringify(proseOf(facts, confidence, gaps));
  await store.run(
    sql`insert into story values (${id}, ${confidence}, ${first.toISOString()}::timestamp, ${last.toISOString()}::timestamp, from_json(${prose}, '["VARCHAR"]'))`,
  );
  for (const [index, chapter] of facts.chapters.entries()) {
    await store.run(sql`insert into story_stage values (${id}, ${index + 1}, ${chapter.stage},
      ${chapter.first.toISOString()}::timestamp, ${chapter.last.toISOString()}::timestamp,
      from_json(${JSON.stringify(chapter.principals)}, '["VARCHAR"]'), ${summaryOf(chapter)})`);
  }
  for (const [index, gap] of gaps.entries())
    await store.run(sql`insert into story_gap values (${id}, ${index + 1}, ${gap})`);
}

/** High only if an account's strange way in is known and several stages hang on it; low if there is no sign-in to begin with. */
function confidenceOf({ score, chapters }: Facts): Confidence {
  const isSeen = chapters.some(({ stage }) => stage === 'foothold');
  if (score >= 9 && isSeen && chapters.length >= 4) return 'high';
  return score >= 9 || (score >= 6.5 && isSeen) ? 'medium' : 'low';
}
