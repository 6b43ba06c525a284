import { eventTables } from '../shape/detection.ts';
import { identifier, join, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { gapRules } from './gap.ts';
import type { Unreadable } from './collect-files.ts';

/** Counts records per log and day anew and names what may be missing. Call after the duplicates are gone. */
export async function updateCoverage(store: Store, unreadable: readonly Unreadable[]): Promise<void> {
  await store.transaction(async () => {
    await store.run(sql`delete from coverage`);
    await store.run(sql`insert into coverage
      select log, time::date as day, count(*) from (${join(
        eventTables.map((table) => sql`select log, time from ${identifier(table)}`),
        sql` union all `,
      )}) group by all`);
    // What was unreadable in an earlier run stays told until it has been read.
    await store.run(sql`delete from gap where kind <> 'unreadable-file'
      or exists (select 1 from evidence_file e where starts_with(gap.detail, e.path || ': '))`);
    for (const rule of gapRules) await store.run(sql`insert into gap ${rule}`);
    for (const { path, reason } of unreadable) {
      await store.run(sql`delete from gap where kind = 'unreadable-file' and starts_with(detail, ${`${path}: `})`);
      await store.run(sql`insert into gap values ('unreadable-file', null, null, null, null, ${`${path}: ${reason}`})`);
    }
  });
}
