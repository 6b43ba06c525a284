import { type Sql, sql, trusted } from '../store/sql.ts';
import { isInNetwork } from './address.ts';
import { foldedConstant, numberConstant, textConstant } from './constant.ts';
import type { Operand } from './operand.ts';
import type { Anchor, Comparison, Pattern, TimePart } from './pattern.ts';
import { and, constant, cost, leaf, or, type Predicate } from './predicate.ts';
import { isOneOf, searchAny, withFlags } from './search.ts';
import { literalOf, type Text } from './text.ts';

/** The operand of another field of the same record (`fieldref`). Throws a fault if that field cannot be one. */
export type Reference = (field: string) => Operand | undefined;

/** Whether the operand meets the patterns: any of them, or every one. */
export function matchPatterns(
  patterns: readonly Pattern[],
  isEvery: boolean,
  operand: Operand,
  reference: Reference,
): Predicate {
  if (isEvery) return and(patterns.map((pattern) => matchAny([pattern], operand, reference)));
  return matchAny(patterns, operand, reference);
}

function matchAny(patterns: readonly Pattern[], operand: Operand, reference: Reference): Predicate {
  const equal = new Map<string, string>();
  const equalCased: string[] = [];
  const searched: Text[] = [];
  const searchedCased: Text[] = [];
  const others: Predicate[] = [];
  for (const pattern of flat(patterns)) {
    const text = pattern.kind === 'text' ? literalOf(pattern.text) : undefined;
    if (text !== undefined && pattern.kind === 'text' && pattern.isCased) equalCased.push(text);
    else if (text !== undefined) equal.set(text.toLowerCase(), text);
    else if (pattern.kind === 'number') equal.set(pattern.text, pattern.text);
    else if (pattern.kind === 'boolean') equal.set(String(pattern.value), String(pattern.value));
    else if (pattern.kind === 'text') (pattern.isCased ? searchedCased : searched).push(pattern.text);
    else others.push(matchOther(pattern, operand, reference));
  }
  return or([
    ...matchEqual([...equal.values()], operand),
    ...(equalCased.length === 0 ? [] : [leaf(isOneOf(operand.text(), equalCased.map(textConstant)), cost.equal)]),
    ...(searched.length === 0 ? [] : [searchAny(searched, operand.folded(), false)]),
    ...(searchedCased.length === 0 ? [] : [searchAny(searchedCased, operand.text(), true)]),
    ...others,
  ]);
}

/** Equality, with integers as integers; a text that is no integer cannot equal one. */
function matchEqual(texts: readonly string[], operand: Operand): Predicate[] {
  if (operand.kind === 'integer') {
    const numbers = texts.filter((text) => String(Number(text)) === text && Number.isSafeInteger(Number(text)));
    if (numbers.length === 0) return [];
    const constants = numbers.map((text) => trusted(String(Number(text))));
    return [leaf(isOneOf(operand.native(), constants), cost.equal, operand.guard(constants))];
  }
  if (texts.length === 0) return [];
  const constants = texts.map(foldedConstant);
  return [leaf(isOneOf(operand.folded(), constants), cost.equal, operand.guard(constants))];
}

type Other = Exclude<Pattern, { kind: 'text' | 'number' | 'boolean' | 'any' }>;

function matchOther(pattern: Other, operand: Operand, reference: Reference): Predicate {
  switch (pattern.kind) {
    case 'null':
      return leaf(sql`${operand.native()} is null`, cost.equal);
    case 'exists':
      return leaf(pattern.value ? sql`${operand.native()} is not null` : sql`${operand.native()} is null`, cost.equal);
    case 'regex': {
      const regex = textConstant(withFlags(pattern.source, pattern.flags, pattern.anchor));
      return leaf(sql`regexp_matches(${operand.text()}, ${regex})`, cost.regex);
    }
    case 'comparison':
      return matchComparison(pattern.comparison, pattern.text, pattern.part, operand);
    case 'part':
      return leaf(sql`${partOf(pattern.part, operand)} = ${numberConstant(pattern.text)}`, cost.regex);
    case 'network':
      return leaf(isInNetwork(operand.folded(), pattern.network), cost.regex);
    case 'field':
    default: {
      const other = reference(pattern.field);
      if (other === undefined) return constant(false);
      return leaf(matchField(pattern.anchor, pattern.isCased, operand, other), cost.find);
    }
  }
}

function matchComparison(
  comparison: Comparison,
  text: string,
  part: TimePart | undefined,
  operand: Operand,
): Predicate {
  const sign = trusted({ lt: '<', lte: '<=', gt: '>', gte: '>=' }[comparison]);
  const number = numberConstant(text);
  if (part !== undefined) return leaf(sql`${partOf(part, operand)} ${sign} ${number}`, cost.regex);
  if (operand.kind === 'integer') return leaf(sql`${operand.native()} ${sign} ${number}`, cost.equal);
  if (operand.kind !== 'text') return constant(false);
  const value = sql`try_cast(${operand.text()} as double)`;
  // Texts such as "nan" are numbers to the engine, and greater than all others.
  return leaf(sql`(${value} ${sign} ${number} and isfinite(${value}))`, cost.regex);
}

function partOf(part: TimePart, operand: Operand): Sql {
  if (operand.kind === 'time') return sql`date_part(${trusted(`'${part}'`)}, ${operand.native()})`;
  if (operand.kind !== 'text') return sql`null`;
  return sql`date_part(${trusted(`'${part}'`)}, try_cast(${operand.text()} as timestamp))`;
}

function matchField(anchor: Anchor, isCased: boolean, operand: Operand, other: Operand): Sql {
  const [whole, inner] = isCased ? [operand.text(), other.text()] : [operand.folded(), other.folded()];
  switch (anchor) {
    case 'whole':
      return sql`${whole} = ${inner}`;
    case 'start':
      return sql`(starts_with(${whole}, ${inner}) and ${inner} <> '')`;
    case 'end':
      return sql`(ends_with(${whole}, ${inner}) and ${inner} <> '')`;
    case 'anywhere':
    default:
      return sql`(contains(${whole}, ${inner}) and ${inner} <> '')`;
  }
}

function flat(patterns: readonly Pattern[]): Exclude<Pattern, { kind: 'any' }>[] {
  return patterns.flatMap((pattern) => (pattern.kind === 'any' ? flat(pattern.of) : [pattern]));
}
