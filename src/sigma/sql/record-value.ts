import type { Dialect } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql } from '../../store/sql.ts';

/** Paths with more names than this are followed through objects only: every further one doubles the work. */
const mostNames = 6;

/** The paths to what a pointer leads through, where an array may stand. */
export function prefixesOf(pointer: string): string[] {
  const names = namesOf(pointer);
  if (names.length > mostNames) return [];
  return names.slice(1).map((_, index) => pointerTo(names.slice(0, index + 1)));
}

/**
 * The JSON values that a pointer finds in the elements of arrays on its way; null if no array stands there. `at` gives
 * what the record has at a path.
 */
export function throughArrays(pointer: string, at: (pointer: string) => Sql, dialect: Dialect): Sql | undefined {
  const names = namesOf(pointer);
  const cases = prefixesOf(pointer).map((prefix, index) => {
    const array = at(prefix);
    return sql`when ${dialect.isJsonArray(array)} then ${inArray(array, names.slice(index + 1), 1, dialect)}`;
  });
  return cases.length === 0 ? undefined : sql`case ${join(cases, sql` `)} end`;
}

function inArray(array: Sql, names: readonly string[], depth: number, dialect: Dialect): Sql {
  const variable = `element ${depth}`;
  const element = identifier(variable);
  const found = dialect.elements(dialect.jsonElements(array), variable, sql`true`, inElement(element, names, depth, dialect));
  return dialect.flatten(found);
}

function inElement(element: Sql, names: readonly string[], depth: number, dialect: Dialect): Sql {
  const direct = dialect.jsonOf(element, pointerTo(names));
  const arrays = names.slice(1).map((_, index) => {
    const array = dialect.jsonOf(element, pointerTo(names.slice(0, index + 1)));
    return sql` when ${dialect.isJsonArray(array)} then ${inArray(array, names.slice(index + 1), depth + 1, dialect)}`;
  });
  return sql`case when ${direct} is not null then ${dialect.list([direct])}${join(arrays, sql``)} else ${dialect.list([])} end`;
}

/** The names of a pointer; one that counts an element belongs to the name before it. */
function namesOf(pointer: string): string[] {
  const names: string[] = [];
  for (const name of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(name) && names.length > 0) names[names.length - 1] += `/${name}`;
    else names.push(name);
  }
  return names;
}

function pointerTo(names: readonly string[]): string {
  return names.map((name) => `/${name}`).join('');
}
