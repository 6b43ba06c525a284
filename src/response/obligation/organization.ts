import type { Instant } from '../../shape/instant.ts';
import type { Clause } from '../directive/directive.ts';
import type { Application, Clocks } from './clocks.ts';

const week = 7 * 86_400_000;

/** What a clause asks of the organization as a whole. */
export interface Duty {
  /** Of what repeats: the one that counts now. Undefined while it is not known from when the time runs. */
  readonly due: Instant | undefined;
  /** When it was done; of what repeats, the last time. */
  readonly done: Instant | undefined;
  readonly isDone: boolean;
  readonly isLate: boolean;
  readonly isOverdue: boolean;
  /** Of what repeats: times that passed without anything being done. */
  readonly missed: readonly Instant[];
}

/**
 * @param completed when the last credential was done with; undefined while there is work left. What repeats ends with the first
 * report after that.
 */
export function dutyOf(clause: Clause, { now }: Application, clocks: Clocks, completed: Instant | undefined): Duty {
  const times = clocks.timesOf(clause.id).filter((time) => time <= now);
  const due = clocks.dueOfOrganization(clause);
  if (clause.isWeekly) return weeklyDuty(due, times, now, completed);
  const [done] = times;
  return {
    due,
    done,
    isDone: done !== undefined,
    isLate: done !== undefined && due !== undefined && done > due,
    isOverdue: done === undefined && due !== undefined && now >= due,
    missed: [],
  };
}

/** A report counts for the week that ends with the next due time. */
function weeklyDuty(
  first: Instant | undefined,
  times: readonly Instant[],
  now: Instant,
  completed: Instant | undefined,
): Duty {
  const done = times.at(-1);
  const isDone = completed !== undefined && done !== undefined && done >= completed;
  if (first === undefined) return { due: first, done, isDone, isLate: false, isOverdue: false, missed: [] };
  const start = Date.parse(first);
  const end = Date.parse(isDone ? done : now);
  const reported = times.map((time) => Math.max(0, Math.ceil((Date.parse(time) - start) / week)));
  const covered = new Set(reported);
  const passed = end < start ? 0 : Math.floor((end - start) / week) + 1;
  const missed = Array.from({ length: passed }, (_, index) => index).filter((index) => !covered.has(index));
  const at = (index: number): Instant => new Date(start + index * week).toISOString();
  // What was reported since the last due time covers the week that runs, so that the one after it is next.
  const isOverdue = !isDone && missed.includes(passed - 1) && !covered.has(passed);
  const next = isOverdue ? passed - 1 : covered.has(passed) ? passed + 1 : passed;
  return { due: isDone ? undefined : at(next), done, isDone, isLate: false, isOverdue, missed: missed.map(at) };
}
