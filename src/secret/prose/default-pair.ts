import type { Block } from './block.ts';
import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import type { Token } from './token.ts';
import { isOrdinary, passwordWords, unitWords, userWords } from './vocabulary.ts';
import { role } from './word-roles.ts';

/** Accounts that devices come with. */
const defaultAccount: ReadonlySet<string> = new Set(
  'admin administrator administrador administrateur root user guest gast invité invite invitado гость гість test demo operator operador service support pi ubnt cisco manager apc sa supervisor master installer технік'.split(
    ' ',
  ),
);

const joining: ReadonlySet<string> = new Set(
  'and und et y і и та then puis dann luego потім потом with mit avec con'.split(' '),
);

const reach = 14;

/** `admin / 1234`, `(guest, welcome)`, `admin and 888888`, `operator/operator`: what devices come with, where a device is named. */
export function defaultPairs(block: Block): Found[] {
  const { tokens } = block;
  const found: Found[] = [];
  for (let index = Math.max(1, block.first); index < block.last; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.lines > 0 || token.value.length > 24) continue;
    const isJoined = joining.has(tokens[index - 1]?.lower ?? '');
    const name = tokens[index - (isJoined ? 2 : 1)];
    if (name === undefined || name.endsSentence || !isPair(name, token, isJoined)) continue;
    const next = tokens[index + 1];
    if (next !== undefined && next.lines === 0 && !token.endsClause && unitWords.has(next.lower)) continue;
    if (!namesSystem(block, index)) continue;
    found.push({
      kind: 'password',
      start: token.start,
      end: token.end,
      cue: { start: token.start, end: token.start },
      account: name.value,
    });
  }
  return found;
}

function isPair(name: Token, token: Token, isJoined: boolean): boolean {
  const isSame =
    name.lower === token.lower &&
    token.value.length >= 3 &&
    token.mark === '/' &&
    /^\p{L}[\p{L}\d]+$/u.test(token.value);
  if (isSame) return true;
  if (!defaultAccount.has(name.lower) || token.isAssigned) return false;
  const isNumber = /^\d{4,8}$/.test(token.value);
  if (!isNumber && isImpostor(token.value)) return false;
  if (isJoined) return isNumber || (!isOrdinary(token.lower) && shapeOf(token.value) >= 3);
  if (token.mark === '/')
    return (
      isNumber ||
      name.lower === token.lower ||
      (!isOrdinary(token.lower) && shapeOf(token.value) >= 1.5 && !defaultAccount.has(token.lower))
    );
  return name.endsClause && (isNumber || (!isOrdinary(token.lower) && shapeOf(token.value) >= 3));
}

function namesSystem({ tokens, roles }: Block, index: number): boolean {
  for (let at = Math.max(0, index - reach); at < Math.min(tokens.length, index + reach); at += 1) {
    const word = tokens[at];
    if (word === undefined || at === index || defaultAccount.has(word.lower)) continue;
    if (
      ((roles[at] ?? 0) & (role.place | role.entering)) !== 0 ||
      passwordWords.has(word.lower) ||
      userWords.has(word.lower)
    )
      return true;
  }
  return false;
}
