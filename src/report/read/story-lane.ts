import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Place } from './evidence.ts';

/** Records of one step in one lane of the picture that lie close together in time. */
export type LaneMoment = {
  kind: 'account' | 'application' | 'mailbox';
  /** Account, application or mailbox; null for the lane of all those that have none of their own. */
  lane: string | null;
  /** How many accounts, applications or mailboxes stand in the lane. */
  holds: number;
  position: number;
  first: Instant;
  last: Instant;
  records: number;
  /** The first of the records. */
  places: Place[];
};

/** Lanes of a kind at most; the last holds all others then. */
const lanesEach = 8;
/** Parts of a step's time: closer records would be drawn over each other. */
const parts = 60;
const placesEach = 3;

/**
 * What the picture of an intrusion shows: accounts, then applications, then mailboxes, each kind by its first record,
 * with the moments of a lane in order of time. If a kind has too many, those with the most steps, then with the most
 * records, keep lanes of their own, but not accounts that were only guessed at.
 */
export async function readLaneMoments(store: Store, story: string): Promise<LaneMoment[]> {
  return await store.rows<LaneMoment>(sql`
    with proof as materialized (
      select distinct position, time, laneKind as kind, lane, source_table, file_id, record
      from story_evidence where story = ${story} and time is not null and lane is not null and laneKind in ('account', 'application', 'mailbox')
    ), guess as (
      select position from story_stage where story = ${story} and stage = 'spray'
    ), lane as (
      select *, case when lanes <= ${lanesEach} or (number < ${lanesEach} and not onlyGuessed) then lane end as shown from (
        select kind, lane, count(*) over (partition by kind) as lanes, bool_and(position in (from guess)) as onlyGuessed,
          row_number() over (partition by kind order by count(distinct position) desc, count(*) desc, min(time), lane) as number
        from proof group by kind, lane)
    ), lane_start as (
      select kind, shown, count(distinct lane) as holds, min(time) as start
      from proof join lane using (kind, lane) group by kind, shown
    ), step as (
      select position, min(epoch_ms(time)) as start, greatest(max(epoch_ms(time)) - min(epoch_ms(time)), 1) as length
      from proof group by position
    ), placed as (
      select distinct kind, shown, position, time, source_table, file_id, record,
        (epoch_ms(time) - start) * ${parts} // length as part
      from proof join lane using (kind, lane) join step using (position)
    ), moment as (
      select kind, shown, position, min(time) as first, max(time) as last, count(*) as records,
        list({source_table: source_table, file_id: file_id, record: record} order by time, file_id, record)[:${placesEach}] as places
      from placed group by kind, shown, position, part
    )
    select m.kind, m.shown as lane, s.holds, m.position, iso(m.first) as first, iso(m.last) as last, m.records, m.places
    from moment m join lane_start s on s.kind = m.kind and s.shown is not distinct from m.shown
    order by list_position(['account', 'application', 'mailbox'], m.kind), m.shown is null, s.start, m.shown, m.first, m.position, m.last`);
}
