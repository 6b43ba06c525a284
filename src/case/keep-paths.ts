import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { searchPaths } from './find-paths.ts';

/** Paths that the report has of each end. */
const keptAtMost = 200;

/** Searches the paths to the ends of every tenant and keeps the best for the report. Call after `describeDirectory`. */
export async function keepPaths(store: Store, onProgress: ((step: string) => void) | undefined): Promise<void> {
  const { sets, missing } = await searchPaths(store, { cuts: true, limit: keptAtMost, onProgress });
  for (const table of ['reach', 'path', 'cut', 'missing'])
    await store.run(sql`delete from ${identifier(`privilege_${table}`)}`);
  for (const { tenant, node: end, counts, paths, cuts } of sets) {
    for (const [type, count] of Object.entries(counts))
      await store.run(sql`insert into privilege_reach values (${tenant}, ${end}, ${type}, ${count})`);
    await store.run(sql`insert into privilege_path
      select ${tenant}, ${end}, unnest(range(${paths.length})), unnest(from_json(${JSON.stringify(paths)}, '["JSON"]'))::varchar`);
    for (const [position, cut] of cuts.entries())
      await store.run(
        sql`insert into privilege_cut values (${tenant}, ${end}, ${position}, ${cut.edge}, ${cut.fromName}, ${cut.toName}, ${cut.principals})`,
      );
  }
  for (const [tenant, what] of Object.entries(missing))
    for (const one of what) await store.run(sql`insert into privilege_missing values (${tenant}, ${one})`);
}
