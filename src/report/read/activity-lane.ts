import type { Instant } from '../../shape/instant.ts';
import type { Severity } from '../../shape/severity.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from './group-by.ts';
import { matchedRecords } from './matched-record.ts';

/** When one detection matched, for the timeline picture. */
export interface ActivityLane {
  readonly detection: string;
  readonly title: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Matched records per span of time; `at` is the middle of the span. */
  readonly points: readonly { readonly at: Instant; readonly records: number }[];
}

type LaneRow = {
  detection: string;
  title: string;
  severity: Severity;
  findings: number;
  first: Instant;
  last: Instant;
};
type PointRow = { detection: string; at: Instant; records: number };

/** Spans of time on the picture: more would only be drawn over each other. */
const spans = 64;

/** One lane for each detection that found something, worst first, then oldest first. */
export async function readActivityLanes(store: Store): Promise<ActivityLane[]> {
  const lanes = await store.rows<LaneRow>(sql`
    select found.*, coalesce(title, found.detection) as title
    from (
      select finding.detection, arg_min(severity, list_position(['critical', 'high', 'medium', 'low'], severity)) as severity,
        count(*) as findings, iso(min(first)) as first, iso(max(last)) as last
      from finding where first is not null group by finding.detection
    ) found left join detection using (detection)
    order by list_position(['critical', 'high', 'medium', 'low'], found.severity), found.first, found.detection`);
  const points = groupBy(await store.rows<PointRow>(pointsPerSpan), (point) => point.detection);
  return lanes.map((lane) => ({
    ...lane,
    points: (points.get(lane.detection) ?? []).map(({ at, records }) => ({ at, records })),
  }));
}

const pointsPerSpan = sql`
  with matched as (
    select distinct detection, file_id, record, time from (${matchedRecords}) where time is not null
  ), span as (
    select min(epoch_ms(time)) as start, greatest((max(epoch_ms(time)) - min(epoch_ms(time))) // ${spans}, 1) as length from matched
  )
  select detection, iso(make_timestamp_ms(start + length * number + length // 2)) as at, count(*) as records
  from (select detection, start, length, (epoch_ms(time) - start) // length as number from matched, span)
  group by detection, start, length, number order by detection, number`;
