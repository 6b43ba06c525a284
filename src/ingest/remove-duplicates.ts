import { eventTables } from '../shape/detection.ts';
import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * Leaves each record once, whichever exports it came by: the one that was read first stays. Records are the same if their
 * own ids are, within one kind of log. Set-based, and cheap where nothing is double.
 *
 * @returns number of records removed.
 */
export async function removeDuplicates(store: Store): Promise<number> {
  let removed = 0;
  for (const table of eventTables) {
    const name = identifier(table);
    // The unified audit log numbers its records by itself; the sign-in logs of one tenant share one space of ids.
    const family = sql`(log = 'unified-audit')`;
    await store.run(sql`create or replace temp table double_id as
      select id, ${family} as family from ${name} group by all having count(*) > 1`);
    const { count } = await store.row<{ count: number }>(sql`select count(*) as count from double_id`);
    if (count === 0) continue;
    await store.run(sql`create or replace temp table surplus as
      select file_id, record from (
        select file_id, record, row_number() over (partition by id, ${family} order by file_id, record) as place
        from ${name} semi join double_id on ${name}.id = double_id.id and ${family} = double_id.family
      ) where place > 1`);
    removed += await store.transaction(async () => {
      await store.run(sql`update evidence_file set duplicates = duplicates + s.count
        from (select file_id, count(*) as count from surplus group by all) s where s.file_id = evidence_file.file_id`);
      return store.run(
        sql`delete from ${name} using surplus where ${name}.file_id = surplus.file_id and ${name}.record = surplus.record`,
      );
    });
  }
  return removed;
}
