import type { Block } from './block.ts';
import type { Found } from './sentence.ts';
import type { Token } from './token.ts';
import { unitWords } from './vocabulary.ts';
import { role } from './word-roles.ts';

const threshold = 4.5;
const reach = 12;

/** What one presses after the digits: `then hash`, `puis étoile`. */
const pressed =
  /^(?:hash|star|pound|tick|enter|key|bell|raute|stern|glocke|étoile|dièse|cloche|touche|verte|almohadilla|asterisco|botón|tecla|campana|решітк\p{L}*|решётк\p{L}*|зірочк\p{L}*|звёздочк\p{L}*|кнопк\p{L}*|ключ)$/u;
const then = /^(?:then|and|und|dann|danach|puis|et|y|luego|después|і|потім|и|потом|затем)$/u;

/** Numbers that open a door, a safe, an alarm, a telephone: near the word for it or near what one does with them. */
export function lockCodes(text: string, block: Block): Found[] {
  const found: Found[] = [];
  for (let index = block.first; index < block.last; index += 1) {
    const token = block.tokens[index];
    if (token === undefined || !/\d/.test(token.value)) continue;
    // A mark before the digits is pressed, too.
    const start =
      /[*#]/.test(text[token.start - 1] ?? '') && /^\d{3,8}$/.test(token.value) ? token.start - 1 : token.start;
    // A number behind another with a comma is of an address.
    const before = block.tokens[index - 1];
    if (before !== undefined && text[before.end] === ',' && /^\d+$/.test(before.value)) continue;
    const shape = shapeOfCode(text.slice(start, token.end));
    const end = shape > 0 ? endOfCode(block.tokens, index) : token.end;
    if (shape === 0 || scoreOf(block, index, shape) < threshold) continue;
    found.push({ kind: 'pin', start, end, cue: { start: token.start, end: token.start } });
  }
  return found;
}

/** How much a word looks like a code of a lock; 0 if it is none. */
function shapeOfCode(value: string): number {
  if (/^[*#]\d{3,8}[*#]?$|^\d{3,8}[*#]$/.test(value)) return 2;
  if (/^\d\d(?:-\d\d){2,3}$|^\d(?:-\d){3,5}$/.test(value)) return 1.5;
  if (/^(?:19|20)\d\d$/.test(value)) return -0.5;
  if (/^\d{4,6}$/.test(value)) return 1;
  if (
    /^(?:\p{Lu}{1,2}\d{3,5}\p{Lu}?|\d{3,4}\p{Lu}{1,2}\d{0,3}|\d\d\p{Lu}{1,2}\d{1,3}|\p{Lu}\d{2,3}\p{Lu}\d?)$/u.test(
      value,
    )
  )
    return 1;
  if (/^\d{3}$|^\d{7,8}$/.test(value)) return 0.25;
  if (/^\d$/.test(value)) return 0.75;
  return 0;
}

/** Single digits in a row are one code: `3 9 1 4`. */
function endOfCode(tokens: readonly Token[], index: number): number {
  let last = index;
  if (/^\d$/.test(tokens[index]?.value ?? ''))
    while (last - index < 7 && tokens[last]?.endsClause === false && /^\d$/.test(tokens[last + 1]?.value ?? ''))
      last += 1;
  return tokens[last]?.end ?? 0;
}

function scoreOf(block: Block, index: number, shape: number): number {
  const { tokens, roles } = block;
  const token = tokens[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (token === undefined) return 0;
  const isSingle = /^\d$/.test(token.value);
  if (isSingle && endOfCode(tokens, index) < token.end + 6) return 0;
  // Of a longer number, a date, a sum.
  const isNumber = (value: string | undefined): boolean => value !== undefined && /^[+(№€$£]?\d/u.test(value);
  if (
    !isSingle &&
    next !== undefined &&
    next.lines === 0 &&
    !token.endsClause &&
    (isNumber(next.value) ||
      unitWords.has(next.lower) ||
      /^(?:mm|cm|m|kg|km|uhr|€|eur|h|г|года|грн|руб|шт|pcs|stk)\.?$/u.test(next.lower))
  )
    return 0;
  let lock = 0;
  let keying = 0;
  let lines = 0;
  let isOneClause = true;
  for (let count = 1, at = index - 1; count <= reach && at >= 0; count += 1, at -= 1) {
    const word = tokens[at];
    const right = tokens[at + 1];
    if (word === undefined) break;
    lines += right?.lines ?? 0;
    if (lines > 1 || (word.endsSentence && count > 6)) break;
    // Over a line only from a question, a colon or to a number that stands alone.
    if (
      (right?.lines ?? 0) > 0 &&
      !word.endsSentence &&
      right?.isAssigned !== true &&
      !(count === 1 && (next?.lines ?? 1) > 0)
    )
      break;
    const bits = roles[at] ?? 0;
    const isLine = lines === 0;
    if (count > 1 && word.endsClause && right?.isAssigned !== true) isOneClause = false;
    if (
      lock === 0 &&
      keying === 0 &&
      (bits & role.reference) !== 0 &&
      (bits & (role.lock | role.keying)) === 0 &&
      (count <= 3 || (isOneClause && count <= 6))
    )
      return 0;
    if ((bits & role.lock) !== 0) lock = Math.max(lock, isLine ? 2 : 1.5);
    if ((bits & (role.keying | role.using)) !== 0) keying = Math.max(keying, count <= 3 ? 1.5 : 1);
    if (word.endsSentence) break;
  }
  for (let count = 1, at = index + 1; count <= 6 && at < tokens.length; count += 1, at += 1) {
    const word = tokens[at];
    if (word === undefined || word.lines > 0 || (tokens[at - 1]?.endsSentence ?? false)) break;
    const bits = roles[at] ?? 0;
    if ((bits & role.lock) !== 0 && count <= 4) lock = Math.max(lock, 1.5);
    if ((bits & role.keying) !== 0) keying = Math.max(keying, 1);
  }
  const after = roles[index + 1] ?? 0;
  const further = roles[index + 2] ?? 0;
  if (
    next !== undefined &&
    next.lines === 0 &&
    !token.endsClause &&
    ((after | further) & role.reference) !== 0 &&
    ((after | further) & (role.lock | role.keying)) === 0
  )
    return 0;
  if (previous !== undefined && token.lines === 0 && isNumber(previous.value) && !isSingle && !previous.endsClause)
    return 0;
  let score = shape + lock + keying;
  if (lock === 0 && keying === 0) return 0;
  if (token.isAssigned || token.mark === '-' || token.quotes !== '') score += 1;
  else if (previous !== undefined && previous.endsClause && token.lines === 0) score += 0.5;
  if (
    next !== undefined &&
    next.lines === 0 &&
    (pressed.test(next.lower) || (then.test(next.lower) && near(tokens, index + 2)))
  )
    score += 1.5;
  if (
    previous !== undefined &&
    token.lines === 0 &&
    ((roles[index - 1] ?? 0) & (role.using | role.keying | role.lock | role.linking)) !== 0
  )
    score += 0.5;
  // `cabinet 2204` is its number.
  const direct = roles[index - 1] ?? 0;
  if (
    keying < 1.5 &&
    (direct & role.lock) !== 0 &&
    (direct & role.keying) === 0 &&
    !token.isAssigned &&
    token.lines === 0 &&
    previous?.endsClause === false &&
    shape <= 1
  )
    score -= 1.5;
  // `type 2580#`
  if (shape === 2 && keying >= 1.5) score += 1;
  return lock === 0 ? score - 0.5 : score;
}

const near = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(index, index + 3).some(({ lower }) => pressed.test(lower));
