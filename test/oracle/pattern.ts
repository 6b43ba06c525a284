/** One character of a value, a wildcard, or a name between percent signs that is to be replaced. */
export type Piece =
  | { readonly is: 'character'; readonly character: string }
  | { readonly is: 'any text' }
  | { readonly is: 'any character' }
  | { readonly is: 'placeholder'; readonly name: string };

export type Pattern = readonly Piece[];

export const anyText: Piece = { is: 'any text' };

/** Every character as itself. */
export function literally(text: string): Pattern {
  return Array.from(text, (character) => ({ is: 'character', character }));
}

/** A value of a rule in pieces, its escapes resolved. */
export function parsePattern(text: string, withPlaceholders: boolean): Pattern {
  const tokens = withPlaceholders ? /%\w+%|\\[*?\\%]|./gsu : /\\[*?\\]|./gsu;
  return Array.from(text.matchAll(tokens), ([token]): Piece => {
    if (token === '*') return anyText;
    if (token === '?') return { is: 'any character' };
    if (token.length > 2 && token.startsWith('%')) return { is: 'placeholder', name: token.slice(1, -1) };
    return { is: 'character', character: token.length === 2 && token.startsWith('\\') ? token.slice(1) : token };
  });
}

/** Whether the pattern is the whole text. Follows all places of the text at which the pieces so far may end. */
export function matches(pattern: Pattern, text: string, fold: (text: string) => string): boolean {
  const characters = Array.from(text, (character) => fold(character));
  let ends = [0];
  for (const piece of pattern) {
    if (piece.is === 'any text') {
      const [first = characters.length + 1] = ends;
      ends = [...characters.keys(), characters.length].filter((end) => end >= first);
    } else {
      const wanted = piece.is === 'character' ? fold(piece.character) : undefined;
      ends = ends
        .filter((end) => end < characters.length && (wanted === undefined || characters[end] === wanted))
        .map((end) => end + 1);
    }
  }
  return ends.includes(characters.length);
}
