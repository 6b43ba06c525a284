import { limits } from '../parse/limits.ts';
import type { Predicate, Test } from './predicate.ts';

/** A column that decides: where the predicate is true, the column has one of the values, whatever their capitals. */
export interface Guard {
  readonly column: string;
  readonly isInteger: boolean;
  /** In lower case, ASCII only: beyond it an engine's lower case may be another than ours. */
  readonly values: readonly string[];
}

/** Something every match must meet that one column decides, the most telling that can be found. */
export function guardOf(predicate: Predicate): Guard | undefined {
  return [...guardsOf(predicate).values()].toSorted((a, b) => vagueness(a) - vagueness(b))[0];
}

/** All guards of a predicate, by column. */
function guardsOf(predicate: Predicate): Map<string, Guard> {
  if (predicate.kind === 'test') {
    const guard = guardOfTest(predicate.test);
    return new Map(guard === undefined ? [] : [[guard.column, guard]]);
  }
  if (predicate.kind === 'and') return guardsOfAll(predicate.of);
  return predicate.kind === 'or' ? guardsOfAny(predicate.of) : new Map();
}

/** The guard that a test for equality is. */
export function guardOfTest(test: Test): Guard | undefined {
  if (test.test !== 'equals' || test.isCased || test.operand.kind !== 'column') return undefined;
  const { column, type } = test.operand;
  if (type !== 'text' && type !== 'integer') return undefined;
  if (!test.values.every(isAscii)) return undefined;
  return { column, isInteger: type === 'integer', values: test.values.map((value) => value.toLowerCase()) };
}

/** Each part must hold: for each column the shortest list of values will do. */
function guardsOfAll(parts: readonly Predicate[]): Map<string, Guard> {
  const best = new Map<string, Guard>();
  for (const guard of parts.flatMap((part) => [...guardsOf(part).values()])) {
    const known = best.get(guard.column);
    if (known === undefined || vagueness(guard) < vagueness(known)) best.set(guard.column, guard);
  }
  return best;
}

/** One part must hold: a column decides only if it does so in each of them. */
function guardsOfAny(parts: readonly Predicate[]): Map<string, Guard> {
  const all = parts.map(guardsOf);
  const shared = new Map<string, Guard>();
  for (const [column, first] of all[0] ?? []) {
    const guards = all.map((guards) => guards.get(column));
    if (guards.includes(undefined)) continue;
    const values = [...new Set(guards.flatMap((guard) => guard?.values ?? []))];
    if (values.length <= limits.valuesPerItem) shared.set(column, { ...first, values });
  }
  return shared;
}

/** Columns with few different values: their guards leave out little. The name of the log says least. */
const vague: Readonly<Record<string, number>> = {
  log: 3,
  workload: 2,
  recordType: 2,
  errorCode: 2,
  actorType: 2,
  category: 2,
  result: 2,
  userType: 2,
};

function vagueness({ column, values }: Guard): number {
  const rank = column === 'operation' ? 0 : (vague[column] ?? 1);
  return rank * limits.valuesPerItem * 2 + values.length;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
