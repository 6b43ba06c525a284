import { sql } from '../store/sql.ts';
import { matchPatterns, type Reference } from './match-pattern.ts';
import { type ColumnOperands, type Operand, textOperand } from './operand.ts';
import { and, cost, constant, leaf, not, type Predicate, render } from './predicate.ts';
import { recordColumn } from './record-path.ts';
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

/** The value at the first of the paths that the record has, null if it has none of them. */
export function recordOperand(paths: readonly string[], columns: ColumnOperands): Operand {
  return textOperand(sql`json_extract_string(${columns.name(recordColumn('json', paths))}, '$')`);
}

/** An item whose field is sought in the record itself. Where an array stands there, any of its elements may match. */
export function matchRecord(
  item: Item,
  paths: readonly string[],
  columns: ColumnOperands,
  reference: Reference,
): Predicate {
  const [first] = item.patterns;
  if (first?.kind === 'exists') {
    const value = columns.name(recordColumn('json', paths));
    return negated(item, leaf(first.value ? sql`${value} is not null` : sql`${value} is null`, cost.json));
  }
  if (first?.kind === 'null') {
    return negated(item, leaf(sql`${recordOperand(paths, columns).text()} is null`, cost.json));
  }
  // Each value of `all` may be met by another element of an array.
  const list = columns.name(recordColumn('list', paths));
  const meets = (patterns: Item['patterns']): Predicate => {
    const predicate = render(matchPatterns(patterns, false, textOperand(sql`"record value"`), reference));
    return leaf(sql`len(list_filter(${list}, lambda "record value": ${predicate})) > 0`, cost.json);
  };
  return negated(item, item.isEvery ? and(item.patterns.map((pattern) => meets([pattern]))) : meets(item.patterns));
}

function negated(item: Item, predicate: Predicate): Predicate {
  return item.isNegated ? not(predicate) : predicate;
}
