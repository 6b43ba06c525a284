import type { Dialect } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql } from '../../store/sql.ts';
import { namesOf, pointerTo, type RecordPlace } from '../plan/record-place.ts';

/**
 * The JSON values that a place has in the elements of arrays on its way; null if no array stands there. `at` gives what
 * the record has at a path.
 */
export function throughArrays({ pointers, arrays }: RecordPlace, at: (pointer: string) => Sql, dialect: Dialect): Sql {
  const cases = pointers.flatMap((pointer) => {
    const names = namesOf(pointer);
    return names.slice(1).flatMap((_, index) => {
      const prefix = pointerTo(names.slice(0, index + 1));
      if (!arrays.includes(prefix)) return [];
      const array = at(prefix);
      return [sql`when ${dialect.isJsonArray(array)} then ${inArray(array, names.slice(index + 1), 1, dialect)}`];
    });
  });
  return cases.length === 0 ? sql`null` : sql`case ${join(cases, sql` `)} end`;
}

function inArray(array: Sql, names: readonly string[], depth: number, dialect: Dialect): Sql {
  const variable = `element ${depth}`;
  const element = identifier(variable);
  const inside = inElement(element, names, depth, dialect);
  return dialect.flatten(dialect.elements(dialect.jsonElements(array), variable, sql`true`, inside));
}

function inElement(element: Sql, names: readonly string[], depth: number, dialect: Dialect): Sql {
  const direct = dialect.jsonOf(element, pointerTo(names));
  const arrays = names.slice(1).map((_, index) => {
    const array = dialect.jsonOf(element, pointerTo(names.slice(0, index + 1)));
    return sql` when ${dialect.isJsonArray(array)} then ${inArray(array, names.slice(index + 1), depth + 1, dialect)}`;
  });
  return sql`case when ${direct} is not null then ${dialect.list([direct])}${join(arrays, sql``)} else ${dialect.list([])} end`;
}
