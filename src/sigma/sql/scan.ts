import type { TimeWindow } from '../../shape/instant.ts';
import type { Dialect } from '../../store/dialect.ts';
import { duckdb } from '../../store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { TableCondition } from '../plan/compile.ts';
import { groupBy } from '../plan/group-by.ts';
import { type Operand, type Predicate, type Test, weakened } from '../plan/predicate.ts';
import { type Dispatch, dispatch } from './dispatch.ts';
import { render } from './render.ts';
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
  const scans = groupBy(own, kindOf).flatMap((group) =>
    slices(group).map((slice) => scan(table, slice, window, dialect)),
  );
  if (scans.length > 0) return join(scans, sql`\nunion all\n`);
  return sql`select '' as detection, file_id, record, principal from ${identifier(table)} where false`;
}

/** Where large columns are read, rules that are decided by the operation do not wait for others: that leaves out most records. */
function kindOf({ predicate, guard }: TableCondition): string {
  const weight = weightOf(predicate);
  return weight === 'record' && guard?.column === 'operation' ? `${weight} by operation` : weight;
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
  const split = dispatch(rules);
  const columns = new ScanColumns(dialect);
  const { branches, others } = renderAll(split, columns);
  const inside = sql`(select * from ${withBranch(table, split, dialect)} where ${inWindow(window, dialect)})`;
  const keep = ['file_id', 'record', 'principal', ...(branches.length === 0 ? [] : ['branch'])];
  const rows = columns.over(promising(inside, split, dialect), keep);
  const names = others.length === 0 ? [] : [namesOf(others, dialect)];
  const isOther = others.length === 0 ? [] : [anyOf(others)];
  if (branches.length === 0) {
    return sql`select ${dialect.unnest(dialect.concat(names))} as detection, file_id, record, principal
    from ${rows} where ${join(isOther)}`;
  }
  // What a branch finds is made once for its few records; the other rules are asked before they are named.
  const here = byBranch(
    branches.map((branch) => dialect.present(namesOf(branch, dialect))),
    dialect.list([]),
  );
  return sql`select ${dialect.unnest(dialect.concat([sql`here`, ...names]))} as detection, file_id, record, principal
  from (select *, ${here} as here from ${rows} offset 0)
  where ${join([dialect.hasElements(sql`here`), ...isOther], sql` or `)}`;
}

/**
 * The records that can meet a rule at all, as far as small columns tell: only of those the large ones are read. What
 * reads no large column is asked at once.
 */
function promising(table: Sql, split: Dispatch, dialect: Dialect): Sql {
  const isLarge = (test: Test): boolean => weightOfTest(test) === 'record';
  const rules = [...split.branches.flatMap((branch) => branch.rules), ...split.others];
  if (!rules.some(({ predicate }) => weightOf(predicate) === 'record')) return table;
  const light = <R extends PartialRule>(rule: R): R => ({ ...rule, predicate: weakened(rule.predicate, isLarge) });
  const columns = new ScanColumns(dialect);
  const rendered = renderAll(
    {
      ...split,
      branches: split.branches.map((branch) => ({ ...branch, rules: branch.rules.map(light) })),
      others: split.others.map(light),
    },
    columns,
  );
  return sql`(select * from ${columns.beside(table)} where ${anyRule(rendered)})`;
}

type PartialRule = Dispatch['others'][number];

interface RenderedRules {
  readonly branches: readonly (readonly Rendered[])[];
  readonly others: readonly Rendered[];
}

function renderAll({ branches, others }: Dispatch, columns: ScanColumns): RenderedRules {
  const one = ({ detection, predicate }: PartialRule): Rendered => ({
    detection,
    condition: render(predicate, columns),
  });
  return { branches: branches.map(({ rules }) => rules.map(one)), others: others.map(one) };
}

function anyRule({ branches, others }: RenderedRules): Sql {
  const conditions = [
    ...(branches.length === 0 ? [] : [byBranch(branches.map(anyOf), sql`false`)]),
    ...(others.length === 0 ? [] : [anyOf(others)]),
  ];
  return join(conditions, sql` or `);
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
  return sql`case when branch is null then ${otherwise} else case branch ${join(cases, sql` `)} else ${otherwise} end end`;
}

/** The table, with the number of the branch where the deciding column has one of its values. */
function withBranch(table: string, split: Dispatch, dialect: Dialect): Sql {
  if (split.branches.length === 0) return identifier(table);
  const column = identifier(split.column);
  const rows = split.branches.flatMap(({ values }, index) =>
    values.map(
      (value) =>
        sql`(${split.isInteger ? trusted(String(Number(value))) : dialect.text(value)}, ${trusted(String(index))})`,
    ),
  );
  const own = split.isInteger ? column : dialect.lower(column);
  const decided = sql`(values ${join(rows)}) as decided(decisive, branch)`;
  const joined = sql`(select * from ${identifier(table)} left join ${decided} on ${own} = decisive)`;
  if (split.others.length > 0) return joined;
  // Asked of the table itself, this lets an engine leave out whole blocks of records before it reads them.
  const values = split.branches.flatMap((branch) => branch.values);
  const constants = values.map((value) => (split.isInteger ? trusted(String(Number(value))) : dialect.text(value)));
  return sql`(select * from ${joined} where ${dialect.isOneOf(own, constants)})`;
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
