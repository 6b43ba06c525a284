import type { Cue } from './cue.ts';
import { linkOf } from './link.ts';
import type { Found } from './sentence.ts';
import { isImpostor } from './shape.ts';
import { tokensIn, type Token } from './token.ts';
import { pointingWords, toWords, unitWords, wordsOf } from './vocabulary.ts';

const contexts = [...wordsOf('codeContext')];
const otherCodes = wordsOf('otherCode');
const readers = wordsOf('yours');

interface Value {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** PINs and codes that open an account once, behind the cue or before it. */
export function codeAround(text: string, cue: Cue, from: number, to: number): Found[] {
  const kind = cue.kind === 'pin' ? 'pin' : 'one-time-code';
  const start = Math.max(from, cue.start - 60);
  if (!/\d{3}|\d\d \d\d/.test(text.slice(start, Math.min(to, cue.end + 160)))) return [];
  const before = tokensIn(text, start, cue.start);
  if (before.slice(-2).some(({ lower }) => otherCodes.has(lower))) return [];
  const isOfReader = before.slice(-3).some(({ lower }) => readers.has(lower));
  if (cue.kind === 'any-code' && !isOfReader && !isOfLogin(text, cue)) return [];
  const tokens = tokensIn(text, cue.end, Math.min(to, cue.end + 160));
  if (tokens.slice(0, 3).some(({ lower }) => otherCodes.has(lower))) return [];
  const isClosed = /^[.?!]\s/.test(text.slice(cue.end, cue.end + 2));
  for (const [index, token] of tokens.slice(0, 14).entries()) {
    const value = valueAt(tokens, index, text, kind);
    if (value === undefined) continue;
    const link = linkOf(tokens, index, isClosed, false);
    const isYear = /^(?:19|20)\d\d$/.test(token.value);
    const isWord = /\p{L}/u.test(token.value);
    const need = (isYear ? 4 : 1) + (isWord ? 2 : 0) + (cue.kind === 'any-code' ? 2 : 0);
    if (cue.kind === 'any-code' && isOfReader && value.length !== 6 && !isOfLogin(text, cue)) return [];
    if (
      link.weight >= need &&
      (link.isStrict || (index <= 4 && !tokens.slice(0, index).some(({ endsClause }) => endsClause)))
    )
      return [{ kind, start: value.start, end: value.end, cue }];
    if (cue.kind === 'pin' && isApposition(tokens, index)) return [{ kind, start: value.start, end: value.end, cue }];
    break;
  }
  if (cue.kind === 'any-code') return [];
  // `482913 is your code`, `use 482913 as your code`.
  for (let index = before.length - 1; index >= Math.max(0, before.length - 5); index -= 1) {
    const token = before[index];
    if (token === undefined || token.endsSentence) break;
    const value = valueAt(before, index, text, kind);
    if (value === undefined) continue;
    const between = before.slice(index + 1);
    if (between.some(({ lower }) => pointingWords.has(lower)) || toWords.has(before[index - 1]?.lower ?? ''))
      return [{ kind, start: value.start, end: value.end, cue }];
    break;
  }
  return [];
}

/** `the PIN of the card, 7092, …` */
function isApposition(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens.slice(0, index);
  return (
    token !== undefined &&
    token.endsClause &&
    index <= 8 &&
    before.at(-1)?.endsClause === true &&
    before.every(({ endsSentence, lines, lower }) => !endsSentence && lines === 0 && !otherCodes.has(lower)) &&
    !/^(?:19|20)\d\d$/.test(token.value)
  );
}

/** The number that begins at a word; two groups of three digits are one. */
function valueAt(
  tokens: readonly Token[],
  index: number,
  text: string,
  kind: 'pin' | 'one-time-code',
): Value | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined) return undefined;
  const isThree = /^\d{3}$/;
  if (kind === 'one-time-code') {
    if (
      next !== undefined &&
      isThree.test(token.value) &&
      isThree.test(next.value) &&
      text.slice(token.end, next.start) === ' '
    )
      return { start: token.start, end: next.end, length: 6 };
    const third = tokens[index + 2];
    if ([token, next, third].every((one) => /^\d\d$/.test(one?.value ?? '')) && third?.end === token.end + 6)
      return { start: token.start, end: third.end, length: 6 };
    if (/^\d{3}-\d{3}$/.test(token.value) || /^[A-Z]-\d{5,8}$/.test(token.value))
      return { start: token.start, end: token.end, length: 6 };
    if (
      token.isAssigned &&
      /^(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{3,5}-?[A-Z0-9]{2,5}$/.test(token.value) &&
      !isImpostor(token.value)
    )
      return { start: token.start, end: token.end, length: token.value.length };
  }
  if (!/^\d{4,8}#?$/.test(token.value)) return undefined;
  if (next !== undefined && next.lines === 0 && !token.endsClause && unitWords.has(next.lower)) return undefined;
  // Numbers of more groups are telephones and the like.
  if (next !== undefined && /^\d/.test(next.value) && next.lines === 0 && !token.endsClause) return undefined;
  return { start: token.start, end: token.end - Number(token.value.endsWith('#')), length: token.value.length };
}

function isOfLogin(text: string, cue: Cue): boolean {
  const near = text.slice(Math.max(0, cue.start - 100), cue.end + 120).toLowerCase();
  return contexts.some((word) => near.includes(word));
}

/** Codes that replace a lost second factor: a list of alike words with digits. */
export function recoveryCodes(text: string, cue: Cue, to: number): Found[] {
  if (!/\d/.test(text.slice(cue.end, Math.min(to, cue.end + 500)))) return [];
  const tokens = withPairs(tokensIn(text, cue.end, Math.min(to, cue.end + 500)));
  const isClosed = /^[.?!]\s/.test(text.slice(cue.end, cue.end + 2));
  const first = tokens.findIndex(({ value }) => isRecoveryCode(value));
  const token = tokens[first];
  if (token === undefined || first > 24) return [];
  if (first > 10 && !(token.lines > 0)) return [];
  const link = linkOf(tokens, first, isClosed, false);
  const hasLetters = /\p{L}/u.test(token.value);
  // Below the sentences that explain it a list is known by its lines.
  const isList = token.lines > 0 && tokens.filter(({ value, lines }) => lines > 0 && isRecoveryCode(value)).length > 1;
  if (!isList && tokens.slice(0, first).some(({ endsSentence, value }) => endsSentence && !/^\d{1,2}$/.test(value)))
    return [];
  if (!(link.isStrict || token.lines > 0 || (first <= 1 && hasLetters))) return [];
  const found: Found[] = [];
  for (const other of tokens.slice(first)) {
    if (isRecoveryCode(other.value) && Math.abs(other.value.length - token.value.length) <= 1)
      found.push({ kind: 'recovery-code', start: other.start, end: other.end, cue });
    else if (found.length > 0 && other.value.length > 3) break;
  }
  return found;
}

/** At least three alike of digits or small letters behind any word for a code, which no numbers of articles are. */
export function alikeCodes(text: string, cue: Cue, to: number): Found[] {
  const window = text.slice(cue.end, Math.min(to, cue.end + 300));
  if (!/[a-z\d]{4}-[a-z\d]{4}/.test(window)) return [];
  const tokens = withPairs(tokensIn(text, cue.end, cue.end + window.length));
  const isCode = (value: string): boolean => /^[a-z\d]{4,6}-[a-z\d]{4,6}$/.test(value) && isRecoveryCode(value);
  const first = tokens.findIndex(({ value }) => isCode(value));
  if (first < 0 || tokens.slice(0, first).some(({ lower }) => otherCodes.has(lower))) return [];
  const last = tokens.findIndex(({ value }, index) => index > first && !isCode(value));
  if (last >= 0 && tokens.slice(last, last + 5).some(({ lower }) => otherCodes.has(lower))) return [];
  const codes = tokens.slice(first, last < 0 ? tokens.length : last);
  if (codes.length < 3 || codes.some(({ value }) => value.length !== codes[0]?.value.length)) return [];
  return codes.map(({ start, end }) => ({ kind: 'recovery-code', start, end, cue }));
}

/** The list of codes that stands above the word for them: at least two alike, in lines or behind semicolons. */
export function recoveryCodesAbove(text: string, cue: Cue, from: number): Found[] {
  const start = Math.max(from, cue.start - 220);
  const tokens = withPairs(tokensIn(text, start, cue.start));
  const alike = tokens.filter(
    ({ value, lines }, index) =>
      isRecoveryCode(value) && (lines > 0 || (index > 0 && isRecoveryCode(tokens[index - 1]?.value ?? ''))),
  );
  const [first] = alike;
  if (first === undefined || alike.length < 2 || alike.some(({ value }) => value.length !== first.value.length))
    return [];
  return alike.map(({ start: at, end }) => ({ kind: 'recovery-code', start: at, end, cue }));
}

/** Two groups of four digits with a space between are one word; the numbers of a list are none. */
function withPairs(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let bullet: Token | undefined;
  for (const read of tokens) {
    // The number of an entry in a list stands for its line break.
    if (read.lines > 0 && /^\d{1,2}$/.test(read.value)) {
      bullet = read;
      continue;
    }
    const token = bullet === undefined ? read : { ...read, lines: bullet.lines, isAssigned: bullet.isAssigned };
    bullet = undefined;
    const last = joined.at(-1);
    if (
      last !== undefined &&
      token.lines === 0 &&
      token.start === last.end + 1 &&
      /^\d{4}$/.test(token.value) &&
      /^\d{4}$/.test(last.value)
    )
      joined[joined.length - 1] = { ...last, value: `${last.value} ${token.value}`, end: token.end };
    else joined.push(token);
  }
  return joined;
}

function isRecoveryCode(value: string): boolean {
  return (
    /^\d{6}(?:-\d{6}){7}$|^\d{4} \d{4}$/.test(value) ||
    (/^[A-Za-z0-9]{3,12}(?:-[A-Za-z0-9]{2,12}){0,5}$/.test(value) &&
      value.length >= 6 &&
      /\d/.test(value) &&
      !/^\d{1,4}-\d{1,2}-\d{1,4}$|^\d{3}-\d{4}$/.test(value))
  );
}
