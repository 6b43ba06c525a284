import type { Fault } from '../shape/fault.ts';
import type { TimeWindow } from '../shape/instant.ts';
import type { Dialect } from '../store/dialect.ts';
import { duckdb } from '../store/duckdb-dialect.ts';
import { compileRules } from './plan/compile-rules.ts';
import { parseRules } from './parse/load.ts';
import type { ParseOptions } from './parse/parse-item.ts';
import { caseScheme, type Scheme } from './plan/scheme.ts';
import { statementOf } from './sql/statement.ts';

export interface CompileOptions extends ParseOptions {
  /** Named in faults; `rule.yml` if not given. */
  readonly file?: string;
  /** What the rules are held against; the tables of a case if not given. */
  readonly scheme?: Scheme;
  readonly window?: TimeWindow;
  readonly dialect?: Dialect;
}

/** A rule or correlation as one query. */
export interface Query {
  readonly detection: string;
  readonly title: string;
  /** Rows `detection`, `source_table`, `file_id`, `record`: each record that the rule finds or the correlation consists of. */
  readonly sql: string;
}

/** Compiles the Sigma documents of one text. What cannot be compiled is a fault (`rule-invalid`), never a weaker query. */
export function compile(text: string, options: CompileOptions = {}): { queries: Query[]; faults: Fault[] } {
  const set = parseRules(text, options.file ?? 'rule.yml', options);
  const compiled = compileRules(set, options.scheme ?? caseScheme);
  const queries = [...compiled.compiled, ...compiled.correlations].map((rule) => ({
    detection: rule.rule.detection,
    title: rule.rule.title,
    sql: statementOf(rule, compiled, options.window, options.dialect ?? duckdb).text,
  }));
  return { queries, faults: [...set.faults, ...compiled.refused.map(({ fault }) => fault)] };
}
