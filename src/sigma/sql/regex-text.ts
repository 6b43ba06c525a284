import type { Anchor, RegexFlags } from '../parse/pattern.ts';
import type { Text } from '../parse/text.ts';

/** Alternatives and characters in one regular expression: its automaton must fit into the matcher's memory. */
const mostAlternatives = 200;
const mostCharacters = 10_000;

/** A text with wildcards as a regular expression that is sought anywhere. Lower case leaves it what it is. */
export function regexOf({ pieces }: Text): string {
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

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}/-]/g, '\\$&').replaceAll('\0', '\\x00');
}

export function isAny(piece: Text['pieces'][number] | undefined): boolean {
  return typeof piece === 'object' && piece.wild === 'any';
}
