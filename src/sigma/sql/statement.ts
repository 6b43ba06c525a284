import type { TimeWindow } from '../../shape/instant.ts';
import type { Dialect } from '../../store/dialect.ts';
import { duckdb } from '../../store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql } from '../../store/sql.ts';
import type { CompiledCorrelation } from '../plan/compile-correlation.ts';
import type { CompiledRule } from '../plan/compile.ts';
import { type CompiledRules, partsOf } from '../plan/compile-rules.ts';
import { correlationRelations, membersOf, type Relation } from './correlation.ts';
import { matchStatement } from './scan.ts';

/** The relation with everything that rules found, which correlations start from. */
export const hits = identifier('hits');

/**
 * The whole of a rule or correlation as one query: rows `detection`, `source_table`, `file_id`, `record`, one for each
 * record that it finds or consists of. A rule that can match nothing gives a query without rows.
 */
export function statementOf(
  rule: CompiledRule | CompiledCorrelation,
  all: Pick<CompiledRules, 'compiled' | 'correlations'>,
  window: TimeWindow = {},
  dialect: Dialect = duckdb,
): Sql {
  if (!('plan' in rule)) return hitsStatement([rule], window, dialect);
  const name = rule.rule.detection;
  const { compiled, correlations } = partsOf(rule, all);
  const relations: Relation[] = [
    { name: hits, query: hitsStatement(compiled, window, dialect) },
    ...correlations.flatMap(({ plan }) => correlationRelations(plan, hits, dialect)),
  ];
  const found = sql`select distinct ${dialect.text(name)} as detection, source_table, file_id, record from ${membersOf(name)}`;
  return dialect.withRelations(relations, found);
}

/** Rows `detection`, `source_table`, `file_id`, `record` of all rules together. */
export function hitsStatement(rules: readonly CompiledRule[], window: TimeWindow, dialect: Dialect = duckdb): Sql {
  const conditions = rules.flatMap((rule) => rule.conditions);
  const tables = [...new Set(conditions.map(({ table }) => table))].toSorted();
  const parts = tables.map(
    (table) => sql`select detection, ${dialect.text(table)} as source_table, file_id, record
from (${matchStatement(table, conditions, window, dialect)})`,
  );
  if (parts.length > 0) return join(parts, sql`\nunion all\n`);
  return sql`select '' as detection, '' as source_table, 0 as file_id, 0 as record where false`;
}
