import type { Dialect, Window } from '../../store/dialect.ts';
import { identifier, join, type Sql, sql, trusted } from '../../store/sql.ts';
import type { CorrelationPlan } from '../plan/correlation-plan.ts';
import { groupNames } from './correlation-events.ts';

/**
 * The events of an ordered correlation with `completes` and `belongs`. For every event it is worked out how late a chain
 * of the rules before it can begin at best, and how early one of the rules behind it can end: the event is part of a
 * chain if the two are near enough. Events of the same time may stand in any order.
 */
export function orderedOccurrences(plan: CorrelationPlan, events: Sql, dialect: Dialect): Sql {
  const last = plan.sources.length - 1;
  const time = sql`time`;
  const before: Window = { groups: groupNames(plan), time, frame: 'trailing' };
  const after: Window = { ...before, frame: 'leading' };
  let rows = events;
  for (let step = 0; step < last; step += 1) {
    const begin = step === 0 ? time : beginOf(step - 1);
    const best = dialect.aggregate('max', sql`case when ${isStep(step)} then ${begin} end`, before);
    rows = sql`select *, ${best} as ${beginOf(step)} from (${rows})`;
  }
  for (let step = last; step > 0; step -= 1) {
    const end = step === last ? time : endOf(step + 1);
    const best = dialect.aggregate('min', sql`case when ${isStep(step)} then ${end} end`, after);
    rows = sql`select *, ${best} as ${endOf(step)} from (${rows})`;
  }
  const span = plan.sources.map((_, step) => {
    const begin = step === 0 ? time : beginOf(step - 1);
    const end = step === last ? time : endOf(step + 1);
    return sql`when ${trusted(String(step))} then ${dialect.secondsBetween(begin, end)}`;
  });
  return sql`select *, belongs and ${isStep(last)} as completes from (
    select *, coalesce(case step ${join(span, sql` `)} end <= ${trusted(String(plan.seconds))}, false) as belongs from (${rows}))`;
}

function isStep(step: number): Sql {
  return sql`step = ${trusted(String(step))}`;
}

/** The latest beginning of a chain up to this step. */
function beginOf(step: number): Sql {
  return identifier(`begin ${step}`);
}

/** The earliest end of a chain from this step on. */
function endOf(step: number): Sql {
  return identifier(`end ${step}`);
}
