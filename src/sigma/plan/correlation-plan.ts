import type { Bound, CorrelationType } from '../parse/correlation.ts';
import type { List, Operand, Predicate } from './predicate.ts';
import type { RecordPlace } from './record-place.ts';

/** Where a table keeps the values of a field: one of them, or several. */
export type FieldValues =
  | { readonly kind: 'one'; readonly operand: Operand }
  /** Those elements of a list that meet `where`, or a part of them; with `outer` the list is in each element of that one. */
  | {
      readonly kind: 'elements';
      readonly outer: List | undefined;
      readonly list: List;
      readonly where: Predicate;
      readonly part: Operand & { readonly kind: 'element' };
    }
  /** An array's elements, or the only value, at a place of the record. */
  | { readonly kind: 'record'; readonly place: RecordPlace };

/** A field of an occurrence: a value that the inner correlation groups by (by its place), or a field of the event itself. */
export type SourceField =
  | { readonly kind: 'group'; readonly index: number }
  | { readonly kind: 'event'; readonly byTable: ReadonlyMap<string, FieldValues> };

/** What one of the rules of a correlation brings into it. */
export interface CorrelationSource {
  readonly detection: string;
  /** Undefined for a rule; else by how many fields the inner correlation groups, and how far its windows reach back. */
  readonly inner: { readonly groups: number; readonly seconds: number } | undefined;
  /** Where its events can be. */
  readonly tables: readonly string[];
  /** In the order of `group-by`. */
  readonly groups: readonly SourceField[];
  readonly values: readonly SourceField[];
}

/** A correlation with fields resolved, independent of any engine. */
export interface CorrelationPlan {
  readonly detection: string;
  readonly type: CorrelationType;
  readonly seconds: number;
  readonly bounds: readonly Bound[];
  readonly percentile: number | undefined;
  /** In the order of `rules`. */
  readonly sources: readonly CorrelationSource[];
}
