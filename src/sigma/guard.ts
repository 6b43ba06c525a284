import { limits } from './limits.ts';
import type { Guard, Predicate } from './predicate.ts';

/** Something every match must meet that one column decides, the most telling that can be found. */
export function guardOf(predicate: Predicate): Guard | undefined {
  return [...guardsOf(predicate).values()].toSorted((a, b) => vagueness(a) - vagueness(b))[0];
}

/** All guards of a predicate, by column. */
function guardsOf(predicate: Predicate): Map<string, Guard> {
  if (predicate.kind === 'leaf')
    return new Map(predicate.guard === undefined ? [] : [[predicate.guard.column, predicate.guard]]);
  if (predicate.kind === 'and') return guardsOfAll(predicate.of);
  return predicate.kind === 'or' ? guardsOfAny(predicate.of) : new Map();
}

/** Each part must hold: for each column the shortest list of constants will do. */
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
  for (const column of all[0]?.keys() ?? []) {
    const guards = all.map((guards) => guards.get(column));
    if (guards.includes(undefined)) continue;
    const constants = guards.flatMap((guard) => guard?.constants ?? []);
    if (constants.length <= limits.valuesPerItem) shared.set(column, { column, constants });
  }
  return shared;
}

/** Columns with few different values: their guards leave out little. The name of the log says least. */
const vague: Readonly<Record<string, number>> = {
  'folded log': 3,
  'folded workload': 2,
  recordType: 2,
  errorCode: 2,
  'folded actorType': 2,
  'folded category': 2,
  'folded result': 2,
  'folded userType': 2,
};

function vagueness({ column, constants }: Guard): number {
  const rank = column === 'folded operation' ? 0 : (vague[column] ?? 1);
  return rank * limits.valuesPerItem * 2 + constants.length;
}
