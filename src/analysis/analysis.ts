import type { DetectionFacts } from '../shape/detection.ts';
import type { Sql } from '../store/sql.ts';

/**
 * A detection that Sigma cannot say: counts over time, joins between logs. One file `<id>.analysis.ts`, found by its
 * name; its id is the file's name.
 */
export interface Analysis extends DetectionFacts {
  /**
   * Rows `key` (what makes one finding), `source_table`, `file_id`, `record`: the records that prove it. Reads the
   * events of the time asked for as `scoped_sign_in`, `scoped_activity` and `scoped_graph_activity` and all attempts to
   * sign in as `attempt`.
   */
  readonly query: Sql;
  /** Rows `key`, `why`: why each finding is believed, in words and with its numbers. */
  readonly reasons?: Sql;
  /** Records in a real export shape with which it fires, and with which it stays quiet. */
  readonly examples: readonly AnalysisExample[];
}

export interface AnalysisExample {
  readonly name: string;
  readonly fires: boolean;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}
