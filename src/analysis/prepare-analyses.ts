import type { TimeWindow } from '../shape/instant.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { analysisViews } from './attempt.ts';
import { measureSprays } from './spray/measure-sprays.ts';

/** Makes what analyses read: views of the time asked for, the relations of sprays, and the empty table `reason`. */
export async function prepareAnalyses(store: Store, window: TimeWindow): Promise<void> {
  for (const view of analysisViews(window)) await store.run(view);
  await measureSprays(store);
  await store.run(sql`create or replace temp table reason (detection varchar, key varchar, why varchar)`);
}
