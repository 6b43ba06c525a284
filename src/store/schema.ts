import { eventTables } from '../shape/detection.ts';
import { Fault } from '../shape/fault.ts';
import { directoryTables } from './directory-tables.ts';
import { identifier, join, sql, trusted, type Sql } from './sql.ts';
import type { Store } from './store.ts';
import type { Columns } from './columns.ts';
import { caseTables, eventColumns, schemaVersion } from './tables.ts';

/** Columns whose values hardly repeat: looking for a dictionary in them costs more than it saves. */
const incompressible = new Set(['id', 'correlationId', 'uniqueTokenIdentifier', 'sessionId', 'signInActivityId']);

/**
 * Makes the tables of a new case, or checks those of an existing one.
 *
 * @throws Fault `case-newer` or `case-older` if a version of snowfence with other tables wrote the case.
 */
export async function prepareSchema(store: Store): Promise<void> {
  // Not part of the case: small batches of records pass through it on their way to a statement that is planned once.
  await store.run(sql`create temp table if not exists staged (file_id integer, record bigint, raw varchar)`);
  await store.run(createTable('meta', caseTables['meta'] ?? {}));
  const [found] = await store.rows<{ value: string }>(sql`select value from meta where key = 'schema'`);
  if (found !== undefined && Number(found.value) > schemaVersion) {
    throw new Fault('case-newer', `the case has schema ${found.value}, this version knows up to ${schemaVersion}`, {
      hint: 'Update snowfence, or start a new case.',
    });
  }
  // What an older version did not keep in columns would be missing, and detections on it silently find nothing.
  if (found !== undefined && Number(found.value) < schemaVersion) {
    throw new Fault('case-older', `the case has schema ${found.value}, this version needs ${schemaVersion}`, {
      hint: 'Read the evidence again into a new case: give --case another folder.',
    });
  }
  if (found !== undefined) return;
  await store.transaction(async () => {
    for (const [name, columns] of Object.entries(caseTables)) await store.run(createTable(name, columns));
    for (const [name, { columns }] of Object.entries(directoryTables)) {
      await store.run(
        createTable(`directory_${name}`, {
          file_id: 'INTEGER',
          record: 'BIGINT',
          tenantId: 'VARCHAR',
          ...columns,
          unread: 'VARCHAR',
        }),
      );
    }
    for (const name of eventTables) await store.run(createTable(name, { ...eventColumns[name], raw: 'VARCHAR' }));
    await store.run(sql`insert into meta values ('schema', ${String(schemaVersion)})`);
  });
}

function createTable(name: string, columns: Columns): Sql {
  const definitions = Object.entries(columns).map(
    ([column, type]) => sql`${identifier(column)} ${trusted(type)}${compressionOf(column)}`,
  );
  return sql`create table if not exists ${identifier(name)} (${join(definitions)})`;
}

function compressionOf(column: string): Sql {
  if (column === 'raw') return sql` using compression zstd`;
  return incompressible.has(column) ? sql` using compression uncompressed` : sql``;
}
