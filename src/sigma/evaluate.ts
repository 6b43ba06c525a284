import type { Fault } from '../shape/fault.ts';
import { duckdb } from '../store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql } from '../store/sql.ts';
import { Store } from '../store/store.ts';
import { compileRules } from './plan/compile-rules.ts';
import { parseRules } from './parse/load.ts';
import type { ParseOptions } from './parse/parse-item.ts';
import { recordScheme } from './plan/scheme.ts';
import { correlationRelations, membersOf } from './sql/correlation.ts';
import { occurrencesOf } from './sql/correlation-events.ts';
import { hits, hitsStatement } from './sql/statement.ts';

/** What a document finds in a list of records; records are counted from 0, numbers ascend. */
export type Evaluation =
  | { readonly kind: 'rule'; readonly title: string; readonly matches: readonly number[] }
  /** The records that complete the correlation, and all of which it consists. */
  | {
      readonly kind: 'correlation';
      readonly title: string;
      readonly completedBy: readonly number[];
      readonly consistsOf: readonly number[];
    };

export interface EvaluateOptions extends ParseOptions {
  /** Where a record has its time, as an ISO 8601 text: `timestamp` if not given. */
  readonly timeField?: string;
}

/**
 * Holds the Sigma documents of a text against JSON records, in memory: every log source means all of them, every field
 * is a path in the record. For trying rules, and for proving the compiler; a case is far faster.
 *
 * @returns what each document without fault finds, in the order of the text, and the faults of the others.
 */
export async function evaluate(
  text: string,
  records: readonly unknown[],
  options: EvaluateOptions = {},
): Promise<{ evaluations: Evaluation[]; faults: Fault[] }> {
  const set = parseRules(text, 'rule.yml', options);
  const compiled = compileRules(set, recordScheme);
  const store = await Store.open(':memory:');
  try {
    await loadRecords(store, records, options.timeField ?? 'timestamp');
    await store.run(sql`create temp table ${hits} as ${hitsStatement(compiled.compiled, {})}`);
    for (const { plan } of compiled.correlations) {
      for (const { name, query } of correlationRelations(plan, hits)) {
        await store.run(sql`create temp table ${name} as ${query}`);
      }
    }
    const evaluations: Evaluation[] = [];
    for (const { rule } of compiled.compiled) {
      const matches = await numbers(store, sql`${hits} where detection = ${rule.detection}`);
      evaluations.push({ kind: 'rule', title: rule.title, matches });
    }
    for (const { rule } of compiled.correlations) {
      const completedBy = await numbers(store, sql`${occurrencesOf(rule.detection)} where completes`);
      const consistsOf = await numbers(store, membersOf(rule.detection));
      evaluations.push({ kind: 'correlation', title: rule.title, completedBy, consistsOf });
    }
    return { evaluations, faults: [...set.faults, ...compiled.refused.map(({ fault }) => fault)] };
  } finally {
    store.close();
  }
}

/** Records in one statement. */
const batch = 500;

async function loadRecords(store: Store, records: readonly unknown[], timeField: string): Promise<void> {
  await store.run(sql`create table ${identifier('event')}
    (file_id integer, record bigint, time timestamp, principal varchar, raw varchar)`);
  for (let start = 0; start < records.length; start += batch) {
    const rows = records.slice(start, start + batch).map((record, index) => {
      const raw = JSON.stringify(record) ?? 'null';
      const time = duckdb.asTime(sql`json_extract_string(${raw}, ${`$.${JSON.stringify(timeField)}`})`);
      return sql`(1, ${start + index}, ${time}, '', ${raw})`;
    });
    await store.run(sql`insert into ${identifier('event')} values ${join(rows)}`);
  }
}

async function numbers(store: Store, from: Sql): Promise<number[]> {
  const rows = await store.rows<{ record: number }>(sql`select distinct record from ${from} order by record`);
  return rows.map(({ record }) => record);
}
