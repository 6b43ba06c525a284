import type { Dialect } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { CorrelationPlan, CorrelationSource, FieldValues, SourceField } from '../plan/correlation-plan.ts';
import { OperandSql } from './operand-sql.ts';
import { render } from './render.ts';
import { ScanColumns } from './scan-columns.ts';

/** Names of the columns that hold a correlation's groups and values. */
export function groupNames({ sources }: CorrelationPlan): Sql[] {
  return (sources[0]?.groups ?? []).map((_, index) => identifier(`group ${index + 1}`));
}

export function valueNames({ sources }: CorrelationPlan): Sql[] {
  return (sources[0]?.values ?? []).map((_, index) => identifier(`value ${index + 1}`));
}

/** The relation with the occurrences of a correlation, made before those that name it. */
export function occurrencesOf(detection: string): Sql {
  return identifier(`correlation ${detection}`);
}

/**
 * All events of a correlation's rules: rows `step` (number of the rule from 0), `source_table`, `file_id`, `record`,
 * `inner_groups` (of an occurrence of an inner correlation, else null), `time`, groups and values, without those that
 * have no time or lack a group or value. An event with several values has a row for each.
 * `hits` has the rows `detection`, `source_table`, `file_id`, `record` of everything that rules found.
 */
export function correlationEvents(plan: CorrelationPlan, hits: Sql, dialect: Dialect): Sql {
  const parts = plan.sources.flatMap((source, step) =>
    source.tables.map((table) => eventsOf(plan, source, step, table, hits, dialect)),
  );
  if (parts.length > 0) return join(parts, sql`\nunion all\n`);
  const names = [...groupNames(plan), ...valueNames(plan)].map((name) => sql`, '' as ${name}`);
  return sql`select 0 as step, source_table, file_id, record, null as inner_groups, null as time${join(names, sql``)}
    from ${hits} where false`;
}

function eventsOf(
  plan: CorrelationPlan,
  source: CorrelationSource,
  step: number,
  table: string,
  hits: Sql,
  dialect: Dialect,
): Sql {
  const columns = new ScanColumns(dialect);
  const fields = [
    ...source.groups.map((field, index) => {
      const { value, isList } = fieldSql(field, table, columns);
      // An event with a value twice is once in its group.
      return { name: `group ${index + 1}`, isNumber: false, isList, value: isList ? distinct(value, dialect) : value };
    }),
    ...source.values.map((field, index) => ({
      name: `value ${index + 1}`,
      isNumber: isNumeric(plan),
      ...fieldSql(field, table, columns),
    })),
  ];
  const core = [sql`file_id`, sql`record`, sql`inner_groups`, sql`occurred`];
  const first = sql`select ${join([...core, ...fields.map(({ name, value }) => sql`${value} as ${identifier(name)}`)])}
    from ${columns.over(chosen(source, table, hits, dialect), ['file_id', 'record', 'inner_groups', 'occurred'])}`;
  // One list at a time, so that every combination of several is there.
  const single = fields
    .filter(({ isList }) => isList)
    .reduce((rows, { name }) => {
      const others = fields.filter((field) => field.name !== name).map((field) => identifier(field.name));
      const own = sql`${dialect.unnest(identifier(name))} as ${identifier(name)}`;
      return sql`select ${join([...core, ...others, own])} from (${rows})`;
    }, first);
  const converted = fields.map(({ name, isNumber }) => {
    const value = identifier(name);
    return sql`${isNumber ? dialect.asNumber(value) : dialect.lower(value)} as ${value}`;
  });
  const present = fields.map(({ name }) => sql` and ${identifier(name)} is not null`);
  return sql`select ${trusted(String(step))} as step, ${dialect.text(table)} as source_table,
    file_id, record, inner_groups, occurred as time${join(
      fields.map(({ name }) => sql`, ${identifier(name)}`),
      sql``,
    )}
  from (select ${join([...core, ...converted])} from (${single})) where occurred is not null${join(present, sql``)}`;
}

function distinct(list: Sql, dialect: Dialect): Sql {
  return dialect.distinct(dialect.elements(list, 'element', sql`true`, dialect.lower(dialect.element('element'))));
}

function isNumeric({ type }: CorrelationPlan): boolean {
  return type.startsWith('value_') && type !== 'value_count';
}

/** The records of the events, with `inner_groups` (list of texts or null) and `occurred`. */
function chosen({ detection, inner }: CorrelationSource, table: string, hits: Sql, dialect: Dialect): Sql {
  const events = identifier(table);
  const isSame = sql`e.file_id = o.file_id and e.record = o.record and o.source_table = ${dialect.text(table)}`;
  if (inner === undefined) {
    return sql`(select e.*, ${dialect.noTexts()} as inner_groups, e.time as occurred from ${hits} o join ${events} e
      on ${isSame} where o.detection = ${dialect.text(detection)})`;
  }
  // An event that stands for two of the inner rules, or has two values there, occurs once.
  return sql`(select e.*, o.own_groups as inner_groups, o.time as occurred
    from (select distinct source_table, file_id, record, time, own_groups from ${occurrencesOf(detection)} where completes) o
    join ${events} e on ${isSame})`;
}

interface FieldSql {
  readonly value: Sql;
  readonly isList: boolean;
}

/** A field's value as text, or the list of its values. */
function fieldSql(field: SourceField, table: string, columns: ScanColumns): FieldSql {
  if (field.kind === 'group') {
    return { value: columns.dialect.nth(columns.plain('inner_groups'), field.index), isList: false };
  }
  const values = field.byTable.get(table);
  if (values === undefined) throw new Error(`a field is not resolved for the table ${table}`);
  return valuesSql(values, columns);
}

function valuesSql(values: FieldValues, columns: ScanColumns): FieldSql {
  const operands = new OperandSql(columns);
  const { dialect } = columns;
  if (values.kind === 'one') return { value: operands.text(values.operand), isList: false };
  if (values.kind === 'record') {
    const found = columns.recordValues(values.place);
    const texts = dialect.elements(found, 'value', sql`true`, dialect.jsonTexts(dialect.element('value')));
    return { value: dialect.flatten(texts), isList: true };
  }
  const { outer, list, where, part } = values;
  const inside = dialect.elements(
    operands.list(list),
    part.variable,
    render(where, columns),
    dialect.element(part.variable, part.part),
  );
  if (outer === undefined) return { value: inside, isList: true };
  if (list.kind !== 'part') throw new Error('an inner list must be a part of the outer one');
  const nested = dialect.elements(operands.list(outer), list.variable, sql`true`, inside);
  return { value: dialect.flatten(nested), isList: true };
}
