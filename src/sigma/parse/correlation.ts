import type { FaultPlace } from '../../shape/fault.ts';
import type { Reference, RuleFacts } from './rule.ts';

export const correlationTypes = [
  'event_count',
  'value_count',
  'value_sum',
  'value_max',
  'value_min',
  'value_avg',
  'value_percentile',
  'temporal',
  'temporal_ordered',
] as const;
export type CorrelationType = (typeof correlationTypes)[number];

export const operators = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;

/** One comparison of what is measured in a window. */
export interface Bound {
  readonly operator: (typeof operators)[number];
  readonly value: number;
}

export interface AliasField {
  readonly rule: Reference;
  readonly field: string;
}

/** One Sigma correlation, checked. */
export interface Correlation extends RuleFacts {
  readonly type: CorrelationType;
  readonly rules: readonly Reference[];
  /** By alias: which field of which rule. */
  readonly aliases: ReadonlyMap<string, readonly AliasField[]>;
  readonly groupBy: readonly Reference[];
  readonly seconds: number;
  /** All must hold. For `temporal` types they are about the number of different rules. */
  readonly bounds: readonly Bound[];
  /** Fields whose values are counted, summed and so on. */
  readonly fields: readonly Reference[];
  /** 0 to 100, for `value_percentile`. */
  readonly percentile: number | undefined;
  /** Whether the rules that it names report on their own as well. */
  readonly isGenerating: boolean;
  readonly place: FaultPlace;
}
