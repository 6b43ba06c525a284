import type { Instant } from '../../shape/instant.ts';
import type { Due, DueUnit } from './due.ts';
import { instantOf, wallTimeAt } from './zoned-time.ts';

/** What the times of a directive run from. What is unknown is undefined, and so is what depends on it. */
export interface Clock {
  readonly start: Instant | undefined;
  /** By how much fixed times are moved. */
  readonly shiftMilliseconds: number;
  readonly discovery: Instant | undefined;
  /** When a clause was done, or is due while it is not. */
  readonly clauseTime: (clause: string) => Instant | undefined;
  readonly holidays: ReadonlySet<string>;
}

const milliseconds: Readonly<Partial<Record<DueUnit, number>>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** The instant at which something is due; undefined as long as what it runs from is not known. */
export function dueTime(due: Due, clock: Clock): Instant | undefined {
  if (due.kind === 'fixed') return new Date(Date.parse(due.at) + clock.shiftMilliseconds).toISOString();
  const from =
    due.from === 'start' ? clock.start : due.from === 'discovery' ? clock.discovery : clock.clauseTime(due.from.clause);
  if (from === undefined) return undefined;
  const length = milliseconds[due.unit];
  const isOfDay = length === undefined || due.end !== undefined;
  if (!isOfDay || due.unit === 'minute' || due.unit === 'hour')
    return new Date(Date.parse(from) + due.amount * (length ?? 0)).toISOString();
  const zone = due.end?.zone ?? 'UTC';
  const wall = wallTimeAt(from, zone);
  const day = dayAfter(wall.day, due.amount, due.unit, clock.holidays);
  // Without an end the instant keeps its time of day, with seconds.
  if (due.end === undefined) return `${day}${from.slice(10)}`;
  return instantOf({ day, time: due.end.time }, zone);
}

function dayAfter(day: string, amount: number, unit: DueUnit, holidays: ReadonlySet<string>): string {
  if (unit === 'month') return monthsLater(day, amount);
  if (unit !== 'business day') return plusDays(day, unit === 'week' ? amount * 7 : amount);
  let current = day;
  for (let left = amount; left > 0; ) {
    current = plusDays(current, 1);
    const weekday = new Date(`${current}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(current)) left -= 1;
  }
  return current;
}

/** The same day of a later month, or its last day if it is shorter. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The day so many days later. */
function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
