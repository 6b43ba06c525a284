import type { Block } from './block.ts';
import { evidenceFor, type Setting } from './evidence.ts';
import { distanceTo } from './nearest.ts';
import { isNotWritten } from './not-written.ts';
import type { Found } from './sentence.ts';
import { strengthOf } from './strength.ts';
import { areJoinedByArrow, isReplaced, resemble } from './twin.ts';
import { isOrdinary, passwordWords, userWords } from './vocabulary.ts';
import { role } from './word-roles.ts';

/** What the word itself and the words around it must reach together. */
const threshold = 6;
/** Where a value was found already, another one needs more. */
const besideAnother = 1.5;

/** What two values of which one replaces the other are worth more. */
const replaced = 1.5;

interface Candidate {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly strength: number;
  /** What it lacks; none if it was found already. */
  readonly lack: number;
}

/** Words that look like passwords where the words around say that one gets in with them, though none says "password". */
export function strongWords(text: string, block: Block, setting: Setting, beside: readonly Found[]): Found[] {
  const candidates: Candidate[] = [];
  for (let index = block.first; index < block.last; index += 1) {
    const token = block.tokens[index];
    if (token === undefined || token.value.length < 4 || token.value.includes(' ')) continue;
    const isPart = setting.isPromised && setting.isShort;
    const strength = isPart ? strengthOf(token.value.replace(/^[-_.]{1,3}/, ''), 4) : strengthOf(token.value);
    if (strength < 1.5 || isAccount(block, index)) continue;
    const { start, end, value } = wholeOf(text, block, index, setting);
    const distance = Math.min(distanceTo(setting.known, start), ...beside.map((one) => Math.abs(one.start - start)));
    const need = threshold + (distance > 0 && distance < 90 ? besideAnother : 0);
    const marks = start < token.start && setting.isPromised ? 1 : 0;
    const lack = distance === 0 ? 0 : need - strength - marks - evidenceFor(block, index, setting);
    candidates.push({ index, start, end, value, strength, lack });
  }
  return candidates
    .filter((one) => one.lack <= 0 || isTwin(block, one, candidates))
    .filter(({ start, end }) => !isNotWritten(text, start, end))
    .map(({ start, end }) => ({ kind: 'password', start, end, cue: { start, end: start } }));
}

/** `Tea=Storm8` alone in its line is no name with a value; half a password may begin with a mark. */
function wholeOf(
  text: string,
  { tokens }: Block,
  index: number,
  setting: Setting,
): { start: number; end: number; value: string } {
  const token = tokens[index];
  const label = tokens[index - 1];
  const { start = 0, end = 0, value = '' } = token ?? {};
  const lead = text.slice(Math.max(0, start - 4), start);
  const isWhole = setting.isShort && token?.isAssigned === true && label?.end === start - 1 && label.lines > 0;
  const marks = setting.isPromised && setting.isShort ? (/(?:^|\s)([-_.]{1,3})$/.exec(lead)?.[1]?.length ?? 0) : 0;
  if (marks > 0) return { start: start - marks, end, value };
  return isWhole ? { start: label.start, end, value: `${label.value}=${value}` } : { start, end, value };
}

/** `was X, now Y`: what resembles a found one near it, or replaces another that hardly lacks more. */
function isTwin(block: Block, one: Candidate, candidates: readonly Candidate[]): boolean {
  if (one.strength < 3) return false;
  return candidates.some((other) => {
    if (Math.abs(other.index - one.index) > 12 || other.strength < 3 || other === one) return false;
    const first = Math.min(one.index, other.index);
    const second = Math.max(one.index, other.index);
    if (!resemble(one.value, other.value) && !areJoinedByArrow(block, first, second)) return false;
    if (other.lack <= 0) return true;
    const isPair = isReplaced(block, first, second);
    return isPair && Math.min(one.lack, other.lack) <= replaced;
  });
}

/** True for a name behind its label, or before its password. */
function isAccount({ tokens, roles }: Block, index: number): boolean {
  const token = tokens[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (token === undefined || strengthOf(token.value) >= 4.5) return false;
  if (next?.mark === '/' && next.lines === 0) return true;
  if (
    previous !== undefined &&
    token.lines <= 1 &&
    (userWords.has(previous.lower) || (userWords.has(tokens[index - 2]?.lower ?? '') && isOrdinary(previous.lower)))
  )
    return true;
  const isWeak = strengthOf(token.value) < 3;
  return (
    isWeak &&
    next !== undefined &&
    (passwordWords.has(next.lower) ||
      passwordWords.has(tokens[index + 2]?.lower ?? '') ||
      ((roles[index + 1] ?? 0) & role.using) !== 0)
  );
}
