import { eventTables, type EventTable } from '../../shape/detection.ts';
import { identifier, literal, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { keyOf, type Place } from './evidence.ts';
import { groupBy } from './group-by.ts';

/** The beginning of a record as it stood in the file; `bytes` is its whole length. */
export interface RawRecord {
  readonly place: Place;
  readonly text: string;
  readonly bytes: number;
  readonly isCut: boolean;
}

export interface RawLimits {
  /** Records of one statement, such as a finding. */
  readonly each: number;
  /** Characters of one record. */
  readonly recordLength: number;
  /** Characters of all records together. */
  readonly totalLength: number;
}

type RawRow = { file_id: number; record: number; text: string; bytes: number; isCut: boolean };

/**
 * The first records of each statement, by the statement's name. The budget is spent in the order of `statements`, one
 * record each in the first round, so that every statement has its first record before any has its second.
 */
export async function readRawRecords(
  store: Store,
  statements: ReadonlyMap<string, readonly Place[]>,
  limits: RawLimits,
): Promise<Map<string, RawRecord[]>> {
  const wanted = [...statements.values()].flatMap((places) => places.slice(0, limits.each));
  const raw = await readRaw(store, wanted, limits.recordLength);
  const chosen = new Map<string, RawRecord[]>();
  const used = new Set<string>();
  let left = limits.totalLength;
  for (let round = 0; round < limits.each; round += 1) {
    for (const [statement, places] of statements) {
      const place = places[round];
      const row = place === undefined ? undefined : raw.get(keyOf(place));
      if (place === undefined || row === undefined) continue;
      // A record that two statements share stands in the report once.
      const cost = used.has(keyOf(place)) ? 0 : row.text.length;
      if (cost > left) continue;
      left -= cost;
      used.add(keyOf(place));
      const record = { place, text: row.text, bytes: row.bytes, isCut: row.isCut };
      const records = chosen.get(statement);
      if (records === undefined) chosen.set(statement, [record]);
      else records.push(record);
    }
  }
  return chosen;
}

async function readRaw(store: Store, places: readonly Place[], length: number): Promise<Map<string, RawRow>> {
  const rows = new Map<string, RawRow>();
  for (const [table, inTable] of groupBy(places, (place) => place.source_table)) {
    const event = eventTables.find((name) => name === table);
    if (event === undefined) continue;
    for (const row of await store.rows<RawRow>(rawOf(event, inTable, length))) rows.set(keyOf(row), row);
  }
  return rows;
}

function rawOf(table: EventTable, places: readonly Place[], length: number): Sql {
  const list = JSON.stringify(places.map(({ file_id, record }) => ({ file_id, record })));
  return sql`
    select file_id, record, left(raw, ${length}) as text, strlen(raw) as bytes, length(raw) > ${length} as isCut
    from ${identifier(table)}
    semi join (
      select unnest(from_json(${list}::json, ${literal('[{"file_id":"INTEGER","record":"BIGINT"}]')}), recursive := true)
    ) wanted using (file_id, record)
    where raw is not null order by file_id, record`;
}
