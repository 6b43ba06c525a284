import { identifier, join, literal, sql, type Sql } from '../store/sql.ts';
import { limits } from './limits.ts';
import type { Batch } from './record-reader.ts';

function isCsv(batch: Batch): boolean {
  return batch.header !== undefined;
}

/** The batch as rows of record, line and either payload (JSON) or one column each (CSV). */
export function batchRows(batch: Batch): Sql {
  const names = batch.header ?? ['payload'];
  const types = join([
    sql`'record': 'BIGINT'`,
    sql`'line': 'BIGINT'`,
    ...names.map((_, index) => sql`${columnName(index)}: 'VARCHAR'`),
  ]);
  const quoting = isCsv(batch) ? sql`quote = '"', escape = '"'` : sql`quote = '', escape = ''`;
  const longest = batch.spool.longestLine + 1024;
  // Several readers lose their place in files of more than one buffer: where short rows are filled up and a value goes over lines,
  // and where a line is longer than a quarter of a buffer.
  const isParallel = !isCsv(batch) && longest <= limits.longLineBytes;
  return sql`read_csv(${literal(batch.spool.path)}, columns = {${types}}, delim = ${literal(batch.separator)}, ${quoting},
    header = false, auto_detect = false, null_padding = ${isCsv(batch)}, strict_mode = false, parallel = ${isParallel},
    max_line_size = ${longest}, buffer_size = ${Math.max(8 * 1024 * 1024, longest * 2)})`;
}

function columnName(index: number): Sql {
  return literal(`c${index}`);
}

/** The record as JSON text: of a CSV row an object of its cells. Refers to columns of {@link batchRows}. */
export function payload(batch: Batch): Sql {
  if (batch.header === undefined) return identifier('c0');
  const cells = batch.header.map((name, index) => sql`${literal(name)}: ${identifier(`c${index}`)}`);
  return sql`to_json({${join(cells)}})::varchar`;
}
