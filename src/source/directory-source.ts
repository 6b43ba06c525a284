import type { DirectoryTableName } from '../store/directory-tables.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Field, FieldSql, Format } from './source.ts';

export { moment } from './reading.ts';

/** A list in a record: each of its elements gives a row. */
export interface ListLevel {
  /** Name of the field, of the record or of the level before, that holds the list. */
  readonly list: string;
  /** True if it is an object instead, whose keys are ids: each element has then `key` and `value`. */
  readonly isKeyed?: boolean;
  readonly fields: Readonly<Record<string, Field>>;
}

/**
 * All that is in a field, or without `list` in the whole record or element: each scalar gives a row with `path`, in lower
 * case such as `rules[0].setting.isapprovalrequired`, and `value` as text. An empty list is the value `[]`, an empty
 * object `{}`, and what is null has a row without a value, so that all three differ from what was not exported.
 */
export interface TreeLevel {
  readonly isTree: true;
  readonly list?: string;
}

/** What a fill goes into for its rows. */
export type Level = ListLevel | TreeLevel;

/** The SQL of a field of a list's element by its name; a name that the level does not have is a bug. */
export type ItemSql = (name: string) => Sql;

/** How records of one format become rows of one table of `store/directory-tables.ts`. */
export interface Fill<F extends string = string> {
  readonly table: DirectoryTableName;
  /** Only records of this kind; see {@link DirectorySource.kind}. */
  readonly kind?: string | readonly string[];
  /** Lists to go into, from the outside in, or a tree as the last; without any, the record gives one row. */
  readonly each?: readonly Level[];
  /** Only rows for which this is true. */
  readonly where?: (field: FieldSql<F>, item: ItemSql, inner: ItemSql, innermost: ItemSql) => Sql;
  /**
   * Columns of the table and the SQL that gives them; those left out are null. `item` is the list's element, `inner` that of
   * the list in it, `innermost` that of the list in there. One that is `unnest(…)` gives a row for each value.
   */
  readonly columns: (
    field: FieldSql<F>,
    item: ItemSql,
    inner: ItemSql,
    innermost: ItemSql,
  ) => Readonly<Record<string, Sql>>;
}

/** A record that proves a source, and rows that it must become, by table; a column that is not named may be anything. */
export interface DirectoryExample {
  readonly name: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** Values as text, lists joined by a comma. `undefined`: the source must not take the record. */
  readonly becomes:
    | Readonly<Partial<Record<DirectoryTableName, readonly Readonly<Record<string, string | null>>[]>>>
    | undefined;
}

/** One export format of a tenant's directory or configuration. A record may say something to several tables. */
export interface DirectorySource<F extends string = string> extends Format<F> {
  readonly table: 'directory';
  /** For formats that hold several kinds of records: SQL for the word that says which. */
  readonly kind?: (field: FieldSql<NoInfer<F>>) => Sql;
  /** Id of the tenant that the record is from, where the record has it. */
  readonly tenant?: (field: FieldSql<NoInfer<F>>) => Sql;
  /** When the export was made, where the record has it. */
  readonly taken?: (field: FieldSql<NoInfer<F>>) => Sql;
  readonly fills: readonly Fill<NoInfer<F>>[];
  readonly examples: readonly DirectoryExample[];
}

/** Gives a source its field names' type; the array then holds sources of every kind. */
export function defineDirectorySource<F extends string>(source: DirectorySource<F>): DirectorySource {
  return source;
}

/** An id or a name as it is compared: in lower case, blank is null. */
export const bare = (value: Sql): Sql => sql`bare_name(${value})`;

/** A list of scalars, which may have arrived as one scalar or as JSON text; null stays null. */
export const list = (value: Sql): Sql => sql`text_list(${value})`;

/** `#microsoft.graph.servicePrincipal` as `servicePrincipal`. */
export const typeName = (value: Sql): Sql => sql`nullif(regexp_extract(${value}, '([A-Za-z]+)$', 1), '')`;
