import { AnchorSearch } from './anchor-search.ts';
import { type Matcher, patternMatcher } from './matcher.ts';
import type { SecretPattern } from './pattern.ts';

/** A value in a text. It holds the secret: it must not leave the process that scans. */
export interface Hit {
  readonly kind: string;
  /** Of the value, in characters of the text. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Who it is of and what it opens, where the text says. */
  readonly account: string | undefined;
  readonly host: string | undefined;
  readonly isGeneric: boolean;
}

/** Searches texts for all patterns: one pass for the anchors, then each expression only around its own. */
export class Scanner {
  readonly #matchers: readonly Matcher[];
  readonly #search: AnchorSearch;
  /** For each anchor the numbers of the matchers that have it. */
  readonly #matchersOf: readonly (readonly number[])[];

  constructor(patterns: readonly (SecretPattern | Matcher)[]) {
    this.#matchers = patterns.map((pattern) => ('matches' in pattern ? pattern : patternMatcher(pattern)));
    const numbers = new Map<string, number[]>();
    for (const [number, { anchors }] of this.#matchers.entries())
      for (const anchor of new Set(anchors.map((own) => own.toLowerCase())))
        numbers.set(anchor, [...(numbers.get(anchor) ?? []), number]);
    this.#search = new AnchorSearch([...numbers.keys()]);
    this.#matchersOf = [...numbers.values()];
  }

  /** Everything found, in order; of hits on the same characters the most telling one. */
  scan(text: string): Hit[] {
    const windows = new Map<number, [start: number, end: number][]>();
    for (const [number, { anchors }] of this.#matchers.entries())
      if (anchors.length === 0) windows.set(number, [[0, text.length]]);
    this.#search.search(text, (anchor, at) => {
      for (const number of this.#matchersOf[anchor] ?? []) {
        const { before, after } = this.#matchers[number]?.reach ?? { before: 0, after: 0 };
        const [start, end] = [Math.max(0, at - before), Math.min(text.length, at + after)];
        const known = windows.get(number);
        const last = known?.at(-1);
        // Windows that touch are one, so that no character is tried twice by the same expression.
        if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
        else if (known === undefined) windows.set(number, [[start, end]]);
        else known.push([start, end]);
      }
    });
    const hits: Hit[] = [];
    for (const [number, places] of windows) {
      const matcher = this.#matchers[number];
      if (matcher === undefined) continue;
      const { kind, isGeneric } = matcher;
      for (const [start, end] of places)
        for (const match of matcher.matches(text, start, end)) hits.push({ kind, isGeneric, ...match });
    }
    return withoutOverlaps(hits);
  }
}

/**
 * The specific before the generic, then the longer, then the earlier, then the one that says whose it is, and none that shares
 * characters with one before it.
 */
export function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const ranked = hits.toSorted(
    (a, b) =>
      Number(a.isGeneric) - Number(b.isGeneric) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      Number(a.account === undefined) - Number(b.account === undefined) ||
      (a.kind < b.kind ? -1 : 1),
  );
  const kept: Hit[] = [];
  for (const hit of ranked) {
    // Kept ones share nothing with each other, so that only the neighbours in their order can be in the way.
    const place = firstFrom(kept, hit.start);
    if ((kept[place]?.start ?? Number.POSITIVE_INFINITY) < hit.end || (kept[place - 1]?.end ?? 0) > hit.start) continue;
    kept.splice(place, 0, hit);
  }
  return kept;
}

/** Index of the first hit that starts at `start` or later. */
function firstFrom(hits: readonly Hit[], start: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
