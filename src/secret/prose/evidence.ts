import type { Block } from './block.ts';
import { distanceTo } from './nearest.ts';
import type { Token } from './token.ts';
import { isOrdinary, linkWords, pointingWords, userWords, wordsOf } from './vocabulary.ts';
import { role } from './word-roles.ts';

/** What the whole mail says for any value in it. */
export interface Setting {
  /** Hardly more than a greeting, a value and a name. */
  readonly isShort: boolean;
  /** It brings what an earlier one held back. */
  readonly isPromised: boolean;
  /** Places of the words for passwords, in order. */
  readonly cues: readonly number[];
  /** Places of the values that were found already, in order. */
  readonly known: readonly number[];
}

const wrong =
  /^(?:wrong|incorrect|invalid|falsch|ungültig|faux|fausse|incorrecte?|incorrect[ao]|неправильн\p{L}+|невірн\p{L}+|неверн\p{L}+)$/u;
const examples = new Set([...wordsOf('example'), ...wordsOf('like')]);

/** What each role of a word in the same sentence is worth, once. */
const worth: readonly (readonly [number, number])[] = [
  [role.entering, 1.5],
  [role.place, 1],
  [role.spelling, 1.25],
  [role.changing, 0.5],
  [role.secrecy, 0.75],
  [role.using, 0.5],
];
const telling = worth.reduce((bits, [bit]) => bits | bit, 0);

const reachBefore = 24;
const reachAfter = 16;

/** How much the words around a value say that one gets in with it; negative where they say that it is something else. */
export function evidenceFor(block: Block, index: number, setting: Setting): number {
  const { tokens } = block;
  const token = tokens[index];
  if (token === undefined) return -9;
  const next = tokens[index + 1];
  const isAlone = token.lines > 0 && (next === undefined || next.lines > 0);
  const before = walk(block, index, -1, reachBefore, isAlone);
  const after = walk(block, index, 1, reachAfter, false);
  if (before.isExample || after.isExample) return -9;
  if (linkWords.has(next?.lower ?? '') && wrong.test(tokens[index + 2]?.lower ?? '')) return -9;
  let weight = introduction(block, index) - before.reference;
  for (const [bit, value] of worth) weight += value * Math.max(factorOf(before, bit), factorOf(after, bit));
  if (before.hasUser) weight += 0.75;
  weight += cueNear(token, setting.cues);
  if (setting.isPromised && (setting.isShort || isAlone)) weight += 1.75;
  if (setting.isShort && isAlone) weight += 2.25;
  if (setting.isShort) weight += next === undefined ? 1 : 0.5;
  // `…, X.`
  if (token.endsClause && token.lines === 0 && tokens[index - 1]?.endsClause === true) weight += 0.5;
  if (isAlone && tokens[index - 1]?.endsSentence === false) weight += 0.5;
  // `X – that's what you need`
  const isFirst = index === 0 || token.lines > 0 || (tokens[index - 1]?.endsSentence ?? true);
  if (index === 0) weight += 0.5;
  // People keep the comma away from a value that it must not be taken for.
  if (next !== undefined && token.isApart) weight += 1;
  if (
    isFirst &&
    next !== undefined &&
    next.lines === 0 &&
    (pointingWords.has(next.lower) || next.mark === '-' || token.endsClause)
  )
    weight += 1;
  return weight;
}

interface Around {
  /** Roles in the same sentence. */
  near: number;
  /** Roles in the sentence beside it. */
  far: number;
  reference: number;
  hasUser: boolean;
  isExample: boolean;
}

const factorOf = ({ near, far }: Around, bit: number): number => ((near & bit) !== 0 ? 1 : (far & bit) !== 0 ? 0.5 : 0);

function walk({ tokens, roles }: Block, index: number, step: 1 | -1, reach: number, isAlone: boolean): Around {
  const around: Around = { near: 0, far: 0, reference: 0, hasUser: false, isExample: false };
  let borders = isAlone ? -1 : 0;
  let lines = 0;
  for (let count = 1, at = index + step; count <= reach; count += 1, at += step) {
    const token = tokens[at];
    if (token === undefined) break;
    // The border between this word and the one nearer to the value.
    const left = step < 0 ? token : tokens[at - 1];
    const right = step < 0 ? tokens[at + 1] : token;
    if ((left?.endsSentence ?? false) || (right?.lines ?? 0) > 0) borders += 1;
    lines += right?.lines ?? 0;
    if (borders > 1) break;
    const bits = roles[at] ?? 0;
    if (borders <= 0) {
      around.near |= bits & telling;
      around.hasUser ||= userWords.has(token.lower);
      around.isExample ||=
        examples.has(token.lower) ||
        examples.has(`${token.lower}.`) ||
        examples.has(`${tokens[at - 1]?.lower ?? ''} ${token.lower}`);
      if (
        (bits & role.reference) !== 0 &&
        (bits & role.place) === 0 &&
        step < 0 &&
        (lines === 0 || isLabelAbove(token, count, lines, isAlone)) &&
        around.reference === 0
      )
        around.reference = count <= 2 ? 3 : count <= 4 ? 1.5 : 0;
    } else around.far |= bits & telling;
  }
  return around;
}

/** The line above a value that is nothing but the name of a field. */
const isLabelAbove = (token: Token, count: number, lines: number, isAlone: boolean): boolean =>
  isAlone && lines === 1 && count <= 2 && (count === 2 || token.lines > 0);

/** What stands right before the value. */
function introduction({ tokens, roles }: Block, index: number): number {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined) return 0;
  let weight =
    token.isAssigned || token.quotes === 'quotes' ? 0.75 : token.mark === '-' || token.mark === '|' ? 0.5 : 0;
  if (previous === undefined || previous.endsSentence || token.lines > 1) return weight;
  const direct = roles[index - 1] ?? 0;
  if ((direct & role.using) !== 0) weight += 1.75;
  else if ((direct & role.linking) !== 0) weight += ((roles[index - 2] ?? 0) & role.using) !== 0 ? 1.75 : 1;
  else if (((roles[index - 2] ?? 0) & role.using) !== 0 && isOrdinary(previous.lower)) weight += 1.25;
  if (isAccountBefore(tokens, index)) weight += 1.5;
  return weight;
}

/** `frontdesk@oakline.example / X`, `(admin, X)`, `buh2 X` with a label of a user before. */
function isAccountBefore(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  let name = tokens[index - 1];
  if (token === undefined || name === undefined || token.lines > 0) return false;
  if (/^(?:and|und|et|y|і|и|та|then|puis|dann|luego|with|mit|avec|con|using)$/u.test(name.lower))
    name = tokens[index - 2];
  if (name === undefined || name.value.length > 64) return false;
  const isName =
    /^[\p{L}\d]+[._@\\-][\p{L}\d._@\\-]+$/u.test(name.value) ||
    /^(?:admin\w*|root|guest|user|gast|invité|administrador|oper\w*)$/iu.test(name.value) ||
    /^\p{Ll}+\d{1,4}$/u.test(name.value);
  return isName && (token.mark === '/' || name.endsClause || name !== tokens[index - 1]);
}

function cueNear({ start }: Token, cues: readonly number[]): number {
  const distance = distanceTo(cues, start);
  return distance <= 60 ? 2 : distance <= 140 ? 1.25 : 0;
}
