import type { EventTable } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { identifier, join, literal, type Sql, sql } from '../store/sql.ts';
import type { TableCondition } from './compile.ts';
import { textConstant } from './constant.ts';
import { groupBy } from './group-by.ts';
import { columnSql } from './operand.ts';
import { readRecordColumn, recordColumnSql, withRecordColumns } from './record-path.ts';

/** Rules in one scan. */
const mostRules = 400;

/**
 * One query that holds all rules against a table: rows `detection` (text), `file_id`, `record`, `principal`, one for
 * each record and rule that match, in no order. Rules of other tables are left out; without any the query is empty.
 */
export function matchStatement(table: EventTable, rules: readonly TableCondition[], window: TimeWindow = {}): Sql {
  const own = rules.filter((rule) => rule.table === table);
  const passes = groupBy(own, weightOf).flatMap((group) => slices(group).map((slice) => pass(table, slice, window)));
  if (passes.length > 0) return join(passes, sql`\nunion all\n`);
  return sql`select '' as detection, file_id, record, principal from ${identifier(table)} where false`;
}

/**
 * Rules that need lists of targets, or the record itself, have a scan of their own: there their guards leave out most
 * records before the large columns are touched.
 */
function weightOf({ columns }: TableCondition): 'record' | 'list' | 'light' {
  if (columns.some((column) => column === 'raw' || readRecordColumn(column) !== undefined)) return 'record';
  return columns.some((column) => column === 'targets' || column === 'parameters') ? 'list' : 'light';
}

/**
 * One scan. Inside, records without any chance are left out by what the rules' guards say, and what several rules want
 * (texts in lower case, values of the record) is made once. `offset 0` keeps the engine from undoing that by moving
 * conditions inwards.
 */
function pass(table: EventTable, rules: readonly TableCondition[], window: TimeWindow): Sql {
  const columns = [...new Set(['file_id', 'record', 'principal', ...rules.flatMap((rule) => rule.columns)])].toSorted();
  const definitions = columns.map((column) => {
    const record = readRecordColumn(column);
    const definition = record === undefined ? columnSql(column) : recordColumnSql(column, record);
    return sql`${definition} as ${identifier(column)}`;
  });
  const found = rules.map(
    ({ detection, condition }) => sql`case when ${condition} then ${textConstant(detection)} end`,
  );
  const chosen = sql`(select * from ${identifier(table)} where ${inWindow(window)} and ${hasChance(rules)})`;
  return sql`select unnest(list_filter([${join(found)}], lambda detection: detection is not null)) as detection,
    file_id, record, principal
  from (select ${join(definitions)} from ${withRecordColumns(chosen, columns)} offset 0)
  where ${anyOf(rules)}`;
}

function inWindow({ since, until }: TimeWindow): Sql {
  const from = since === undefined ? sql`true` : sql`time >= cast(${literal(since)} as timestamp)`;
  return until === undefined ? from : sql`${from} and time < cast(${literal(until)} as timestamp)`;
}

/** What the table itself can say before anything is computed; true if a rule has no guard. */
function hasChance(rules: readonly TableCondition[]): Sql {
  if (rules.some(({ guard }) => guard === undefined)) return sql`true`;
  return sql`(${join(
    guarded(rules).map(([column, constants]) => isIn(columnSql(column), constants)),
    sql` or `,
  )})`;
}

/** Whether any rule matches. Rules with the same guard are asked together, after the guard. */
function anyOf(rules: readonly TableCondition[]): Sql {
  const free = rules.filter(({ guard }) => guard === undefined).map(({ condition }) => condition);
  const groups = guarded(rules).map(([column, constants, conditions]) => {
    return sql`(${isIn(identifier(column), constants)} and (${join(conditions, sql` or `)}))`;
  });
  return join([...groups, ...free], sql` or `);
}

function guarded(rules: readonly TableCondition[]): [column: string, constants: Sql[], conditions: Sql[]][] {
  const withGuard = rules.flatMap(({ guard, condition }) => (guard === undefined ? [] : [{ guard, condition }]));
  return groupBy(withGuard, ({ guard }) => guard.column).map((group) => {
    const constants = new Map(
      group.flatMap(({ guard }) => guard.constants).map((constant) => [constant.text, constant]),
    );
    return [group[0]?.guard.column ?? '', [...constants.values()], group.map(({ condition }) => condition)];
  });
}

function isIn(value: Sql, constants: readonly Sql[]): Sql {
  return sql`${value} in (${join(constants)})`;
}

function slices(rules: readonly TableCondition[]): (readonly TableCondition[])[] {
  const parts: (readonly TableCondition[])[] = [];
  for (let start = 0; start < rules.length; start += mostRules) parts.push(rules.slice(start, start + mostRules));
  return parts;
}
