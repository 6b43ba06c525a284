import type { Network, TimePart } from '../../store/dialect.ts';
import type { Text } from './text.ts';

export const comparisons = ['lt', 'lte', 'gt', 'gte'] as const;
export type Comparison = (typeof comparisons)[number];

/** Where in a value something must stand. */
export type Anchor = 'whole' | 'start' | 'end' | 'anywhere';

export interface RegexFlags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** What one value of a rule means after its modifiers: something that a single value of a record meets or not. */
export type Pattern =
  | { readonly kind: 'text'; readonly text: Text; readonly isCased: boolean }
  /** `text` is the number in plain decimal digits. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'exists'; readonly value: boolean }
  /** A regular expression that the engine (RE2) is known to accept; found anywhere unless `anchor` says else. */
  | { readonly kind: 'regex'; readonly source: string; readonly flags: RegexFlags; readonly anchor: Anchor }
  | {
      readonly kind: 'comparison';
      readonly comparison: Comparison;
      readonly text: string;
      readonly part: TimePart | undefined;
    }
  | { readonly kind: 'part'; readonly part: TimePart; readonly text: string }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'field'; readonly field: string; readonly anchor: Anchor; readonly isCased: boolean }
  | { readonly kind: 'any'; readonly of: readonly Pattern[] };
