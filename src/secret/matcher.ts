import { accountNearby } from './nearby.ts';
import type { SecretPattern } from './pattern.ts';

/** A value that a matcher found. Places are in characters of the whole text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly account: string | undefined;
  readonly host: string | undefined;
}

/** What a scanner searches for: literals that call it, and what it finds around them. */
export interface Matcher {
  readonly kind: string;
  /** Without any it is called once for every text, for all of it. */
  readonly anchors: readonly string[];
  /** How far around an anchor it looks, in characters. */
  readonly reach: { readonly before: number; readonly after: number };
  readonly isGeneric: boolean;
  /** What it finds from `start` to `end`, in order. It takes time that grows with their distance alone. */
  matches(text: string, start: number, end: number): Iterable<Match>;
}

const usualReach = { before: 200, after: 400 };

/** What expressions may look at beyond their reach, to see that a value does not go on. */
const margin = 2;

export function patternMatcher(pattern: SecretPattern): Matcher {
  const expression = new RegExp(pattern.expression.source, `${pattern.expression.flags.replace(/[gd]/g, '')}gd`);
  const { accountNearby: said } = pattern;
  const nearby =
    said && ((text: string, start: number, end: number): string | undefined => accountNearby(text, start, end, said));
  return {
    kind: pattern.kind,
    anchors: pattern.anchors,
    reach: pattern.reach ?? usualReach,
    isGeneric: pattern.isGeneric === true,
    *matches(text, start, end) {
      const from = Math.max(0, start - margin);
      const window = text.slice(from, end + margin);
      for (const match of window.matchAll(expression)) {
        const groups = match.groups ?? {};
        const [at, to] = match.indices?.groups?.['secret'] ?? match.indices?.[0] ?? [match.index, match.index];
        const value = window.slice(at, to);
        if (value === '' || pattern.isSecret?.(value, groups) === false) continue;
        const [valueStart, valueEnd] = [from + at, from + to];
        const account = groups['account'] ?? nearby?.(text, valueStart, valueEnd);
        yield { start: valueStart, end: valueEnd, value, account, host: groups['host'] };
      }
    },
  };
}
