import { wantsAbsence } from '../field/translation.ts';
import { matchPatterns, type Reference } from './match-pattern.ts';
import { and, ask, constant, type List, not, type Operand, or, type Predicate } from './predicate.ts';
import type { Item } from '../parse/selection.ts';

/** An item whose field is a column. */
export function matchColumn(item: Item, operand: Operand, reference: Reference): Predicate {
  return negated(item, matchPatterns(item.patterns, item.isEvery, operand, reference));
}

/** An item whose field the log source never has: only absence is met. */
export function matchAbsent(item: Item): Predicate {
  return negated(item, constant(wantsAbsence(item)));
}

/**
 * An item whose field is a list, or a place in the record itself, where an array may stand: any element may match. A list
 * without values is as good as none.
 */
export function matchList(item: Item, list: List, reference: Reference): Predicate {
  const [first] = item.patterns;
  const variable = `${list.kind} value`;
  const value: Operand = { kind: 'element', variable, part: undefined };
  const some = (where: Predicate): Predicate => ask({ test: 'some', list, variable, isNoneEnough: false, where });
  const present = some(not(ask({ test: 'missing', operand: value })));
  if (first?.kind === 'exists') {
    // What is null in a record exists; a column cannot tell.
    const has = list.kind === 'record' ? ask({ test: 'has', place: list.place }) : present;
    return negated(item, first.value ? has : not(has));
  }
  if (first?.kind === 'null') return negated(item, not(present));
  // Each value of `all` may be met by another element.
  const meets = (patterns: Item['patterns']): Predicate => some(matchPatterns(patterns, false, value, reference));
  return negated(item, item.isEvery ? and(item.patterns.map((pattern) => meets([pattern]))) : meets(item.patterns));
}

/** An item whose field is there only where `where` holds, and otherwise missing. `match` gives what is asked of it there. */
export function matchWhere(item: Item, where: Predicate, match: (item: Item) => Predicate): Predicate {
  const met = match({ ...item, isNegated: false });
  return negated(item, wantsAbsence(item) ? or([not(where), met]) : and([where, met]));
}

function negated(item: Item, predicate: Predicate): Predicate {
  return item.isNegated ? not(predicate) : predicate;
}
