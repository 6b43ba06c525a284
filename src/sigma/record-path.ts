import { identifier, join, type Sql, sql, trusted } from '../store/sql.ts';
import { textConstant } from './constant.ts';
import { escaped } from './search.ts';

/**
 * What a condition wants of the record itself, at the first of some paths that the record has: its JSON, or the list of
 * texts that a rule's values are held against.
 */
interface RecordColumn {
  readonly kind: 'json' | 'list';
  /** JSON pointers (RFC 6901). */
  readonly pointers: readonly string[];
}

/**
 * The column under which the match statement gives it. In a path dots descend and numbers count elements.
 * The engine's names do not mind capitals but JSON does, so a capital `A` is written `^a`.
 */
export function recordColumn(kind: RecordColumn['kind'], paths: readonly string[]): string {
  const pointers = paths.map((path) =>
    path
      .split('.')
      .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
  );
  return nameOf(kind, pointers);
}

function nameOf(kind: RecordColumn['kind'], pointers: readonly string[]): string {
  return `${kind} ${pointers.join('\n').replaceAll(/[A-Z^]/g, (character) => `^${character.toLowerCase()}`)}`;
}

/** The other way round; undefined for columns of the table. */
export function readRecordColumn(column: string): RecordColumn | undefined {
  const [, kind, name] = /^(json|list) (\/.*)$/s.exec(column) ?? [];
  if (name === undefined) return undefined;
  const pointers = name.replaceAll(/\^(.)/gs, (_, character: string) => character.toUpperCase()).split('\n');
  return { kind: kind === 'json' ? 'json' : 'list', pointers };
}

/**
 * A table with all `json` columns that the given columns need. A record is parsed once for all of them, and only if the
 * last key of one stands in its text: parsing costs much more than looking.
 */
export function withRecordColumns(table: Sql, columns: readonly string[]): Sql {
  const wanted = new Map<string, readonly string[]>();
  for (const column of columns) {
    const found = readRecordColumn(column);
    if (found !== undefined) wanted.set(nameOf('json', found.pointers), found.pointers);
  }
  if (wanted.size === 0) return table;
  const pointers = [...new Set([...wanted.values()].flat())].toSorted();
  const definitions = [...wanted].map(([name, own]) => {
    const values = own.map((pointer) => sql`"record values"[${trusted(String(pointers.indexOf(pointer) + 1))}]`);
    return sql`coalesce(${join(values)}) as ${identifier(name)}`;
  });
  return sql`(select *, ${join(definitions)} from (select *, ${recordValues(pointers)} as "record values" from ${table}))`;
}

function recordValues(pointers: readonly string[]): Sql {
  const values = sql`try(json_extract(raw, [${join(pointers.map(textConstant))}]))`;
  const keys = pointers.map(lastKey);
  if (!keys.every((key) => key !== undefined)) return values;
  const wanted = [...new Set(keys)].map(escaped).join('|');
  return sql`case when regexp_matches(raw, ${textConstant(`"(?:${wanted})"`)}) then ${values} end`;
}

/** The definition of a record column over {@link withRecordColumns}: a list has an array's elements and its whole. */
export function recordColumnSql(column: string, { kind, pointers }: RecordColumn): Sql {
  if (kind === 'json') return identifier(column);
  const value = identifier(nameOf('json', pointers));
  return sql`(case json_type(${value}) when 'ARRAY'
    then list_append(json_extract_string(${value}, '$[*]'), cast(${value} as varchar))
    else [json_extract_string(${value}, '$')] end)`;
}

/** The last name in a pointer, if it is spelled the same in every JSON text. */
function lastKey(pointer: string): string | undefined {
  const key = pointer.split('/').findLast((part) => !/^\d+$/.test(part));
  return key !== undefined && /^[\w@.$ -]+$/.test(key) ? key : undefined;
}
