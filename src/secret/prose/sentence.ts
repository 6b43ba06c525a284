import type { Cue } from './cue.ts';
import { linkOf, type Link } from './link.ts';
import { isPlaceholder, shapeOf } from './shape.ts';
import { tokensIn, type Token } from './token.ts';
import {
  isOrdinary,
  linkWords,
  pointingWords,
  purposeWords,
  systemWords,
  toWords,
  unitWords,
  userWords,
  wirelessWords,
  wordsOf,
} from './vocabulary.ts';
import { role, rolesOf } from './word-roles.ts';

/** A value that a passage gives away, before it is known whose it is. */
export interface Found {
  readonly kind: 'password' | 'one-time-code' | 'recovery-code' | 'pin' | 'passphrase' | 'wifi-password';
  readonly start: number;
  readonly end: number;
  /** The word that announced it. */
  readonly cue: { readonly start: number; readonly end: number };
  readonly account?: string | undefined;
  readonly host?: string | undefined;
}

/** What a passage must reach: the shape of the word and its tie to the cue together. */
const threshold = 6;
const reachAfter = 240;
const reachBefore = 110;

const mayHoldSecret = /[\d:="„“«`@#$%&*+|\t]|\p{Ll}\p{Lu}/u;

const examples = [...wordsOf('example')];
const comparisons = [...examples, ...wordsOf('like')];

/**
 * The passwords that belong to a cue: behind it, or before it in its sentence (`X, that's the password`).
 *
 * @param from where the text of the cue before ends.
 * @param to where the next cue begins.
 */
export function passwordsAround(text: string, cue: Cue, from: number, to: number): Found[] {
  const after = passwordsBehind(text, cue, Math.min(to, cue.end + reachAfter));
  if (after.length > 0) return after;
  const before = passwordBefore(text, cue, Math.max(from, cue.start - reachBefore));
  return before === undefined ? [] : [before];
}

function passwordsBehind(text: string, cue: Cue, most: number): Found[] {
  // Where no sign, digit or inner capital follows, only a plain word close by can be one.
  const to = mayHoldSecret.test(text.slice(cue.end, most)) ? most : Math.min(most, cue.end + 70);
  const tokens = tokensIn(text, valueStart(text, cue), to);
  // Of a word that the next cue is part of, only the beginning was read.
  if (/[\p{L}\p{N}_-]/u.test(text[to - 1] ?? ' ') && /[\p{L}\p{N}_-]/u.test(text[to] ?? ' ')) tokens.pop();
  const isLabel = isLabelOfNext(text, tokens.at(-1), to);
  if (isLabel) tokens.pop();
  const [first] = tokens;
  // What stands in for a value is the answer.
  if (first?.isAssigned === true && first.lines === 0 && isPlaceholder(first.value)) return [];
  const isWireless =
    wirelessWords.test(first?.value ?? '') || wirelessWords.test(text.slice(Math.max(0, cue.start - 12), cue.end));
  if (first !== undefined && !first.isAssigned && wirelessWords.test(first.value)) tokens.shift();
  const isBrief = cue.kind === 'brief' && !isWireless;
  const isClosed = /^(?:[.?!…]|["”)]?[.?!])\s/.test(text.slice(cue.end, cue.end + 3)) && tokens[0]?.isAssigned !== true;
  const lead = text.slice(Math.max(0, cue.start - 60), cue.start);
  let isExample: boolean | undefined;
  const saysExample = (between: string): boolean => {
    isExample ??= says(examples, lead.slice(Math.max(0, lead.search(/[.!?\n][^.!?\n]*$/))));
    return isExample || says(comparisons, between);
  };
  const bonus = namesAccount(lead) ? 2 : 0;
  const found: Found[] = [];
  let between = '';
  let words = 0;
  for (const [index, token] of tokens.entries()) {
    words += 1;
    if (words > 24) break;
    const phrase = phraseOf(token);
    if (phrase !== undefined) {
      const link = linkOf(tokens, index, isClosed, isBrief);
      const isIntroduced =
        index === 0 || token.isAssigned || token.mark === '-' || linkWords.has(tokens[index - 1]?.lower ?? '');
      if (isIntroduced && link.isStrict && link.weight >= 3.5 && index <= 6 && !saysExample(between)) {
        found.push({ kind: 'passphrase', start: token.start, end: token.end, cue });
        break;
      }
      between += ` ${token.lower}`;
      continue;
    }
    if (!isAccount(tokens, index) && !isOrdinaryHere(token)) {
      const link = linkOf(tokens, index, isClosed, isBrief);
      const shape =
        isWireless && /^\d{8,12}$/.test(token.value) && index <= 3 ? 5 : shapeHere(tokens, index, link.isStrict, cue);
      const score =
        shape +
        link.weight +
        (shape > 0 && shape <= 3 && link.weight >= 1 ? spelledOut(tokens, index) : 0) +
        (index === 0 && token.endsClause && shape < 3 ? bonus : 0) +
        (index === 0 && token.endsClause && shape >= 3.5 ? 0.5 : 0);
      const isFurther = found.length > 0;
      if (
        shape > 0 &&
        score >= threshold &&
        !(score < threshold + 4 && saysExample(between)) &&
        (!isFurther || isFurtherOne(tokens, index, link, shape, found))
      ) {
        found.push({ kind: 'password', start: token.start, end: token.end, cue, account: nameBefore(tokens, index) });
      }
    }
    between += ` ${token.lower}`;
  }
  return /[?&]/.test(text[cue.start - 1] ?? '')
    ? found.map((one) => ({ ...one, end: endOfParameter(text, one) }))
    : found;
}

/** Where `&` ends a value in an address. */
function endOfParameter(text: string, { start, end }: Found): number {
  const length = text.slice(start, end).indexOf('&');
  return length > 3 ? start + length : end;
}

/** Behind the quotation mark that closes the name of a field: `"password": "x"`. */
function valueStart(text: string, { start, end }: Cue): number {
  const quote = text[end] ?? '';
  return /["'`]/.test(quote) && text[start - 1] === quote && /^\s?[:=,]/.test(text.slice(end + 1, end + 3))
    ? end + 1
    : end;
}

/** True for the word before the next cue on a line of its own: `Repeat password:`. */
function isLabelOfNext(text: string, token: Token | undefined, to: number): boolean {
  return (
    token !== undefined &&
    to < text.length &&
    token.lines > 0 &&
    /^[^\S\n]+$/.test(text.slice(token.end, to)) &&
    shapeOf(token.value) < 3
  );
}

/** What it tells that the writer spells a plain word out: `all in lower case`, or a comma kept away from it. */
function spelledOut(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return 0;
  const isSpelling = (at: number): boolean =>
    (rolesOf(tokens[at]?.lower ?? '', tokens[at - 1]?.lower ?? '') & role.spelling) !== 0;
  const isSpelled = isSpelling(index - 1) || [1, 2, 3, 4, 5].some((step) => isSpelling(index + step));
  return (isSpelled ? 1 : 0) + (token.isApart ? 1 : 0);
}

/** After one password only what is introduced like it, or stands in one list with it, is another. */
function isFurtherOne(
  tokens: readonly Token[],
  index: number,
  link: Link,
  shape: number,
  found: readonly Found[],
): boolean {
  if ((link.isStrict || link.isSemiStrict) && shape >= 4 && tokens[index]?.mark !== '/') return true;
  const last = tokens.findIndex(({ end }) => end === found.at(-1)?.end);
  return shape >= 4.75 && index - last <= 3 && !tokens.slice(last, index).some(({ endsSentence }) => endsSentence);
}

/** The shape of the word, less where the sentence goes on behind an ordinary looking one. */
function shapeHere(tokens: readonly Token[], index: number, isStrict: boolean, cue: Cue): number {
  const token = tokens[index];
  if (token === undefined) return 0;
  const shape = shapeOf(token.value);
  const next = tokens[index + 1];
  if (/^\d+$/.test(token.value)) {
    if (next !== undefined && unitWords.has(next.lower)) return 0;
    const isYear = /^(?:19|20)\d\d$/.test(token.value);
    if (cue.kind === 'brief' && !(index === 0 && isStrict)) return 0;
    return index === 0 || isStrict ? shape - (isYear && !token.isAssigned ? 1.5 : 0) + (isStrict ? 0 : 0.5) : 0;
  }
  if (shape > 0 && shape < 3 && token.quotes !== 'quotes') {
    const first = tokens[0];
    const isComplement =
      index === 0 ||
      linkWords.has(tokens[index - 1]?.lower ?? '') ||
      (first !== undefined && (purposeWords.has(first.lower) || linkWords.has(first.lower)));
    if (!isComplement) return shape - 1;
    const goesOn = next !== undefined && next.lines === 0 && !token.endsClause;
    if (goesOn) return shape - 1;
    // `is` and a small word is mostly an adjective that no list holds.
    if (/^\p{Ll}+$/u.test(token.value) && !token.isAssigned) return shape - 0.5;
  }
  return shape;
}

function isOrdinaryHere(token: Token): boolean {
  return token.quotes === 'quotes' ? isOrdinary(token.lower) && token.value.length < 8 : isOrdinary(token.lower);
}

/** Several words in quotation marks that are not the caption of a button. */
function phraseOf(token: Token): string | undefined {
  if (token.quotes !== 'quotes' || !/\s/u.test(token.value)) return undefined;
  return token.value;
}

/** True for the name behind a label (`user x`), which is not the password. */
function isAccount(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (token === undefined) return false;
  const isPair = next?.mark === '/' || (next?.mark === '-' && shapeOf(next.value) >= 4.25);
  if (isPair && next.lines === 0 && shapeOf(token.value) < 4) return true;
  if (previous === undefined || previous.isAssigned) return false;
  return (
    userWords.has(previous.lower) &&
    (token.isAssigned || previous.lower.length > 3) &&
    token.lines === 0 &&
    shapeOf(token.value) < 4.5
  );
}

/** The name in `login/password: x / y`. */
function nameBefore(tokens: readonly Token[], index: number): string | undefined {
  const name = tokens[index - 1];
  if (
    !/[/-]/.test(tokens[index]?.mark ?? '') ||
    name === undefined ||
    !/^[\p{L}\d][\p{L}\d._@\\-]*$/u.test(name.value) ||
    (tokens[index]?.mark === '-' && !/[\d._@]/.test(name.value))
  )
    return undefined;
  return index === 1 || name.isAssigned || !isOrdinary(name.lower) ? name.value : undefined;
}

/** True if the words before a cue end with a name, as in `user x, password …`. */
function namesAccount(lead: string): boolean {
  const words = lead
    .slice(lead.lastIndexOf('\n') + 1)
    .toLowerCase()
    .split(/[\s:=/,;(]+/)
    .filter((word) => word !== '');
  return words.slice(-5, -1).some((word) => userWords.has(word) || systemWords.has(word));
}

function says(list: readonly string[], words: string): boolean {
  const plain = ` ${words.toLowerCase().replace(/[:,\s]+/g, ' ')} `;
  return list.some((word) => plain.includes(` ${word} `));
}

function passwordBefore(text: string, cue: Cue, from: number): Found | undefined {
  if (!/[\d@#$%&*+!]/.test(text.slice(from, cue.start))) return undefined;
  const tokens = tokensIn(text, from, cue.start);
  // The first word may be the rest of one.
  const first = from > 0 && /\S/u.test(text[from - 1] ?? ' ') && /\S/u.test(text[from] ?? ' ') ? 1 : 0;
  let points = 0;
  let best: { token: Token; score: number } | undefined;
  let lines = text.slice(tokens.at(-1)?.end ?? from, cue.start).split('\n').length - 1;
  for (let index = tokens.length - 1; index >= Math.max(first, tokens.length - 7); index -= 1) {
    const token = tokens[index];
    if (token === undefined || token.endsSentence || lines > 0) break;
    const distance = tokens.length - 1 - index;
    if (!isOrdinary(token.lower) && !userWords.has(tokens[index - 1]?.lower ?? '') && !/\s/u.test(token.value)) {
      const shape = shapeOf(token.value);
      const isDirect = distance === 0 && /^[^\S\n]*[([]$/.test(text.slice(token.end, cue.start));
      const score =
        shape +
        (points > 0 || isDirect || toWords.has(tokens[index - 1]?.lower ?? '') ? 2 : 1) +
        (token.quotes === 'quotes' ? 0.5 : 0) -
        (cue.kind === 'brief' ? 0.5 : 0);
      if (shape >= 3.5 && /[\p{L}]/u.test(token.value) && score > (best?.score ?? threshold - 0.01))
        best = { token, score };
    }
    if (pointingWords.has(token.lower)) points += 1;
    lines += token.lines;
  }
  if (best === undefined || says(comparisons, text.slice(Math.max(0, best.token.start - 40), best.token.start)))
    return undefined;
  return { kind: 'password', start: best.token.start, end: best.token.end, cue };
}
