/** A place in a text where something unknown may stand: any characters, exactly one, or one of the dashes. */
export interface Wild {
  readonly wild: 'any' | 'one' | 'dash';
}

/** The characters that `windash` takes for one another. */
const dashes = ['-', '/', '\u2013', '\u2014', '\u2015'] as const;
/** Dashes that are written out: each makes five texts of one. */
const mostDashes = 4;

/** A text with wildcards; strings in it stand for themselves. */
export interface Text {
  readonly pieces: readonly (string | Wild)[];
  /** As the rule spells it. Regular expressions start from this. */
  readonly source: string;
  /** True after an UTF-16 modifier: then each character of a string piece is one byte. */
  readonly isBytes: boolean;
}

export const any: Wild = { wild: 'any' };
const one: Wild = { wild: 'one' };

/**
 * Reads a plain Sigma value: `*` and `?` are wildcards unless a backslash stands before them, two backslashes are one,
 * and a backslash before anything else is itself.
 */
export function parseText(source: string): Text {
  const pieces: (string | Wild)[] = [];
  let isEscaped = false;
  for (const character of source) {
    const isSpecial = character === '*' || character === '?' || character === '\\';
    if (isEscaped) {
      pieces.push(isSpecial ? character : `\\${character}`);
      isEscaped = false;
    } else if (character === '\\') isEscaped = true;
    else if (character === '*') pieces.push(any);
    else if (character === '?') pieces.push(one);
    else pieces.push(character);
  }
  if (isEscaped) pieces.push('\\');
  return { pieces: tidy(pieces), source, isBytes: false };
}

/** A text without wildcards. */
export function plainText(text: string): Text {
  return { pieces: tidy([text]), source: text, isBytes: false };
}

/** The same text with other pieces; neighbours that say the same are joined. */
export function withPieces(text: Text, pieces: readonly (string | Wild)[], isBytes = text.isBytes): Text {
  return { pieces: tidy(pieces), source: text.source, isBytes };
}

/** The text if it has no wildcards, else undefined. */
export function literalOf(text: Text): string | undefined {
  return text.pieces.every((piece) => typeof piece === 'string') ? text.pieces.join('') : undefined;
}

/** Every text that a dash modifier makes of this one; undefined if there are too many. */
export function withoutDashes(text: Text): Text[] | undefined {
  const first = text.pieces.findIndex((piece) => typeof piece === 'object' && piece.wild === 'dash');
  if (first < 0) return [text];
  if (text.pieces.filter((piece) => typeof piece === 'object' && piece.wild === 'dash').length > mostDashes)
    return undefined;
  return dashes.flatMap((dash) => withoutDashes(withPieces(text, text.pieces.with(first, dash))) ?? []);
}

function tidy(pieces: readonly (string | Wild)[]): (string | Wild)[] {
  const tidied: (string | Wild)[] = [];
  for (const piece of pieces) {
    const last = tidied.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') tidied[tidied.length - 1] = last + piece;
    else if (typeof piece === 'object' && piece.wild === 'any' && typeof last === 'object' && last.wild === 'any')
      continue;
    else tidied.push(piece);
  }
  return tidied;
}
