import type { Cue } from './cue.ts';
import type { Found } from './sentence.ts';
import { shapeOf } from './shape.ts';
import { tokensIn, type Token } from './token.ts';

/** The value that an earlier mail held back: alone on its line, or alone behind a colon. */
export function promisedValue(text: string, cue: Cue, to: number): Found[] {
  const window = text.slice(cue.end, Math.min(to, cue.end + 160));
  if (!/[\n:]/.test(window) || !/\d/.test(window)) return [];
  const tokens = tokensIn(text, cue.end, cue.end + window.length);
  for (const [index, token] of tokens.entries()) {
    if (index > 8) break;
    const next = tokens[index + 1];
    const isLast = next === undefined || next.lines > 0;
    if (!isLast || (token.lines === 0 && !token.isAssigned)) continue;
    const lines = tokens.slice(0, index + 1).reduce((sum, { lines }) => sum + lines, 0);
    if (lines > 3) break;
    if (isUnmistakable(token)) return [{ kind: 'password', start: token.start, end: token.end, cue }];
  }
  return [];
}

/** A mail of hardly more than the value. */
export function bareValue(text: string): Found[] {
  if (text.length > 160) return [];
  const tokens = tokensIn(text, 0, text.length);
  const [first] = tokens;
  if (first === undefined || tokens.length > 3 || (tokens[1]?.lines ?? 1) === 0) return [];
  if (!isUnmistakable(first) || first.value.length < 8 || !/[^\p{L}\p{N}._/:-]/u.test(first.value)) return [];
  return [{ kind: 'password', start: first.start, end: first.end, cue: { start: first.start, end: first.start } }];
}

function isUnmistakable(token: Token): boolean {
  const { value } = token;
  return (
    value.length >= 6 &&
    shapeOf(value) >= (token.quotes === '' ? 4.75 : 4.25) &&
    !/^\p{Lu}+[-/]?\d+[-/.]\d|^\p{Lu}{1,5}[-/]\d{2,}/u.test(value)
  );
}
