import type { FaultPlace } from '../../shape/fault.ts';
import { limits } from './limits.ts';
import type { Draft, DraftValue } from './modifier.ts';
import { modifiers } from './modifiers.ts';
import type { Pattern } from './pattern.ts';
import type { Placeholders } from './placeholders.ts';
import { ruleFault } from './rule-fault.ts';
import type { Item } from './selection.ts';
import { parseText, plainText } from './text.ts';
import type { Yaml } from './yaml-document.ts';

export interface ParseOptions {
  /** Values for `%name%` in rules that use `expand`, by name without per cent signs. */
  readonly placeholders?: Placeholders | undefined;
}

/**
 * Reads one line of a selection: `key` is a field with modifiers (`Field|contains|all`), without a field it is about
 * the whole record.
 *
 * @throws Fault `rule-invalid`
 */
export function parseItem(key: string, value: Yaml, place: FaultPlace, options: ParseOptions): Item {
  const [field = '', ...chain] = key.split('|');
  if (/\p{Cc}/u.test(field)) throw ruleFault('the name of the field has a control character', place, 'Remove it.');
  const values = value.kind === 'list' ? value.items : [value];
  if (values.length === 0)
    throw ruleFault('the list of values is empty', value.place, "Give it a value, or null or ''.");
  if (values.length > limits.valuesPerItem) {
    throw ruleFault('the list has too many values', value.place, `At most ${limits.valuesPerItem} are possible.`);
  }
  let draft: Draft = {
    field: field === '' ? undefined : field,
    values: values.map((item) => toDraftValue(item, value.kind === 'list')),
    isEvery: false,
    isNegated: false,
    place,
  };
  for (const [index, name] of chain.entries()) {
    const modifier = modifiers.get(name);
    if (modifier === undefined) {
      throw ruleFault(
        `there is no modifier "${name}"`,
        place,
        `Known are: ${[...modifiers.keys()].toSorted().join(', ')}.`,
      );
    }
    draft = modifier.apply(draft, { chain, index, placeholders: options.placeholders ?? {} });
  }
  const patterns = draft.values.map(({ pattern, place }) => finished(pattern, place));
  if (draft.field === undefined) refuseForKeywords(patterns, place);
  return { field: draft.field, patterns, isEvery: draft.isEvery, isNegated: draft.isNegated, place };
}

function toDraftValue(value: Yaml, isInList: boolean): DraftValue {
  const { place } = value;
  if (value.kind !== 'scalar') {
    const hint = 'Values are text, numbers, true, false or null; reach into an object with dots in the field name.';
    throw ruleFault(`a ${value.kind} has no place among the values of a field`, place, hint);
  }
  const plain = value.value;
  if (plain === null) {
    if (isInList)
      throw ruleFault(
        'null cannot stand in a list',
        place,
        'Make it a selection of its own and join the two with "or".',
      );
    return { pattern: { kind: 'null' }, place };
  }
  if (typeof plain === 'boolean') return { pattern: { kind: 'boolean', value: plain }, place };
  if (typeof plain === 'bigint') return { pattern: { kind: 'number', text: plain.toString() }, place };
  if (typeof plain === 'number') {
    if (!Number.isFinite(plain))
      throw ruleFault('the number is not finite', place, 'Put it into quotes if it is text.');
    return { pattern: { kind: 'number', text: String(plain) }, place };
  }
  if (plain.length > limits.valueCharacters) {
    throw ruleFault('the value is too long', place, `At most ${limits.valueCharacters} characters are possible.`);
  }
  return { pattern: { kind: 'text', text: parseText(plain), isCased: false }, place };
}

/** The last look at a pattern: bytes that no Base64 modifier took are text again, if they can be. */
function finished(pattern: Pattern, place: FaultPlace): Pattern {
  if (pattern.kind === 'any') return { kind: 'any', of: pattern.of.map((inner) => finished(inner, place)) };
  if (pattern.kind !== 'text') return pattern;
  if (pattern.text.pieces.filter((piece) => typeof piece !== 'string').length > limits.wildcardsPerValue) {
    throw ruleFault('the value has too many wildcards', place, `At most ${limits.wildcardsPerValue} are possible.`);
  }
  if (!pattern.text.isBytes) return pattern;
  try {
    const pieces = pattern.text.pieces.map((piece) =>
      typeof piece === 'string'
        ? new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(piece, 'latin1'))
        : piece,
    );
    return { ...pattern, text: { ...pattern.text, pieces, isBytes: false } };
  } catch {
    throw ruleFault('the UTF-16 bytes of the value are no text', place, 'Put "base64" or "base64offset" behind it.');
  }
}

/** A keyword that is a number or a truth value is sought as it is written. */
function refuseForKeywords(patterns: readonly Pattern[], place: FaultPlace): void {
  for (const { kind } of patterns) {
    if (kind === 'text' || kind === 'number' || kind === 'boolean' || kind === 'regex' || kind === 'any') continue;
    throw ruleFault('a keyword must be text or a regular expression', place, 'Name a field in front of the modifiers.');
  }
}

/** One item for keywords that stand in a list without any field. */
export function parseKeywords(values: readonly Yaml[], place: FaultPlace): Item {
  const patterns = values.map((value) => {
    const { pattern } = toDraftValue(value, values.length > 1);
    return pattern.kind === 'boolean'
      ? ({ kind: 'text', text: plainText(String(pattern.value)), isCased: false } as const)
      : pattern;
  });
  refuseForKeywords(patterns, place);
  return { field: undefined, patterns, isEvery: false, isNegated: false, place };
}
