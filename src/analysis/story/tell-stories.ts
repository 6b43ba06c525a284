import { identifier, type Sql, sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { actTables } from './act.ts';
import { contextTables } from './context.ts';
import { resolveEntities } from './entity.ts';
import { foreignTables } from './foreign.ts';
import { judgements } from './judge.ts';
import { mailMarks } from './mail-mark.ts';
import { markTables } from './mark.ts';
import { phishTables } from './phish.ts';
import { sourceTables } from './source-of-sign-in.ts';
import { stepTables } from './step.ts';
import { followIntruders } from './taint.ts';
import { writeStories } from './write-story.ts';

/** Fills the tables `story`, `story_stage`, `story_evidence`, `story_mailbox` and `story_gap`. */
export async function tellStories(store: Store): Promise<void> {
  for (const table of ['story', 'story_stage', 'story_evidence', 'story_mailbox', 'story_gap'] as const)
    await store.run(sql`delete from ${identifier(table)}`);
  await store.run(strangeAttempts);
  const run = async (statements: readonly Sql[]) => {
    for (const statement of statements) await store.run(statement);
  };
  await run(stepTables);
  await run(sourceTables);
  await resolveEntities(store);
  await run(foreignTables);
  await run(contextTables);
  await run(actTables);
  await run(phishTables);
  await followIntruders(store);
  await run(markTables);
  await run(mailMarks);
  await run(judgements);
  await writeStories(store);
  for (const table of large) await store.run(sql`drop table ${identifier(table)}`);
}

/** Temporary tables that would take memory from what comes after. */
const large = ['step', 'act', 'entry', 'place', 'user_source', 'user_place', 'user_network', 'user_alias'] as const;

/** Where the measure of sprays did not run, nothing is known of campaigns. */
const strangeAttempts = sql`create temp table if not exists strange_attempt (source_table varchar, file_id integer, record bigint,
  time timestamp, principal varchar, userId varchar, ip varchar, network varchar, country varchar, client varchar, outcome varchar, score double, campaign varchar)`;
