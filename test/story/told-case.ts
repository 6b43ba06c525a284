import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisViews } from '../../src/analysis/attempt.ts';
import { tellStories } from '../../src/analysis/story/tell-stories.ts';
import { openCase } from '../../src/case/open-case.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Simulation } from '../../src/simulate/scenario/simulate.ts';
import { type Sql, sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';

export const examples = new URL('../../examples/', import.meta.url).pathname;

/** Reads evidence into a case below `folder` and returns the case's folder. */
export async function readCase(folder: string, paths: readonly string[]): Promise<string> {
  const opened = await openCase(folder, { create: true });
  await ingest(opened.store, folder, paths);
  opened.close();
  return folder;
}

/** Copies a case, changes its records and tells its stories without sprays measured; the store is open while `look` runs. */
export async function told<T>(
  from: string,
  to: string,
  changes: readonly Sql[],
  look: (store: Store) => Promise<T>,
): Promise<T> {
  await mkdir(to);
  await copyFile(join(from, 'case.duckdb'), join(to, 'case.duckdb'));
  const opened = await openCase(to);
  try {
    for (const change of changes) await opened.store.run(change);
    for (const view of analysisViews({})) await opened.store.run(view);
    await tellStories(opened.store);
    return await look(opened.store);
  } finally {
    opened.close();
  }
}

/** Ids of the attacker's records, by stage. */
export async function readTruth(): Promise<Map<string, string[]>> {
  const { intrusions } = JSON.parse(await readFile(join(examples, 'truth.json'), 'utf8')) as Pick<
    Simulation,
    'intrusions'
  >;
  return new Map(intrusions.flatMap(({ stages }) => stages.map((stage) => [stage.id, recordsOf(stage)] as const)));
}

/** Ids of all records of a stage of the truth. */
export function recordsOf(stage: Simulation['intrusions'][number]['stages'][number]): string[] {
  return [...stage.signIn, ...stage.directoryAudit, ...stage.unifiedAudit, ...stage.graphActivity];
}

/** Deletes records by id from all event tables. */
export function withoutRecords(ids: readonly string[]): Sql[] {
  const which = sql`list_contains(from_json(${JSON.stringify(ids)}, '["VARCHAR"]'), id)`;
  return [
    sql`delete from sign_in where ${which}`,
    sql`delete from activity where ${which}`,
    sql`delete from graph_activity where ${which}`,
  ];
}

export interface StoryTold {
  readonly id: string;
  readonly confidence: string;
  readonly stages: string[];
  readonly prose: string[];
}

export async function storiesOf(store: Store): Promise<StoryTold[]> {
  return store.rows<{ id: string; confidence: string; stages: string[]; prose: string[] }>(sql`
    select story as id, confidence, prose, (select list(stage order by position) from story_stage s where s.story = story.story) as stages
    from story order by first, id`);
}

/** Ids of the records that the stories name as evidence, but for guesses: those are as sure as the campaign that they are of. */
export async function evidenceOf(store: Store): Promise<string[]> {
  const rows = await store.rows<{ id: string }>(sql`
    select distinct id from story_evidence join story_stage using (story, position) join (
      select 'sign_in' as source_table, file_id, record, id from sign_in
      union all select 'activity', file_id, record, id from activity
      union all select 'graph_activity', file_id, record, id from graph_activity
    ) using (source_table, file_id, record)
    where stage <> 'spray'`);
  return rows.map(({ id }) => id);
}
