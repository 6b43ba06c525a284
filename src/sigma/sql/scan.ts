import type { TimeWindow } from '../../shape/instant.ts';
import type { Dialect } from '../../store/dialect.ts';
import { duckdb } from '../../store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { TableCondition } from '../compile.ts';
import { groupBy } from '../group-by.ts';
import type { Guard } from '../guard.ts';
import type { Operand, Predicate, Test } from '../predicate.ts';
import { type Dispatch, dispatch } from './dispatch.ts';
import { foldedText, render } from './render.ts';
import { ScanColumns } from './scan-columns.ts';

/** Rules in one scan. */
const mostRules = 400;

/**
 * One query that holds all rules against a table: rows `detection` (text), `file_id`, `record`, `principal`, one for
 * each record and rule that match, in no order. Rules of other tables are left out; without any the query is empty.
 */
export function matchStatement(
  table: string,
  rules: readonly TableCondition[],
  window: TimeWindow = {},
  dialect: Dialect = duckdb,
): Sql {
  const own = rules.filter((rule) => rule.table === table);
  const scans = groupBy(own, ({ predicate }) => weightOf(predicate)).flatMap((group) =>
    slices(group).map((slice) => scan(table, slice, window, dialect)),
  );
  if (scans.length > 0) return join(scans, sql`\nunion all\n`);
  return sql`select '' as detection, file_id, record, principal from ${identifier(table)} where false`;
}

const weights = ['light', 'list', 'record'] as const;
type Weight = (typeof weights)[number];

/**
 * Rules that need lists, or the record itself, have a scan of their own: there most records are left out before the
 * large columns are touched.
 */
function weightOf(predicate: Predicate): Weight {
  if (predicate.kind === 'constant') return 'light';
  if (predicate.kind === 'not') return weightOf(predicate.of);
  if (predicate.kind !== 'test') {
    const parts = predicate.of.map((part) => weights.indexOf(weightOf(part)));
    return weights[Math.max(0, ...parts)] ?? 'light';
  }
  return weightOfTest(predicate.test);
}

function weightOfTest(test: Test): Weight {
  if (test.test === 'has') return 'record';
  if (test.test === 'some') return test.list.kind === 'record' || weightOf(test.where) === 'record' ? 'record' : 'list';
  const operands = test.test === 'same' ? [test.operand, test.other] : [test.operand];
  const isRaw = (operand: Operand): boolean => operand.kind === 'column' && operand.column === 'raw';
  return operands.some((operand) => operand.kind === 'record' || isRaw(operand)) ? 'record' : 'light';
}

/** One scan. A column that decides most rules tells first which of them a record can meet at all. */
function scan(table: string, rules: readonly TableCondition[], window: TimeWindow, dialect: Dialect): Sql {
  const columns = new ScanColumns(dialect);
  const split = dispatch(rules);
  const others = (split?.others ?? rules).map(({ detection, predicate }) => ({
    detection,
    condition: render(predicate, columns),
  }));
  const branches = (split?.branches ?? []).map(({ rules: inside }) =>
    inside.map(({ detection, predicate }) => ({ detection, condition: render(predicate, columns) })),
  );
  const conditions = [
    ...(branches.length === 0 ? [] : [byBranch(branches.map(anyOf), sql`false`)]),
    ...(others.length === 0 ? [] : [anyOf(others)]),
  ];
  const found = [
    ...(branches.length === 0 ? [] : [byBranch(branches.map((inside) => namesOf(inside, dialect)), dialect.list([]))]),
    ...(others.length === 0 ? [] : [namesOf(others, dialect)]),
  ];
  const chosen = sql`(select * from ${withBranch(table, split, dialect)}
    where ${inWindow(window, dialect)} and ${hasChance(split, rules, dialect)})`;
  const keep = ['file_id', 'record', 'principal', ...(split === undefined ? [] : ['branch'])];
  return sql`select ${dialect.unnest(dialect.concat(found))} as detection, file_id, record, principal
  from ${columns.over(chosen, keep)}
  where ${join(conditions, sql` or `)}`;
}

interface Rendered {
  readonly detection: string;
  readonly condition: Sql;
}

function anyOf(rules: readonly Rendered[]): Sql {
  return sql`(${join(
    rules.map(({ condition }) => condition),
    sql` or `,
  )})`;
}

function namesOf(rules: readonly Rendered[], dialect: Dialect): Sql {
  return dialect.list(
    rules.map(({ detection, condition }) => sql`case when ${condition} then ${dialect.text(detection)} end`),
  );
}

function byBranch(values: readonly Sql[], otherwise: Sql): Sql {
  const cases = values.map((value, index) => sql`when ${trusted(String(index))} then ${value}`);
  return sql`case branch ${join(cases, sql` `)} else ${otherwise} end`;
}

/** The table, with the number of the branch where the deciding column has one of its values. */
function withBranch(table: string, split: Dispatch | undefined, dialect: Dialect): Sql {
  if (split === undefined) return identifier(table);
  const column = identifier(split.column);
  const rows = split.branches.flatMap(({ values }, index) =>
    values.map((value) => sql`(${split.isInteger ? trusted(String(Number(value))) : dialect.text(value)}, ${trusted(String(index))})`),
  );
  return sql`(select * from ${identifier(table)} left join (values ${join(rows)}) as decided(decisive, branch)
    on ${split.isInteger ? column : dialect.lower(column)} = decisive)`;
}

/** What can be said before anything is computed; true if nothing can. */
function hasChance(split: Dispatch | undefined, rules: readonly TableCondition[], dialect: Dialect): Sql {
  const guards = (split?.others ?? rules).map(({ guard }) => guard);
  if (guards.includes(undefined)) return sql`true`;
  const byColumn = groupBy(
    guards.filter((guard) => guard !== undefined),
    ({ column }) => column,
  );
  const chances = byColumn.map((group) => guardSql(group, dialect));
  return sql`(${join([...(split === undefined ? [] : [sql`branch is not null`]), ...chances], sql` or `)})`;
}

function guardSql(guards: readonly Guard[], dialect: Dialect): Sql {
  const [first] = guards;
  if (first === undefined) return sql`false`;
  const values = [...new Set(guards.flatMap((guard) => guard.values))];
  const column = identifier(first.column);
  return dialect.isOneOf(
    first.isInteger ? column : dialect.lower(column),
    values.map((value) => (first.isInteger ? trusted(String(Number(value))) : foldedText(dialect, value))),
  );
}

function inWindow({ since, until }: TimeWindow, dialect: Dialect): Sql {
  const time = identifier('time');
  const from = since === undefined ? sql`true` : sql`not ${dialect.isBefore(time, since)}`;
  return until === undefined ? from : sql`${from} and ${dialect.isBefore(time, until)}`;
}

function slices(rules: readonly TableCondition[]): (readonly TableCondition[])[] {
  const parts: (readonly TableCondition[])[] = [];
  for (let start = 0; start < rules.length; start += mostRules) parts.push(rules.slice(start, start + mostRules));
  return parts;
}
