/** `index` counts characters from 0. `name` may have `*` in it. */
export interface Token {
  readonly kind: 'word' | '(' | ')';
  readonly text: string;
  readonly index: number;
}

/** Cuts a condition into words and parentheses; gives the index of the first character that belongs to neither. */
export function tokenize(text: string): readonly Token[] | number {
  const tokens: Token[] = [];
  const pattern = /\s*(?:([A-Za-z0-9_*-]+)|([()])|$)/y;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const found = pattern.exec(text);
    if (found === null) return start + (/^\s*/.exec(text.slice(start, start + 10_000))?.[0].length ?? 0);
    const [, word, parenthesis] = found;
    if (word !== undefined) tokens.push({ kind: 'word', text: word, index: pattern.lastIndex - word.length });
    if (parenthesis === '(' || parenthesis === ')') {
      tokens.push({ kind: parenthesis, text: parenthesis, index: pattern.lastIndex - 1 });
    }
    if (found[0] === '') break;
  }
  return tokens;
}
