import { join, type Sql, sql, trusted } from '../store/sql.ts';
import { textConstant } from './constant.ts';
import { escaped } from './search.ts';

const start = 'json ';

/** The column under which the match statement gives the JSON at a field's path: dots descend, numbers count elements. */
export function pathColumn(field: string): string {
  const keys = field.split('.').map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `${start}${keys.join('')}`;
}

/** The JSON pointer (RFC 6901) of such a column, undefined for other columns. */
export function pointerOf(column: string): string | undefined {
  return column.startsWith(start) ? column.slice(start.length) : undefined;
}

/**
 * The JSON at all pointers as one list, null where the record has none of them. A record is parsed once for all rules,
 * and only if the last key of a pointer stands in its text: parsing costs much more than looking.
 */
export function recordValues(pointers: readonly string[]): Sql {
  const values = sql`try(json_extract(raw, [${join(pointers.map(textConstant))}]))`;
  const keys = pointers.map(lastKey);
  if (!keys.every((key) => key !== undefined)) return values;
  const wanted = [...new Set(keys)].map(escaped).join('|');
  return sql`case when regexp_matches(raw, ${textConstant(`"(?:${wanted})"`)}) then ${values} end`;
}

/** The SQL for one of them. */
export function recordValue(index: number): Sql {
  return sql`"record values"[${trusted(String(index + 1))}]`;
}

/** The values that a rule's patterns are held against: the elements of an array and the whole, or just the value. */
export function valuesAt(value: Sql): Sql {
  return sql`(case json_type(${value}) when 'ARRAY'
    then list_append(json_extract_string(${value}, '$[*]'), cast(${value} as varchar))
    else [json_extract_string(${value}, '$')] end)`;
}

/** The last name in a pointer, if it is spelled the same in every JSON text. */
function lastKey(pointer: string): string | undefined {
  const key = pointer.split('/').findLast((part) => !/^\d+$/.test(part));
  return key !== undefined && /^[\w@.$ -]+$/.test(key) ? key : undefined;
}
