import type { Block } from './block.ts';
import { evidenceFor, type Setting } from './evidence.ts';
import type { Found } from './sentence.ts';
import { strengthOf } from './strength.ts';
import type { Token } from './token.ts';
import { isOrdinary, passwordWords, userWords } from './vocabulary.ts';
import { role } from './word-roles.ts';

/** What the word itself and the words around it must reach together. */
const threshold = 6;
/** Where a value was found already, another one needs more. */
const besideAnother = 1.5;

/** Words that look like passwords where the words around say that one gets in with them, though none says "password". */
export function strongWords(block: Block, setting: Setting, known: readonly Found[]): Found[] {
  const found: Found[] = [];
  const twins: number[] = [];
  for (let index = block.first; index < block.last; index += 1) {
    const token = block.tokens[index];
    if (token === undefined || /\s/u.test(token.value)) continue;
    const strength = strengthOf(token.value);
    if (strength < 1.5 || isAccount(block, index)) continue;
    if (strength >= 3) twins.push(index);
    const need = threshold + (isBeside(token, known) ? besideAnother : 0);
    if (strength + evidenceFor(block, index, setting) >= need) found.push(foundAt(token));
  }
  return [...found, ...twinsOf(block, twins, [...found, ...known])];
}

function isBeside({ start, end }: Token, known: readonly Found[]): boolean {
  return known.some((one) => one.end !== end && Math.abs(one.start - start) < 90);
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

const foundAt = (token: Token): Found => ({
  kind: 'password',
  start: token.start,
  end: token.end,
  cue: { start: token.start, end: token.start },
});

/** `was X, now Y`: what resembles a found one in its sentence. */
function twinsOf(block: Block, twins: readonly number[], found: readonly Found[]): Found[] {
  const others: Found[] = [];
  for (const index of twins) {
    const token = block.tokens[index];
    if (token === undefined || found.some(({ start }) => start === token.start)) continue;
    const isTwin = twins.some((other) => {
      const twin = block.tokens[other];
      return (
        twin !== undefined &&
        Math.abs(other - index) <= 12 &&
        found.some(({ start }) => start === twin.start) &&
        resemble(twin.value, token.value)
      );
    });
    if (isTwin) others.push(foundAt(token));
  }
  return others;
}

/** The same beginning or end, or the same pattern of letters, digits and signs. */
function resemble(one: string, other: string): boolean {
  if (one === other) return false;
  const pattern = (value: string): string =>
    value
      .replace(/\p{Ll}+/gu, 'a')
      .replace(/\p{Lu}+/gu, 'A')
      .replace(/\d+/g, '0');
  return (
    one.slice(0, 4).toLowerCase() === other.slice(0, 4).toLowerCase() ||
    (pattern(one) === pattern(other) && one.length > 7)
  );
}
