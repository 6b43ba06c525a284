import type { EventTable } from '../../src/shape/detection.ts';
import { identifier, join, sql, trusted } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { eventColumns } from '../../src/store/tables.ts';

/** The columns of one record as text: times as instants, lists as JSON. */
export type NormalisedRow = Readonly<Record<string, string | null>>;

/** Normalised columns of all records of some files, in the order of files and records; without where they stand and `raw`. */
export async function normalisedRows(
  store: Store,
  table: EventTable,
  fileIds: readonly number[],
): Promise<NormalisedRow[]> {
  const columns = Object.entries(eventColumns[table]).filter(([name]) => name !== 'file_id' && name !== 'record');
  const values = columns.map(([name, type]) => {
    const column = identifier(name);
    if (type === 'TIMESTAMP') return sql`iso(${column}) as ${column}`;
    return type.endsWith('[]') ? sql`to_json(${column})::varchar as ${column}` : sql`${column}::varchar as ${column}`;
  });
  return store.rows<Record<string, string | null>>(
    sql`select ${join(values)} from ${identifier(table)}
      where file_id in (${trusted(fileIds.join(', '))}) order by file_id, record`,
  );
}

/** Rows by their record's own id. */
export function byId(rows: readonly NormalisedRow[]): Map<string, NormalisedRow> {
  return new Map(rows.map((row) => [row['id'] ?? '', row]));
}
