import { matchPatterns, type Reference } from './match-pattern.ts';
import { and, ask, constant, not, type Operand, type Predicate } from './predicate.ts';
import type { RecordPlace } from './record-place.ts';
import type { Item } from './selection.ts';

/** An item whose field is a column. */
export function matchColumn(item: Item, operand: Operand, reference: Reference): Predicate {
  return negated(item, matchPatterns(item.patterns, item.isEvery, operand, reference));
}

/** An item whose field the log source never has: only absence is met. */
export function matchAbsent(item: Item): Predicate {
  const [pattern] = item.patterns;
  return negated(item, constant(pattern?.kind === 'null' || (pattern?.kind === 'exists' && !pattern.value)));
}

/** An item whose field is sought in the record itself. Where an array stands there, any of its elements may match. */
export function matchRecord(item: Item, place: RecordPlace, reference: Reference): Predicate {
  const [first] = item.patterns;
  const list = { kind: 'record', place } as const;
  const variable = 'record value';
  const value: Operand = { kind: 'element', variable, part: undefined };
  if (first?.kind === 'exists') {
    const has = ask({ test: 'has', place });
    return negated(item, first.value ? has : not(has));
  }
  if (first?.kind === 'null') {
    const present = not(ask({ test: 'missing', operand: value }));
    return negated(item, not(ask({ test: 'some', list, variable, isNoneEnough: false, where: present })));
  }
  // Each value of `all` may be met by another element of an array.
  const meets = (patterns: Item['patterns']): Predicate =>
    ask({
      test: 'some',
      list,
      variable,
      isNoneEnough: false,
      where: matchPatterns(patterns, false, value, reference),
    });
  return negated(item, item.isEvery ? and(item.patterns.map((pattern) => meets([pattern]))) : meets(item.patterns));
}

function negated(item: Item, predicate: Predicate): Predicate {
  return item.isNegated ? not(predicate) : predicate;
}
