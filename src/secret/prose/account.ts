import { previousLine } from './table.ts';
import { lineAt, lineStart } from './line.ts';
import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import { tokensIn, type Token } from './token.ts';
import {
  isOrdinary,
  linkWords,
  passwordWords,
  purposeWords,
  systemWords,
  userWords,
  withWords,
  wordsOf,
} from './vocabulary.ts';

const loginWords = wordsOf('login');
const articles =
  /^(?:the|our|my|your|der|die|das|den|dem|unser|unseren|le|la|les|l|el|los|las|un|une|una|ein|eine|einen|a|an|all)$/i;

/** Whose a found value is and what it opens, as far as the passage says. */
export function ownerOf(
  text: string,
  found: Found,
  from: number,
): { account: string | undefined; host: string | undefined } {
  const purpose = purposeOf(text, found);
  const account = found.account ?? accountNear(text, found, from) ?? purpose.account;
  const host = found.host ?? purpose.host ?? hostNear(text, found, from);
  return { account: account === '' ? undefined : account, host: host === '' ? undefined : host };
}

/** What stands between the cue and the value: `for svc-backup on the VPN`. */
function purposeOf(text: string, found: Found): { account: string | undefined; host: string | undefined } {
  let account: string | undefined;
  let host: string | undefined;
  if (found.start <= found.cue.end || found.start - found.cue.end > 120) return { account, host };
  const tokens = tokensIn(text, found.cue.end, found.start);
  for (let index = 0; index < tokens.length; index += 1) {
    const word = tokens[index];
    if (word === undefined || word.endsSentence) break;
    if (!purposeWords.has(word.lower)) continue;
    let next = index + 1;
    let isUser = false;
    while (
      tokens[next] !== undefined &&
      (articles.test(tokens[next]?.value ?? '') || userWords.has(tokens[next]?.lower ?? ''))
    ) {
      isUser ||= userWords.has(tokens[next]?.lower ?? '');
      next += 1;
    }
    const first = tokens[next];
    if (first === undefined || first.lines > 0) break;
    if ((isUser || isIdentifier(first.value)) && account === undefined && !/^srv|^server|^pc/i.test(first.value)) {
      account = first.value;
      index = next;
      continue;
    }
    const words: Token[] = [];
    while (words.length < 3 && tokens[next] !== undefined) {
      const token = tokens[next];
      if (
        token === undefined ||
        token.lines > 0 ||
        linkWords.has(token.lower) ||
        (words.length > 0 && token.isAssigned)
      )
        break;
      if (words.length > 0 && isOrdinary(token.lower) && !purposeWords.has(token.lower)) break;
      words.push(token);
      next += 1;
      if (token.endsClause) break;
    }
    while (words.length > 0 && isOrdinary(words.at(-1)?.lower ?? '') && !systemWords.has(words.at(-1)?.lower ?? ''))
      words.pop();
    const last = words.at(-1);
    if (last !== undefined) host ??= text.slice(first.start, last.end);
    index = Math.max(index, next - 1);
  }
  return { account, host };
}

/** The name behind the nearest label of a user, in the line of the cue or in those above it. */
function accountNear(text: string, found: Found, from: number): string | undefined {
  const start = lineStart(text, found.cue.start) ?? Math.max(0, found.cue.start - 200);
  const before = tokensIn(text, Math.max(from, start), found.cue.start);
  const labelled =
    labelledName(before, userWords) ??
    (found.kind === 'wifi-password' ? undefined : nameBeforeCue(text, before, found));
  if (labelled !== undefined) return labelled;
  const lineEnd = lineAt(text, found.end)?.end ?? Math.min(text.length, found.end + 120);
  const behind = tokensIn(text, found.end, Math.min(lineEnd, found.end + 120));
  const cutBehind = behind.slice(0, cutAt(behind));
  const after = labelledName(cutBehind, userWords, true);
  if (after !== undefined) return after;
  const between =
    found.start > found.cue.end ? labelledName(tokensIn(text, found.cue.end, found.start), userWords) : undefined;
  if (between !== undefined) return between;
  return fromLinesAbove(text, start, from, userWords) ?? fromLineBelow(text, lineEnd);
}

function cutAt(tokens: readonly Token[]): number {
  const index = tokens.findIndex(({ lower }) => passwordWords.has(lower));
  return index < 0 ? tokens.length : index;
}

function fromLinesAbove(text: string, start: number, from: number, labels: ReadonlySet<string>): string | undefined {
  let at = start;
  let waiting: string | undefined;
  for (let count = 0; count < 4 && at > from; count += 1) {
    const line = previousLine(text, at);
    if (line === undefined || line.start < from) return undefined;
    at = line.start;
    const tokens = tokensIn(text, line.start, line.end);
    const labelled = labelledName(tokens, labels);
    if (labelled !== undefined) return labelled;
    const caption = line.text
      .trim()
      .toLowerCase()
      .replace(/[:=]+$/, '')
      .trim();
    // The label has a line for itself, and its value the next.
    if (labels.has(caption) && waiting !== undefined) return waiting;
    waiting = tokens.length === 1 ? tokens[0]?.value : undefined;
  }
  return undefined;
}

