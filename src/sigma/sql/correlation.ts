import type { Dialect, Window } from '../../store/dialect.ts';
import { duckdb } from '../../store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { Bound } from '../parse/correlation.ts';
import type { CorrelationPlan } from '../plan/correlation-plan.ts';
import { correlationEvents, groupNames, occurrencesOf, valueNames } from './correlation-events.ts';
import { orderedOccurrences } from './correlation-order.ts';

/** A query whose rows later ones refer to by name: a table of the run, or a part of one statement. */
export interface Relation {
  readonly name: Sql;
  readonly query: Sql;
}

/**
 * Two relations. The occurrences: all events of the rules with `completes` (whether the window that ends there meets the
 * condition) and `belongs` (whether the event is in such a window). The members: rows `source_table`, `file_id`,
 * `record`, `time`, `own_groups` (list of texts), one for each record that the correlation consists of and each of its groups.
 * `hits` has the rows `detection`, `source_table`, `file_id`, `record`; inner correlations come before.
 */
export function correlationRelations(plan: CorrelationPlan, hits: Sql, dialect: Dialect = duckdb): Relation[] {
  const events = correlationEvents(plan, hits, dialect);
  const occurrences =
    plan.type === 'temporal_ordered'
      ? orderedOccurrences(plan, events, dialect)
      : windowOccurrences(plan, events, dialect);
  const own = dialect.texts(groupNames(plan));
  return [
    { name: occurrencesOf(plan.detection), query: sql`select *, ${own} as own_groups from (${occurrences})` },
    { name: membersOf(plan.detection), query: members(plan, dialect) },
  ];
}

/** The relation with the records of which a correlation consists. */
export function membersOf(detection: string): Sql {
  return identifier(`members ${detection}`);
}

/** Types that look back over a window from each event and measure it. */
function windowOccurrences(plan: CorrelationPlan, events: Sql, dialect: Dialect): Sql {
  const groups = groupNames(plan);
  const back: Window = { groups, time: sql`time`, frame: 'trailing', seconds: plan.seconds };
  const ahead: Window = { ...back, frame: 'leading' };
  const isCounting = plan.type !== 'temporal' && plan.sources.length > 1;
  const counted = isCounting ? firstOfEach(plan, events) : sql`(${events})`;
  const measured = plan.type === 'temporal' ? withDistinctSteps(plan, counted, dialect) : counted;
  return sql`select *, ${dialect.count(ahead, sql`completes`)} > 0 as belongs from (
    select *, ${meets(plan.bounds, sql`measure`, dialect)} as completes from (
      select *, ${measure(plan, back, dialect)} as measure from ${measured}))`;
}

/** An event that several rules found counts once, for the first of them. */
function firstOfEach(plan: CorrelationPlan, events: Sql): Sql {
  // Occurrences of inner correlations are events of their own.
  const isInner = plan.sources.map(({ inner }, step) =>
    inner === undefined ? sql`` : sql`when ${trusted(String(step))} then ${trusted(String(step))} `,
  );
  const own = plan.sources.every(({ inner }) => inner === undefined)
    ? sql``
    : sql`, case step ${join(isInner, sql``)}else -1 end`;
  const key = [sql`source_table`, sql`file_id`, sql`record`, sql`inner_groups`, ...groupNames(plan)];
  return sql`(select * from (select *, min(step) over (partition by ${join(key)}${own}) as first_step from (${events}))
    where step = first_step)`;
}

function measure(plan: CorrelationPlan, window: Window, dialect: Dialect): Sql {
  const [value = sql`null`, ...more] = valueNames(plan);
  switch (plan.type) {
    case 'value_count':
      return dialect.countDistinct(more.length === 0 ? value : dialect.texts([value, ...more]), window);
    case 'value_sum':
      return dialect.aggregate('sum', value, window);
    case 'value_max':
      return dialect.aggregate('max', value, window);
    case 'value_min':
      return dialect.aggregate('min', value, window);
    case 'value_avg':
      return dialect.aggregate('avg', value, window);
    case 'value_percentile':
      return dialect.percentile(value, plan.percentile ?? 50, window);
    case 'temporal': {
      const steps = plan.sources.map(
        (_, step) =>
          sql`case when ${dialect.secondsBetween(lastOf(step), sql`time`)} <= ${trusted(String(plan.seconds))} then 1 else 0 end`,
      );
      return join(steps, sql` + `);
    }
    case 'event_count':
    case 'temporal_ordered':
    default:
      return dialect.count(window);
  }
}

function lastOf(step: number): Sql {
  return identifier(`last ${step}`);
}

/** For each rule the time of its last event so far. */
function withDistinctSteps(plan: CorrelationPlan, events: Sql, dialect: Dialect): Sql {
  const sofar: Window = { groups: groupNames(plan), time: sql`time`, frame: 'trailing' };
  const last = plan.sources.map((_, step) => {
    const own = sql`case when step = ${trusted(String(step))} then time end`;
    return sql`${dialect.aggregate('max', own, sofar)} as ${lastOf(step)}`;
  });
  return sql`(select *, ${join(last)} from ${events})`;
}

function meets(bounds: readonly Bound[], measured: Sql, dialect: Dialect): Sql {
  const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=', neq: '<>' };
  const parts = bounds.map(
    ({ operator, value }) => sql`${measured} ${trusted(signs[operator])} ${dialect.number(String(value))}`,
  );
  return sql`(${join(parts, sql` and `)})`;
}

function members(plan: CorrelationPlan, dialect: Dialect): Sql {
  const own = occurrencesOf(plan.detection);
  const parts = plan.sources.map(({ detection, inner }, step) => {
    const belongs = sql`belongs and step = ${trusted(String(step))}`;
    if (inner === undefined)
      return sql`select source_table, file_id, record, time, own_groups from ${own} where ${belongs}`;
    const reach: Window = {
      groups: [sql`inner_groups`, sql`own_groups`],
      time: sql`time`,
      frame: 'leading',
      seconds: inner.seconds,
    };
    // The inner correlation's records, each with the occurrences that follow it in its group.
    return sql`select source_table, file_id, record, time, own_groups from (
      select *, ${dialect.count(reach, sql`is_occurrence`)} as occurrences from (
        select m.source_table, m.file_id, m.record, m.time, p.own_groups, p.inner_groups, false as is_occurrence
        from ${membersOf(detection)} m join (select distinct inner_groups, own_groups from ${own} where ${belongs}) p
          on m.own_groups = p.inner_groups
        union all
        select source_table, file_id, record, time, own_groups, inner_groups, true from ${own} where ${belongs}))
    where not is_occurrence and occurrences > 0`;
  });
  return sql`select distinct source_table, file_id, record, time, own_groups from (${join(parts, sql`\nunion all\n`)})`;
}
