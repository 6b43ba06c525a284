import type { Block } from './block.ts';
import { role } from './word-roles.ts';

/** Most words between an old and a new value. */
const farthest = 9;

/** The same beginning, or the same pattern of letters, digits and signs: `Summer23` and `Autumn24`. */
export function resemble(one: string, other: string): boolean {
  if (one === other) return false;
  if (one.slice(0, 4).toLowerCase() === other.slice(0, 4).toLowerCase()) return true;
  return one.length > 6 && patternOf(one) === patternOf(other);
}

const patternOf = (value: string): string =>
  value
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\d+/g, '0');

/** True for the words on both sides of an arrow. */
export function areJoinedByArrow({ tokens }: Block, first: number, second: number): boolean {
  return second - first === 1 && tokens[second]?.mark === '-' && tokens[second]?.lines === 0;
}

/** True if what stands between or around two words says that one took the place of the other: `was X, now Y`, `X -> Y`. */
export function isReplaced({ tokens, roles }: Block, first: number, second: number): boolean {
  if (second - first > farthest) return false;
  const from = tokens[first];
  const to = tokens[second];
  if (from === undefined || to === undefined || tokens.slice(first, second).some(({ endsSentence }) => endsSentence))
    return false;
  if (second - first === 1 && to.mark === '-' && to.lines === 0) return true;
  const isSaid = (at: number): boolean => ((roles[at] ?? 0) & (role.linking | role.changing)) !== 0;
  const between = tokens
    .slice(first + 1, second)
    .some((_, offset) => ((roles[first + 1 + offset] ?? 0) & role.changing) !== 0);
  return (isSaid(first - 1) && isSaid(second - 1)) || (between && isSaid(second - 1));
}
