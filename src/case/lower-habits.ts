import { networkOf } from '../analysis/story/network.ts';
import { eventTables } from '../shape/detection.ts';
import { identifier, join, literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** In a shorter log nothing can be known to be a habit. */
const daysAtLeast = 14;
/** A habit is there in the first days of its log and in the last: so many, or a quarter of all. */
const edgeDays = 7;
/** On so many days or more. */
const timesAtLeast = 4;

/**
 * Finds among the matches of `detections` what accounts and applications did in the same way from the first days of the log to its last,
 * never from a network that was not there in those first days: service accounts, backup, scripts. Of each detection these become one
 * finding, named in the temporary table `habit_finding`; its severity is to be one step lower.
 */
export async function lowerHabits(store: Store, detections: readonly string[]): Promise<void> {
  const matched = eventTables.map((table) => {
    const number = table === 'sign_in' ? sql`nullif(e.autonomousSystemNumber, 0)` : sql`null`;
    return sql`select m.detection, m.key, m.source_table, e.time, coalesce(${networkOf(number, sql`e.ip`)}, '') as network
      from match m join ${identifier(table)} e on m.file_id = e.file_id and m.record = e.record
      where m.source_table = ${table} and list_contains([${join(detections.map(literal))}]::varchar[], m.detection)`;
  });
  const spans = eventTables.map(
    (table) =>
      sql`select ${table} as source_table, min(time) as start, max(time) as stop from ${identifier(`scoped_${table}`)}`,
  );
  await store.run(sql`create or replace temp table habit_of as
    with span as (
      select *, least(to_days(${edgeDays}), (stop - start) / 4) as edge from (${join(spans, sql` union all `)})
    ), place as (
      select detection, key, source_table, network, min(time) as first, max(time) as last, list(distinct time::date) as days
      from (${join(matched, sql` union all `)}) group by all
    ), usual as (
      select detection, key, bool_and(first <= start + edge) and max(last) >= max(stop - edge) and min(stop - start) >= to_days(${daysAtLeast})
        and len(list_distinct(flatten(list(days)))) >= ${timesAtLeast} as isHabit
      from place join span using (source_table) group by detection, key
    )
    select detection, key from usual where isHabit`);
  await store.run(sql`create or replace temp table habit_finding as
    select detection, count(*) as keys, case when count(*) = 1 then min(key) else 'habit' end as key from habit_of group by detection`);
  await store.run(sql`update match set key = f.key from habit_of h join habit_finding f on f.detection = h.detection
    where match.detection = h.detection and match.key = h.key`);
  await store.run(sql`insert into reason
    select detection, key, case when keys = 1 then 'It was so' else 'With ' || keys || ' accounts or applications it was so' end
      || ' from the first days of the log to its last, and from no network that was not there in the first days. That is likely to be ordinary here, so it is told one severity lower; but an intruder who was inside before the log begins would look the same.'
    from habit_finding`);
}
