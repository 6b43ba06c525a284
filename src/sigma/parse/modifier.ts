import type { FaultPlace } from '../../shape/fault.ts';
import type { Pattern } from './pattern.ts';
import type { Placeholders } from './placeholders.ts';
import { ruleFault } from './rule-fault.ts';
import { plainText, type Text, withoutDashes } from './text.ts';

export interface DraftValue {
  readonly pattern: Pattern;
  readonly place: FaultPlace;
}

/** An item of a selection on its way through its modifiers, left to right. */
export interface Draft {
  readonly field: string | undefined;
  readonly values: readonly DraftValue[];
  readonly isEvery: boolean;
  readonly isNegated: boolean;
  readonly place: FaultPlace;
}

interface ModifierContext {
  /** All modifiers of the item and the place of this one in them. */
  readonly chain: readonly string[];
  readonly index: number;
  /** Values for `%name%`, by name. */
  readonly placeholders: Placeholders;
}

/**
 * One value modifier of Sigma, known under each of its names.
 * `apply` throws the fault `rule-invalid` where the specification does not allow the modifier.
 */
export interface Modifier {
  readonly names: readonly string[];
  readonly apply: (draft: Draft, context: ModifierContext) => Draft;
}

export function mapValues(draft: Draft, change: (pattern: Pattern, place: FaultPlace) => Pattern): Draft {
  const deep = (pattern: Pattern, place: FaultPlace): Pattern =>
    pattern.kind === 'any'
      ? { kind: 'any', of: pattern.of.map((inner) => deep(inner, place)) }
      : change(pattern, place);
  return { ...draft, values: draft.values.map(({ pattern, place }) => ({ pattern: deep(pattern, place), place })) };
}

/** Changes every value as text. A number is taken as its digits; what is not text at all is refused. */
export function mapText(
  draft: Draft,
  name: string,
  change: (text: Text, place: FaultPlace, isCased: boolean) => Pattern,
): Draft {
  return mapValues(draft, (pattern, place) => {
    if (pattern.kind === 'text') return change(pattern.text, place, pattern.isCased);
    if (pattern.kind === 'number') return change(plainText(pattern.text), place, false);
    throw ruleFault(
      `"${name}" needs text, not ${describe(pattern)}`,
      place,
      `Remove "|${name}" or give it text in quotes.`,
    );
  });
}

/** As {@link mapText}, for modifiers that encode: what `windash` left open is written out before. */
export function mapWritten(
  draft: Draft,
  name: string,
  change: (text: Text, place: FaultPlace, isCased: boolean) => Pattern,
): Draft {
  return mapText(draft, name, (text, place, isCased) => {
    const texts = withoutDashes(text);
    if (texts === undefined)
      throw ruleFault('the value has too many dashes', place, 'Write them out without "windash".');
    const [only] = texts;
    if (only !== undefined && texts.length === 1) return change(only, place, isCased);
    return { kind: 'any', of: texts.map((one) => change(one, place, isCased)) };
  });
}

export function describe(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return 'true or false';
    case 'text':
      return 'text';
    case 'number':
      return 'a number';
    case 'regex':
      return 'a regular expression';
    case 'field':
      return 'the name of a field';
    case 'exists':
    case 'comparison':
    case 'part':
    case 'network':
    case 'any':
    default:
      return `what another modifier made (${pattern.kind})`;
  }
}
