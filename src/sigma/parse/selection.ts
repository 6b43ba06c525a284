import type { FaultPlace } from '../../shape/fault.ts';
import type { Pattern } from './pattern.ts';

/** What a name under `detection` stands for: `any` is a list (or), `all` a map (and). */
export type Selection =
  | { readonly kind: 'any'; readonly of: readonly Selection[] }
  | { readonly kind: 'all'; readonly of: readonly Item[] };

/** One line of a map, or one keyword: a field and what its value must be. */
export interface Item {
  /** As the rule spells it; undefined for keywords, which are sought in the whole record. */
  readonly field: string | undefined;
  readonly patterns: readonly Pattern[];
  /** True if every pattern must match (`|all`), false if one is enough. */
  readonly isEvery: boolean;
  /** True if the item must not match (`|neq`). */
  readonly isNegated: boolean;
  readonly place: FaultPlace;
}
