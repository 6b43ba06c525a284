import type { Network, TimePart } from '../../store/dialect.ts';
import type { Anchor, Comparison, RegexFlags } from '../parse/pattern.ts';
import type { RecordPlace } from './record-place.ts';
import type { Text } from '../parse/text.ts';

/** Something of a record that has one value, or none. */
export type Operand =
  /** The column `raw` is the text of the whole record, which is JSON. */
  | { readonly kind: 'column'; readonly column: string; readonly type: 'text' | 'integer' | 'boolean' | 'time' }
  /** As text, without looking into arrays on the way. */
  | { readonly kind: 'record'; readonly place: RecordPlace }
  /** The element of a list that is looked at, or a part of it. */
  | { readonly kind: 'element'; readonly variable: string; readonly part: string | undefined };

/** Something of a record that has several values. */
export type List =
  | { readonly kind: 'column'; readonly column: string }
  /** A list inside the element that is looked at. */
  | { readonly kind: 'part'; readonly variable: string; readonly part: string }
  /** The elements of an array and its whole as text, or the only value, at a place of the record. */
  | { readonly kind: 'record'; readonly place: RecordPlace };

/** One question to a record. The answer is yes, or else no or null, which mean the same. */
export type Test =
  /** Any of the values: those of a whole number are its digits, those of text without capitals unless `isCased`. */
  | {
      readonly test: 'equals';
      readonly operand: Operand;
      readonly values: readonly string[];
      readonly isCased: boolean;
    }
  | { readonly test: 'like'; readonly operand: Operand; readonly texts: readonly Text[]; readonly isCased: boolean }
  | {
      readonly test: 'regex';
      readonly operand: Operand;
      readonly source: string;
      readonly flags: RegexFlags;
      readonly anchor: Anchor;
    }
  | {
      readonly test: 'number';
      readonly operand: Operand;
      readonly comparison: Comparison | 'eq';
      readonly number: string;
      readonly part: TimePart | undefined;
    }
  | { readonly test: 'network'; readonly operand: Operand; readonly network: Network }
  | {
      readonly test: 'same';
      readonly operand: Operand;
      readonly other: Operand;
      readonly anchor: Anchor;
      readonly isCased: boolean;
    }
  | { readonly test: 'missing'; readonly operand: Operand }
  /** The record has something at the place, be it null. */
  | { readonly test: 'has'; readonly place: RecordPlace }
  /** An element of the list meets `where`; with `isNoneEnough` an empty list counts as one missing element. */
  | {
      readonly test: 'some';
      readonly list: List;
      readonly variable: string;
      readonly isNoneEnough: boolean;
      readonly where: Predicate;
    };

/** A truth about a record: the condition tree of a rule with fields resolved, independent of any engine. */
export type Predicate =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Predicate[] };

export function constant(value: boolean): Predicate {
  return { kind: 'constant', value };
}

export function ask(test: Test): Predicate {
  return { kind: 'test', test };
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
  const tests = new Set<string>();
  const of = parts
    .flatMap((part) => (part.kind === kind ? part.of : [part]))
    .filter((part) => part.kind !== 'constant' && !(part.kind === 'test' && isRepeated(part.test, tests)));
  const [only] = of;
  if (only === undefined) return constant(!decisive);
  return of.length === 1 ? only : { kind, of: of.toSorted((a, b) => costOf(a) - costOf(b)) };
}

/** Aliases of one field often ask the same. */
function isRepeated(test: Test, seen: Set<string>): boolean {
  const text = JSON.stringify(test);
  const isSeen = seen.has(text);
  seen.add(text);
  return isSeen;
}

/** What a predicate costs, roughly: the cheap ones come first, so that the others run for few records. */
function costOf(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'constant':
      return 0;
    case 'test':
      return costOfTest(predicate.test);
    case 'not':
      return costOf(predicate.of);
    case 'and':
    case 'or':
    default:
      return predicate.of.reduce((most, part) => Math.max(most, costOf(part)), 0);
  }
}

function costOfTest(test: Test): number {
  switch (test.test) {
    case 'has':
      return 40;
    case 'some':
      return test.list.kind === 'record' ? 40 : 20;
    case 'equals':
    case 'missing':
      return costOfOperand(test.operand, 1);
    case 'like':
    case 'same':
      return costOfOperand(test.operand, 2);
    case 'regex':
    case 'number':
    case 'network':
    default:
      return costOfOperand(test.operand, 5);
  }
}

function costOfOperand(operand: Operand, cost: number): number {
  if (operand.kind === 'column' && operand.column === 'raw') return 60;
  return operand.kind === 'record' ? 40 : cost;
}

/** The predicate where some tests are decided already: `decide` gives their answer, undefined for all others. */
export function decided(predicate: Predicate, decide: (test: Test) => boolean | undefined): Predicate {
  switch (predicate.kind) {
    case 'constant':
      return predicate;
    case 'test': {
      const answer = decide(predicate.test);
      return answer === undefined ? predicate : constant(answer);
    }
    case 'not':
      return not(decided(predicate.of, decide));
    case 'and':
      return and(predicate.of.map((part) => decided(part, decide)));
    case 'or':
    default:
      return or(predicate.of.map((part) => decided(part, decide)));
  }
}

/**
 * What must be true for the predicate to be true, without the tests that `isLeftOut` names: a weaker predicate that is
 * true wherever this one is.
 */
export function weakened(predicate: Predicate, isLeftOut: (test: Test) => boolean, otherwise = true): Predicate {
  switch (predicate.kind) {
    case 'constant':
      return predicate;
    case 'test':
      return isLeftOut(predicate.test) ? constant(otherwise) : predicate;
    case 'not':
      return not(weakened(predicate.of, isLeftOut, !otherwise));
    case 'and':
      return and(predicate.of.map((part) => weakened(part, isLeftOut, otherwise)));
    case 'or':
    default:
      return or(predicate.of.map((part) => weakened(part, isLeftOut, otherwise)));
  }
}

/** Characters that the predicate will have as a statement, roughly. */
export function sizeOf(predicate: Predicate): number {
  return JSON.stringify(predicate).length;
}
