import { AnchorSearch } from './anchor-search.ts';
import { accountNearby } from './nearby.ts';
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

const usualReach = { before: 200, after: 400 };

/** What expressions may look at beyond their reach, to see that a value does not go on. */
const margin = 2;

/** Searches texts for all patterns: one pass for the anchors, then each expression only around its own. */
export class Scanner {
  readonly #patterns: readonly SecretPattern[];
  readonly #search: AnchorSearch;
  /** For each anchor the numbers of the patterns that have it. */
  readonly #patternsOf: readonly (readonly number[])[];

  constructor(patterns: readonly SecretPattern[]) {
    this.#patterns = patterns;
    const anchors = [...new Set(patterns.flatMap((pattern) => pattern.anchors.map((anchor) => anchor.toLowerCase())))];
    this.#search = new AnchorSearch(anchors);
    this.#patternsOf = anchors.map((anchor) =>
      patterns.flatMap((pattern, number) =>
        pattern.anchors.some((own) => own.toLowerCase() === anchor) ? [number] : [],
      ),
    );
  }

  /** Everything found, in order; of hits on the same characters the most telling one. */
  scan(text: string): Hit[] {
    const windows = new Map<number, [start: number, end: number][]>();
    this.#search.search(text, (anchor, at) => {
      for (const number of this.#patternsOf[anchor] ?? []) {
        const { before, after } = this.#patterns[number]?.reach ?? usualReach;
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
      const pattern = this.#patterns[number];
      if (pattern !== undefined) for (const [start, end] of places) hits.push(...matches(pattern, text, start, end));
    }
    return withoutOverlaps(hits);
  }
}

function* matches(pattern: SecretPattern, text: string, start: number, end: number): Generator<Hit> {
  const from = Math.max(0, start - margin);
  const window = text.slice(from, end + margin);
  const expression = new RegExp(pattern.expression.source, `${pattern.expression.flags.replace(/[gd]/g, '')}gd`);
  for (const match of window.matchAll(expression)) {
    const groups = match.groups ?? {};
    const [at, to] = match.indices?.groups?.['secret'] ?? match.indices?.[0] ?? [match.index, match.index];
    const value = window.slice(at, to);
    if (value === '' || pattern.isSecret?.(value, groups) === false) continue;
    yield {
      kind: pattern.kind,
      start: from + at,
      end: from + to,
      value,
      account: groups['account'] ?? nearby(pattern, text, from + at, from + to),
      host: groups['host'],
      isGeneric: pattern.isGeneric === true,
    };
  }
}

function nearby(
  { accountNearby: expression }: SecretPattern,
  text: string,
  start: number,
  end: number,
): string | undefined {
  return expression === undefined ? undefined : accountNearby(text, start, end, expression);
}

/** The specific before the generic, then the longer, then the earlier, and none that shares characters with one before it. */
export function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const ranked = hits.toSorted(
    (a, b) =>
      Number(a.isGeneric) - Number(b.isGeneric) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
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
