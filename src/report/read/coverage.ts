import { eventTables } from '../../shape/detection.ts';
import type { Instant } from '../../shape/instant.ts';
import { identifier, join, sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from './group-by.ts';

/** What one log holds. `days` lists the days with records, `day` as `2024-01-12` in UTC. */
export interface LogCoverage {
  readonly log: string;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly records: number;
  readonly days: readonly { readonly day: string; readonly records: number }[];
}

type LogRow = { log: string; first: Instant | null; last: Instant | null; records: number };
type DayRow = { log: string; day: string; records: number };

/** Every log that the case has a record of, by name; its days in order. */
export async function readCoverage(store: Store): Promise<LogCoverage[]> {
  const events = join(
    eventTables.map((table) => sql`select log, time from ${identifier(table)}`),
    sql` union all `,
  );
  const logs = await store.rows<LogRow>(sql`
    select log, iso(min(time)) as first, iso(max(time)) as last, count(*) as records
    from (${events}) where log is not null group by log order by log`);
  const days = groupBy(
    await store.rows<DayRow>(sql`
      select log, strftime(day, '%Y-%m-%d') as day, sum(records)::bigint as records
      from coverage where day is not null group by log, day order by log, day`),
    (row) => row.log,
  );
  return logs.map((log) => ({
    ...log,
    days: (days.get(log.log) ?? []).map(({ day, records }) => ({ day, records })),
  }));
}
