import type { Log } from '../../shape/detection.ts';
import { type FieldHome, type FieldMeaning, meaningsOf } from './field.ts';
import type { Pattern } from '../parse/pattern.ts';
import type { Item } from '../parse/selection.ts';
import { literalOf, plainText, type Text, withPieces } from '../parse/text.ts';

/** An item of a rule in the words of one place where its field may be. */
export interface TranslatedItem {
  readonly item: Item;
  /** Undefined if the field is not known: a path in the record, as the rule spells it. */
  readonly home: FieldHome | undefined;
}

/**
 * What an item means in these logs of a table: one of the alternatives must be met (all of them if it asks for absence).
 * Words of guides have become those of the logs, and texts are normalised as the column is.
 */
export function translateItem(item: Item, table: string, logs: readonly Log[]): readonly TranslatedItem[] {
  const meanings = item.field === undefined ? [] : meaningsOf(table, item.field, logs);
  if (meanings.length === 0) return [{ item, home: undefined }];
  return meanings.map((meaning) => ({
    item: { ...item, patterns: item.patterns.map((pattern) => translatePattern(pattern, meaning)) },
    home: meaning.home,
  }));
}

/** Whether the item asks that the field is not there, which must then hold for all places that it may mean. */
export function wantsAbsence({ patterns: [first] }: Item): boolean {
  return first?.kind === 'null' || (first?.kind === 'exists' && !first.value);
}

function translatePattern(pattern: Pattern, meaning: FieldMeaning): Pattern {
  if (pattern.kind === 'any') return { ...pattern, of: pattern.of.map((one) => translatePattern(one, meaning)) };
  const words = meaning.values.get(wordOf(pattern)?.toLowerCase() ?? '');
  if (words !== undefined) {
    return { kind: 'any', of: words.map(patternOf) };
  }
  const { home } = meaning;
  if (pattern.kind !== 'text' || home.kind !== 'column' || home.column !== 'operation') return pattern;
  return { kind: 'any', of: bareOperations(pattern.text).map((text) => ({ ...pattern, text })) };
}

/** A word of the map: `>0` is any number above that. */
function patternOf(word: string): Pattern {
  const [, number] = /^>(\d+)$/.exec(word) ?? [];
  if (number === undefined) return { kind: 'text', text: plainText(word), isCased: false };
  return { kind: 'comparison', comparison: 'gt', text: number, part: undefined };
}

/** The one text that the pattern asks for, if it is one. */
export function wordOf(pattern: Pattern): string | undefined {
  if (pattern.kind === 'number') return pattern.text;
  return pattern.kind === 'text' ? literalOf(pattern.text) : undefined;
}

/**
 * What finds in the column `operation`, which has plain dashes and neither stop nor blank at its end, the operations that
 * the text finds in the record. `*Strong Authentication.*` may have found such a stop, so there are two texts then.
 */
function bareOperations(text: Text): Text[] {
  const pieces = text.pieces.map((piece) => (typeof piece === 'string' ? plainDashes(piece) : piece));
  const last = pieces.at(-1);
  if (typeof last === 'string') return [withPieces(text, [...pieces.slice(0, -1), bareOperation(last)])];
  const before = pieces.at(-2);
  const plain = withPieces(text, pieces);
  if (typeof before !== 'string' || last?.wild !== 'any') return [plain];
  const end = bareOperation(before);
  return end === before || end === '' ? [plain] : [plain, withPieces(text, [...pieces.slice(0, -2), end])];
}

/** An operation as the column `operation` has it. */
export function bareOperation(text: string): string {
  return plainDashes(text).replace(/[ .]+$/, '');
}

function plainDashes(text: string): string {
  return text.replaceAll(/[‐‑‒–—―−]/g, '-');
}
