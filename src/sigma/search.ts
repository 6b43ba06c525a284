import { join, type Sql, sql } from '../store/sql.ts';
import { foldedConstant, textConstant } from './constant.ts';
import type { Anchor, RegexFlags } from './pattern.ts';
import { cost, leaf, or, type Predicate } from './predicate.ts';
import type { Text } from './text.ts';

/** From this number of searches on, one regular expression with alternatives is faster than searching each. */
const many = 6;
/** Alternatives and characters in one regular expression: its automaton must fit into the matcher's memory. */
const mostAlternatives = 200;
const mostCharacters = 10_000;

/**
 * Whether the text matches any of the given ones with wildcards. `folded` is in lower case already unless `isCased`.
 * Never in more than linear time: what is more than a plain search is a regular expression.
 */
export function searchAny(texts: readonly Text[], folded: Sql, isCased: boolean): Predicate {
  const constantOf = isCased ? textConstant : foldedConstant;
  if (texts.length < many) return or(texts.map((text) => searchOne(text, folded, constantOf)));
  return or(inChunks(texts.map(regexOf)).map((chunk) => matches(chunk.join('|'), folded, constantOf)));
}

function searchOne(text: Text, folded: Sql, constantOf: (text: string) => Sql): Predicate {
  const { pieces } = text;
  if (pieces.length === 1 && isAny(pieces[0])) return leaf(sql`${folded} is not null`, cost.equal);
  const start = isAny(pieces[0]) ? 1 : 0;
  const end = isAny(pieces.at(-1)) ? pieces.length - 1 : pieces.length;
  const [piece] = pieces.slice(start, end);
  if (end - start === 1 && typeof piece === 'string') {
    const found = constantOf(piece);
    if (start === 1 && end < pieces.length) return leaf(sql`contains(${folded}, ${found})`, cost.find);
    return start === 1
      ? leaf(sql`ends_with(${folded}, ${found})`, cost.find)
      : leaf(sql`starts_with(${folded}, ${found})`, cost.find);
  }
  return matches(regexOf(text), folded, constantOf);
}

function matches(regex: string, folded: Sql, constantOf: (text: string) => Sql): Predicate {
  return leaf(sql`regexp_matches(${folded}, ${constantOf(`(?s:${regex})`)})`, cost.regex);
}

/** A text with wildcards as a regular expression that is sought anywhere. Lower case leaves it what it is. */
export function regexOf({ pieces }: Pick<Text, 'pieces'>): string {
  const start = isAny(pieces[0]) ? '' : '^';
  const end = isAny(pieces.at(-1)) ? '' : '$';
  const inside = pieces.map((piece, index) => {
    if (typeof piece === 'string') return escaped(piece);
    if (piece.wild === 'one') return '.';
    if (piece.wild === 'dash') return '[/\\-–—―]';
    return index === 0 || index === pieces.length - 1 ? '' : '.*?';
  });
  return `${start}${inside.join('')}${end}`;
}

/** A rule's own regular expression, with flags and anchor as part of it. */
export function withFlags(source: string, flags: RegexFlags, anchor: Anchor): string {
  const letters = [flags.i ? 'i' : '', flags.m ? 'm' : '', flags.s ? 's' : ''].join('');
  const group = letters === '' ? '(?:' : `(?${letters}:`;
  const [start, end] = [
    anchor === 'start' || anchor === 'whole' ? '\\A' : '',
    anchor === 'end' || anchor === 'whole' ? '\\z' : '',
  ];
  return letters === '' && start === '' && end === '' ? source : `${start}${group}${source})${end}`;
}

/** Cuts alternatives into groups that the matcher can take at once. */
export function inChunks(alternatives: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let characters = 0;
  for (const alternative of alternatives) {
    const last = chunks.at(-1);
    characters += alternative.length;
    if (last === undefined || last.length >= mostAlternatives || characters > mostCharacters) {
      chunks.push([alternative]);
      characters = alternative.length;
    } else last.push(alternative);
  }
  return chunks;
}

/** Any of the constants; long lists without the engine's join, which it cannot use inside of lists. */
export function isOneOf(value: Sql, constants: readonly Sql[]): Sql {
  const [only] = constants;
  if (only !== undefined && constants.length === 1) return sql`${value} = ${only}`;
  return constants.length <= 30
    ? sql`${value} in (${join(constants)})`
    : sql`list_contains([${join(constants)}], ${value})`;
}

export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}/-]/g, '\\$&').replaceAll('\0', '\\x00');
}

function isAny(piece: Text['pieces'][number] | undefined): boolean {
  return typeof piece === 'object' && piece.wild === 'any';
}
