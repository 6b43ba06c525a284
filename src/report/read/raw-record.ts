import { eventTables, type EventTable } from '../../shape/detection.ts';
import { identifier, literal, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { evidencePlaces, type RecordPlace } from './finding.ts';
import { groupBy } from './group-by.ts';

/** The beginning of a record as it stood in the file; `bytes` is its whole length. */
export interface RawRecord {
  readonly place: RecordPlace;
  readonly text: string;
  readonly bytes: number;
  readonly isCut: boolean;
}

export interface RawLimits {
  readonly perFinding: number;
  /** Characters of one record. */
  readonly recordLength: number;
  /** Characters of all records together. */
  readonly totalLength: number;
}

type RawRow = { file_id: number; record: number; text: string; bytes: number; isCut: boolean };

/**
 * The first records of each of these findings. The budget is spent in the order of `findings`, one record each in the
 * first round, so that every finding has its first record before any has its second.
 */
export async function readRawRecords(
  store: Store,
  findings: readonly string[],
  limits: RawLimits,
): Promise<Map<string, RawRecord[]>> {
  const places = groupBy(await store.rows<RecordPlace>(evidencePlaces(limits.perFinding)), (place) => place.finding);
  const wanted = findings.flatMap((finding) => places.get(finding) ?? []);
  const raw = await readRaw(store, wanted, limits.recordLength);
  const chosen = new Map<string, RawRecord[]>();
  const used = new Set<string>();
  let left = limits.totalLength;
  for (let round = 0; round < limits.perFinding; round += 1) {
    for (const finding of findings) {
      const place = places.get(finding)?.[round];
      const row = place === undefined ? undefined : raw.get(keyOf(place));
      if (place === undefined || row === undefined) continue;
      // A record that two findings share stands in the report once.
      const cost = used.has(keyOf(place)) ? 0 : row.text.length;
      if (cost > left) continue;
      left -= cost;
      used.add(keyOf(place));
      const record = { place, text: row.text, bytes: row.bytes, isCut: row.isCut };
      const records = chosen.get(finding);
      if (records === undefined) chosen.set(finding, [record]);
      else records.push(record);
    }
  }
  return chosen;
}

/** Files and records are numbered across tables, so that these two name a record. */
export function keyOf(place: { file_id: number; record: number }): string {
  return `${place.file_id}:${place.record}`;
}

async function readRaw(store: Store, places: readonly RecordPlace[], length: number): Promise<Map<string, RawRow>> {
  const rows = new Map<string, RawRow>();
  for (const [table, inTable] of groupBy(places, (place) => place.source_table)) {
    const event = eventTables.find((name) => name === table);
    if (event === undefined) continue;
    for (const row of await store.rows<RawRow>(rawOf(event, inTable, length))) rows.set(keyOf(row), row);
  }
  return rows;
}

function rawOf(table: EventTable, places: readonly RecordPlace[], length: number): Sql {
  const list = JSON.stringify(places.map(({ file_id, record }) => ({ file_id, record })));
  return sql`
    select file_id, record, left(raw, ${length}) as text, strlen(raw) as bytes, length(raw) > ${length} as isCut
    from ${identifier(table)}
    semi join (
      select unnest(from_json(${list}::json, ${literal('[{"file_id":"INTEGER","record":"BIGINT"}]')}), recursive := true)
    ) wanted using (file_id, record)
    where raw is not null order by file_id, record`;
}
