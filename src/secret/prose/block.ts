import { tokensIn, type Token } from './token.ts';
import { rolesOf } from './word-roles.ts';

/** A stretch of a text in words with what they say; the words from `first` up to `last` are its own, the others stand around it. */
export interface Block {
  readonly tokens: readonly Token[];
  readonly roles: readonly number[];
  readonly first: number;
  readonly last: number;
}

const size = 900;
const around = 240;

/** The stretches of a text in which `mayMatter` finds something. Each character is read a bounded number of times. */
export function* blocksOf(text: string, mayMatter: RegExp): Generator<Block> {
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at);
    if (mayMatter.test(text.slice(at, end))) {
      const from = at === 0 ? 0 : wordStart(text, Math.max(0, at - around));
      const tokens = tokensIn(text, from, Math.min(text.length, end + around));
      const roles = tokens.map(({ lower }, index) => rolesOf(lower, tokens[index - 1]?.lower ?? ''));
      let first = 0;
      while (first < tokens.length && (tokens[first]?.start ?? 0) < at) first += 1;
      let last = first;
      while (last < tokens.length && (tokens[last]?.start ?? 0) < end) last += 1;
      yield { tokens, roles, first, last };
    }
    at = end;
  }
}

function endOf(text: string, at: number): number {
  if (at + size >= text.length) return text.length;
  const window = text.slice(at, at + size);
  const line = window.lastIndexOf('\n');
  if (line > size / 3) return at + line + 1;
  const space = window.lastIndexOf(' ');
  return space > 0 ? at + space + 1 : at + size;
}

function wordStart(text: string, at: number): number {
  const gap = /\s/.exec(text.slice(at, at + 80));
  return gap === null ? at : at + gap.index + 1;
}
