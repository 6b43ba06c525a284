import { join, type Sql, sql } from '../store/sql.ts';

/** A column that decides: where the predicate is true, the column has one of the constants. */
export interface Guard {
  readonly column: string;
  readonly constants: readonly Sql[];
}

/**
 * A truth about a record, before it is SQL. A leaf is true, or else false or null, which mean the same here; that is
 * why `not` is carried down to the leaves and written `is not true` there.
 */
export type Predicate =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'leaf'; readonly sql: Sql; readonly cost: number; readonly guard: Guard | undefined }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Predicate[] };

/** How much a leaf costs, roughly: the cheap ones come first, so that the others run for few records. */
export const cost = { equal: 1, find: 2, regex: 5, list: 20, json: 40, record: 60 } as const;

export function constant(value: boolean): Predicate {
  return { kind: 'constant', value };
}

export function leaf(condition: Sql, price: number, guard?: Guard): Predicate {
  return { kind: 'leaf', sql: condition, cost: price, guard };
}

export function and(parts: readonly Predicate[]): Predicate {
  return combined('and', parts);
}

export function or(parts: readonly Predicate[]): Predicate {
  return combined('or', parts);
}

export function not(of: Predicate): Predicate {
  if (of.kind === 'constant') return constant(!of.value);
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

function combined(kind: 'and' | 'or', parts: readonly Predicate[]): Predicate {
  const decisive = kind === 'or';
  if (parts.some((part) => part.kind === 'constant' && part.value === decisive)) return constant(decisive);
  const leaves = new Set<string>();
  const of = parts
    .flatMap((part) => (part.kind === kind ? part.of : [part]))
    .filter((part) => part.kind !== 'constant' && !(part.kind === 'leaf' && isRepeated(part.sql, leaves)));
  const [only] = of;
  if (only === undefined) return constant(!decisive);
  return of.length === 1 ? only : { kind, of: of.toSorted((a, b) => costOf(a) - costOf(b)) };
}

/** Aliases of one field often make the same leaf. */
function isRepeated({ text, values }: Sql, seen: Set<string>): boolean {
  if (values.length > 0) return false;
  const isSeen = seen.has(text);
  seen.add(text);
  return isSeen;
}

function costOf(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'constant':
      return 0;
    case 'leaf':
      return predicate.cost;
    case 'not':
      return costOf(predicate.of);
    case 'and':
    case 'or':
    default:
      return predicate.of.reduce((most, part) => Math.max(most, costOf(part)), 0);
  }
}

/** The predicate as SQL: true where it holds, false or null elsewhere. */
export function render(predicate: Predicate, isNegated = false): Sql {
  switch (predicate.kind) {
    case 'constant':
      return predicate.value === isNegated ? sql`false` : sql`true`;
    case 'leaf':
      return isNegated ? sql`((${predicate.sql}) is not true)` : predicate.sql;
    case 'not':
      return render(predicate.of, !isNegated);
    case 'and':
    case 'or':
    default: {
      const separator = (predicate.kind === 'and') === isNegated ? sql` or ` : sql` and `;
      return sql`(${join(
        predicate.of.map((part) => render(part, isNegated)),
        separator,
      )})`;
    }
  }
}

/** Characters of SQL that {@link render} will give, roughly. */
export function sizeOf(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'constant':
      return 5;
    case 'leaf':
      return predicate.sql.text.length;
    case 'not':
      return sizeOf(predicate.of) + 16;
    case 'and':
    case 'or':
    default:
      return predicate.of.reduce((sum, part) => sum + sizeOf(part) + 5, 2);
  }
}
