import { identifier, join, literal, sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type RowTable, rowTables, type ScanResult } from './task.ts';

/** Columns of the files of rows, as the engine reads them. */
const columns: Readonly<Record<RowTable, Readonly<Record<string, string>>>> = {
  message: {
    fileId: 'INTEGER',
    unit: 'BIGINT',
    nested: 'BIGINT',
    parent: 'BIGINT',
    place: 'VARCHAR',
    messageId: 'VARCHAR',
    references: 'VARCHAR[]',
    subject: 'VARCHAR',
    sent: 'VARCHAR',
    folder: 'VARCHAR',
    sender: 'VARCHAR',
    recipients: 'VARCHAR[]',
  },
  place: {
    fileId: 'INTEGER',
    unit: 'BIGINT',
    nested: 'BIGINT',
    part: 'VARCHAR',
    start: 'BIGINT',
    length: 'BIGINT',
    kind: 'VARCHAR',
    fingerprint: 'VARCHAR',
    redaction: 'VARCHAR',
    account: 'VARCHAR',
    host: 'VARCHAR',
  },
  unread: {
    fileId: 'INTEGER',
    unit: 'BIGINT',
    nested: 'BIGINT',
    part: 'VARCHAR',
    name: 'VARCHAR',
    reason: 'VARCHAR',
    detail: 'VARCHAR',
  },
  key: {
    fileId: 'INTEGER',
    unit: 'BIGINT',
    nested: 'BIGINT',
    part: 'VARCHAR',
    fingerprint: 'VARCHAR',
    format: 'VARCHAR',
    isProtected: 'BOOLEAN',
    thumbprints: 'VARCHAR[]',
  },
};

/**
 * Puts what tasks gave into the tables of mail. Messages get their numbers here: by their place at the top of their file, those
 * inside one after it.
 */
export async function loadRows(store: Store, results: readonly ScanResult[]): Promise<void> {
  for (const table of rowTables) {
    const files = results.map(({ rows }) => rows[table]);
    await store.run(
      sql`create or replace temp table ${identifier(`scanned_${table}`)} as from ${reader(files, columns[table])}`,
    );
  }
  await store.run(sql`create or replace temp table scanned_number as
    select fileId, unit, nested, row_number() over (partition by fileId order by unit, nested) as number from scanned_message`);
  const text = (name: string): Sql => sql`nullif(${identifier(name)}, '')`;
  await store.run(sql`insert into message
    select fileId, n.number, p.number, m.place, ${text('messageId')}, m."references", ${text('subject')}, try_cast(${text('sent')} as timestamp),
      ${text('folder')}, ${text('sender')}, m.recipients
    from scanned_message m join scanned_number n using (fileId, unit, nested)
    left join scanned_number p on p.fileId = m.fileId and p.unit = m.unit and p.nested = m.parent`);
  // What is in no message has unit 0 and is of the file itself.
  const numbered = (table: RowTable): Sql =>
    sql`(select s.*, coalesce(n.number, 0) as number from ${identifier(`scanned_${table}`)} s left join scanned_number n using (fileId, unit, nested))`;
  await store.run(sql`insert into secret_place
    select fileId, number, part, start, length, kind, fingerprint, redaction, ${text('account')}, ${text('host')} from ${numbered('place')}`);
  await store.run(
    sql`insert into part_unread select fileId, number, part, ${text('name')}, reason, detail from ${numbered('unread')}`,
  );
  await store.run(sql`insert into key_material
    select fileId, number, part, fingerprint, format, isProtected, thumbprints, null from ${numbered('key')}`);
  for (const table of [...rowTables.map((name) => `scanned_${name}`), 'scanned_number'])
    await store.run(sql`drop table ${identifier(table)}`);
}

function reader(files: readonly string[], types: Readonly<Record<string, string>>): Sql {
  const structure = join(Object.entries(types).map(([name, type]) => sql`${literal(name)}: ${literal(type)}`));
  return sql`read_json([${join(files.map(literal))}], columns = {${structure}}, format = 'newline_delimited', maximum_object_size = 67108864)`;
}
