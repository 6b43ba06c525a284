import type { Pattern } from '../parse/pattern.ts';
import { and, ask, constant, not, type Operand, or, type Predicate } from './predicate.ts';
import { literalOf, type Text } from '../parse/text.ts';

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
  const liked: Text[] = [];
  const likedCased: Text[] = [];
  const others: Predicate[] = [];
  for (const pattern of flat(patterns)) {
    const text = pattern.kind === 'text' ? literalOf(pattern.text) : undefined;
    if (text !== undefined && pattern.kind === 'text' && pattern.isCased) equalCased.push(text);
    else if (text !== undefined) equal.set(text.toLowerCase(), text);
    else if (pattern.kind === 'number') equal.set(pattern.text, pattern.text);
    else if (pattern.kind === 'boolean') equal.set(String(pattern.value), String(pattern.value));
    else if (pattern.kind === 'text') (pattern.isCased ? likedCased : liked).push(pattern.text);
    else others.push(matchOther(pattern, operand, reference));
  }
  return or([
    matchEqual([...equal.values()], operand, false),
    matchEqual(equalCased, operand, true),
    ...(liked.length === 0 ? [] : [ask({ test: 'like', operand, texts: liked, isCased: false })]),
    ...(likedCased.length === 0 ? [] : [ask({ test: 'like', operand, texts: likedCased, isCased: true })]),
    ...others,
  ]);
}

/** Integers are compared as integers: a text that is no integer in its usual spelling cannot equal one. */
function matchEqual(texts: readonly string[], operand: Operand, isCased: boolean): Predicate {
  const isInteger = operand.kind === 'column' && operand.type === 'integer';
  const values = isInteger
    ? texts.filter((text) => String(Number(text)) === text && Number.isSafeInteger(Number(text)))
    : texts;
  if (values.length === 0) return constant(false);
  return ask({ test: 'equals', operand, values, isCased: isCased && !isInteger });
}

type Other = Exclude<Pattern, { kind: 'text' | 'number' | 'boolean' | 'any' }>;

function matchOther(pattern: Other, operand: Operand, reference: Reference): Predicate {
  switch (pattern.kind) {
    case 'null':
      return ask({ test: 'missing', operand });
    case 'exists': {
      const missing = ask({ test: 'missing', operand });
      return pattern.value ? not(missing) : missing;
    }
    case 'regex':
      return ask({ test: 'regex', operand, source: pattern.source, flags: pattern.flags, anchor: pattern.anchor });
    case 'comparison':
      return ask({
        test: 'number',
        operand,
        comparison: pattern.comparison,
        number: pattern.text,
        part: pattern.part,
      });
    case 'part':
      return ask({ test: 'number', operand, comparison: 'eq', number: pattern.text, part: pattern.part });
    case 'network':
      return ask({ test: 'network', operand, network: pattern.network });
    case 'field':
    default: {
      const other = reference(pattern.field);
      if (other === undefined) return constant(false);
      return ask({ test: 'same', operand, other, anchor: pattern.anchor, isCased: pattern.isCased });
    }
  }
}

function flat(patterns: readonly Pattern[]): Exclude<Pattern, { kind: 'any' }>[] {
  return patterns.flatMap((pattern) => (pattern.kind === 'any' ? flat(pattern.of) : [pattern]));
}
