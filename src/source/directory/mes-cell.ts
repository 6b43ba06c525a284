import { literal, sql, type Sql } from '../../store/sql.ts';
import { scalar } from '../reading.ts';

/** A cell of a table that PowerShell wrote: blank is null. */
export const cell = (value: Sql): Sql => sql`nullif(trim(${value}), '')`;

/** `True` and `False`; anything else is null. */
export const truth = (value: Sql): Sql => scalar(cell(value), 'BOOLEAN');

/**
 * The parts of a joined list; blank is null. Without a separator they are words, and blanks separate, too: lines of a cell
 * become such on the way.
 */
export const parts = (value: Sql, separator = '[;,\\s]+'): Sql =>
  sql`list_filter(list_transform(string_split_regex(${cell(value)}, ${literal(separator)}), lambda p: trim(p)), lambda p: p <> '')`;

/** The same where the table has the column for certain: blank is the empty list. */
export const allParts = (value: Sql, separator?: string): Sql =>
  sql`coalesce(${parts(value, separator)}, []::varchar[])`;
