import { sql } from '../store/sql.ts';
import { textConstant } from './constant.ts';
import { matchPatterns, type Reference } from './match-pattern.ts';
import { type ColumnOperands, type Operand, textOperand } from './operand.ts';
import { cost, constant, leaf, not, type Predicate, render } from './predicate.ts';
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

/** The value at a path of the record (dots descend, `a.0` is the first element), null if there is none. */
export function recordOperand(field: string, columns: ColumnOperands): Operand {
  return textOperand(sql`(case when json_valid(${columns.name('raw')}) then
    json_extract_string(${columns.name('raw')}, ${textConstant(pointer(field))}) end)`);
}

/** An item whose field is sought in the record itself. Where an array stands there, any of its elements may match. */
export function matchRecord(item: Item, field: string, columns: ColumnOperands, reference: Reference): Predicate {
  const raw = columns.name('raw');
  const path = textConstant(pointer(field));
  const [first] = item.patterns;
  if (first?.kind === 'exists') {
    const exists = leaf(sql`case when json_valid(${raw}) then json_exists(${raw}, ${path}) end`, cost.json);
    return negated(item, first.value ? exists : not(exists));
  }
  if (first?.kind === 'null') {
    return negated(item, leaf(sql`${recordOperand(field, columns).text()} is null`, cost.json));
  }
  // Each value of `all` may be met by another element of an array.
  const meets = (patterns: Item['patterns']): Predicate => {
    const predicate = matchPatterns(patterns, false, textOperand(sql`"record value"`), reference);
    return leaf(
      sql`len(list_filter(case when not json_valid(${raw}) then null
        when json_type(${raw}, ${path}) = 'ARRAY' then
          list_append(json_extract_string(json_extract(${raw}, ${path}), '$[*]'), json_extract_string(${raw}, ${path}))
        else [json_extract_string(${raw}, ${path})] end, lambda "record value": ${render(predicate)})) > 0`,
      cost.json,
    );
  };
  if (!item.isEvery) return negated(item, meets(item.patterns));
  return negated(item, { kind: 'and', of: item.patterns.map((pattern) => meets([pattern])) });
}

function negated(item: Item, predicate: Predicate): Predicate {
  return item.isNegated ? not(predicate) : predicate;
}

/** A JSON pointer (RFC 6901): it can spell every key. */
function pointer(field: string): string {
  return field
    .split('.')
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
