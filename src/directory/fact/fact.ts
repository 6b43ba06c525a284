import type { Sql } from '../../store/sql.ts';

/**
 * A table that is derived from `now_…` and read by checks and edges; each may use those before it.
 *
 * A condition of a left join that only concerns the left side makes the engine compare every row with every other. Put it into
 * a key instead: `on b.id = case when a.type = 'x' then a.id end`. So does `or` between two keys: join twice.
 */
export interface Fact {
  readonly name: string;
  /** True if it is read once or twice only and costs little: it is not kept. */
  readonly isView?: boolean;
  readonly query: Sql;
}
