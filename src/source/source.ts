import type { EventTable, Log } from '../shape/detection.ts';
import type { Sql } from '../store/sql.ts';

/**
 * Where a value stands in a record: keys from the outside in, joined by `/`, with the type that it is read as.
 * Keys match without regard to case, because the same export is written in both spellings by different tools.
 */
export interface Field {
  readonly path: string;
  readonly type: 'VARCHAR' | 'JSON' | 'BOOLEAN' | 'BIGINT' | 'INTEGER' | 'DOUBLE';
}

/** Text, or any other scalar as text. */
export const text = (path: string): Field => ({ path, type: 'VARCHAR' });
/** An object or a list, which some exports hold as JSON text: unfold it in the column's expression. */
export const json = (path: string): Field => ({ path, type: 'JSON' });
export const boolean = (path: string): Field => ({ path, type: 'BOOLEAN' });
export const integer = (path: string): Field => ({ path, type: 'INTEGER' });
export const bigint = (path: string): Field => ({ path, type: 'BIGINT' });

/** The SQL of each field of a source, for use in column expressions. */
export type FieldSql<F extends string> = Readonly<Record<F, Sql>>;

export interface SourceContext {
  /** True if this file writes its keys with a small first letter. */
  readonly isCamelCase: boolean;
}

/** A record that proves a source: what it is, and what it becomes (`undefined`: the source must not take it). */
export interface SourceExample {
  readonly name: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** Expected values of some columns, as text; times as in {@link Instant}. */
  readonly becomes: Readonly<Record<string, string | null>> | undefined;
}

/** How a record of a format is told from all others. */
export interface Claim<F extends string = string> {
  /** A record is of this format if each of these groups has a field with a value in it. */
  readonly requires: readonly (readonly F[])[];
  /** A record with a value in one of these fields is of another format. */
  readonly excludes?: readonly F[];
}

/** What formats of events and of directories have in common. */
export interface Format<F extends string = string> extends Claim<NoInfer<F>> {
  /** The file name without ending, e.g. `sign-in-graph`. */
  readonly id: string;
  readonly title: string;
  /** Public page or code that documents the format. */
  readonly reference: string;
  readonly fields: Readonly<Record<F, Field>>;
}

/** One export format of events: how to recognise a record of it, which table it fills, which path gives which column. */
export interface Source<F extends string = string> extends Format<F> {
  readonly table: EventTable;
  readonly logs: readonly Log[];
  /**
   * Expensive values that several columns share, computed once a record: the columns get them as further fields.
   */
  readonly shared?: (field: FieldSql<F>, context: SourceContext) => Readonly<Record<string, Sql>>;
  /**
   * Columns of the table and the SQL that gives them. `time` is required: a row without is rejected.
   * Columns left out are null; `file_id`, `record` and `raw` are filled by the importer.
   */
  readonly columns: (
    field: FieldSql<F>,
    context: SourceContext,
    shared: FieldSql<string>,
  ) => Readonly<Record<string, Sql>>;
  readonly examples: readonly SourceExample[];
}

/** Gives a source its field names' type; the array then holds sources of every kind. */
export function defineSource<F extends string>(source: Source<F>): Source {
  return source;
}

/** Fields for paths that are all text, below `parent` if there is one. */
export function texts<F extends string>(paths: Readonly<Record<F, string>>, parent?: string): Record<F, Field> {
  const entries = Object.entries<string>(paths).map(([name, path]) => [
    name,
    text(parent === undefined ? path : `${parent}/${path}`),
  ]);
  return Object.fromEntries(entries) as Record<F, Field>;
}

/** Columns that are just the field of the same name. */
export function sameNamed<F extends string>(
  field: Readonly<Record<NoInfer<F>, Sql>>,
  names: readonly F[],
): Record<F, Sql> {
  return Object.fromEntries(names.map((name) => [name, field[name]])) as Record<F, Sql>;
}