function fromLineBelow(text: string, lineEnd: number): string | undefined {
  const line = lineAt(text, lineEnd + 1);
  if (line === undefined) return undefined;
  const tokens = tokensIn(text, line.start, line.end);
  if (tokens[0] === undefined || !userWords.has(tokens[0].lower) || tokens[1]?.isAssigned !== true) return undefined;
  return labelledName(tokens, userWords);
}

/** The name that follows the last label (the first, if `isFirst`) among some words. */
function labelledName(tokens: readonly Token[], labels: ReadonlySet<string>, isFirst = false): string | undefined {
  let name: string | undefined;
  for (const [index, token] of tokens.entries()) {
    const two = `${token.lower} ${tokens[index + 1]?.lower ?? ''}`;
    const isDouble = labels.has(two);
    const single = labels.has(token.lower) || labels.has(token.lower.replace(/^.*[._]/, ''));
    if (!isDouble && !single) continue;
    let at = index + (isDouble ? 2 : 1);
    const isSaid = linkWords.has(tokens[at]?.lower ?? '');
    if (isSaid) at += 1;
    const next = tokens[at];
    if (next === undefined || next.lines > 1) continue;
    const isTerse =
      token.lower.length <= 3 || token.lower === 'email' || token.lower === 'e-mail' || systemWords.has(token.lower);
    if (
      !(next.quotes === 'quotes' && /^[\p{L}\d][\p{L}\d._@\\ -]{1,40}$/u.test(next.value)) &&
      !isName(next) &&
      !(
        next.isAssigned &&
        !isSaid &&
        /^[\p{L}\d]/u.test(next.value) &&
        !labels.has(next.lower) &&
        !passwordWords.has(next.lower)
      )
    )
      continue;
    if (/^(?:id|uid)$/.test(token.lower) && !/\p{L}/u.test(next.value)) continue;
    if (
      next.isAssigned ||
      isSaid ||
      (!isTerse &&
        (isIdentifier(next.value) ||
          next.quotes !== '' ||
          next.endsClause ||
          index + 3 >= tokens.length ||
          withWords.has(tokens[index + 2]?.lower ?? '')))
    ) {
      name = next.value;
      if (isFirst) return name;
    }
  }
  return name;
}

/** `noc / PW: x`, `admin, password x`, `as root with x`. */
function nameBeforeCue(text: string, before: readonly Token[], found: Found): string | undefined {
  const last = before.at(-1);
  if (last === undefined || !isName(last) || last.value.length < 2) return undefined;
  const gap = text.slice(last.end, found.cue.start);
  if (/^\s*\/\s*$/.test(gap) && (last.isAssigned || isIdentifier(last.value) || before.length === 1)) return last.value;
  const words = gap
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (isIdentifier(last.value) && words.length <= 3 && withWords.has(words[0] ?? '')) return last.value;
  const previous = before.at(-2);
  if (
    /^\s*,?\s*$/.test(gap) &&
    (isIdentifier(last.value) || (previous !== undefined && loginWords.has(previous.lower) && last.isAssigned))
  )
    return last.value;
  return undefined;
}

function hostNear(text: string, found: Found, from: number): string | undefined {
  const start = lineStart(text, found.cue.start) ?? Math.max(0, found.cue.start - 200);
  const line = text.slice(Math.max(from, start), found.cue.start);
  const title = /^[\s>*•-]*(\p{L}[\p{L}\d ._-]{1,30}?)\s*(?: [–—-] |:)\s*\S/u.exec(line)?.[1];
  if (
    title !== undefined &&
    !userWords.has(title.toLowerCase()) &&
    !passwordWords.has(title.toLowerCase()) &&
    !isOrdinary(title.toLowerCase())
  )
    return title;
  return (
    labelledName(tokensIn(text, Math.max(from, start), found.cue.start), systemWords) ??
    fromLinesAbove(text, start, from, systemWords)
  );
}

function isName(token: Token): boolean {
  return (
    (/^[\p{L}\d][\p{L}\d._@\\+-]{1,63}$/u.test(token.value) &&
      !isOrdinary(token.lower) &&
      !(isImpostor(token.value) && !token.value.includes('@')) &&
      shapeOf(token.value) < 4.9) ||
    /^(?:admin|administrator|root|guest|user|test)$/i.test(token.value)
  );
}

/** Looks like a name of an account in itself: `svc-backup`, `j.harlow`, `CORP\\jo`, `testuser1`. */
function isIdentifier(value: string): boolean {
  return (
    (/^[\p{L}\d]+[._@\\-][\p{L}\d._@\\-]+$/u.test(value) &&
      /[a-z]/.test(value) &&
      !/^\p{Lu}\p{Ll}+-\p{Lu}/u.test(value)) ||
    /^[a-z]{2,20}\d{1,4}$/.test(value) ||
    /^(?:admin|administrator|root|guest)$/i.test(value)
  );
}
