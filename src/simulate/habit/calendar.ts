import { dayText, weekdayOf } from '../population/day.ts';
import { Draw, mixAll } from '../population/draw.ts';
import type { Nature } from '../population/person.ts';
import { rates } from './rate.ts';

const holidays = new Set(['01-01', '05-01', '12-24', '12-25', '12-26', '12-31']);

const known = new Map<number, boolean>();

export function isWorkday(day: number): boolean {
  let isOne = known.get(day);
  if (isOne === undefined) {
    const weekday = weekdayOf(day);
    isOne = weekday !== 0 && weekday !== 6 && !holidays.has(dayText(day).slice(5));
    known.set(day, isOne);
  }
  return isOne;
}

/** Few people work between the years, and fewer in summer. */
export function seasonOf(day: number): number {
  const date = dayText(day).slice(5);
  if (date > '12-26' || date < '01-02') return 0.4;
  return date >= '07-15' && date <= '08-25' ? 0.85 : 1;
}

/** How much busier than usual a day is for everybody. */
export function tenantFactor(seed: number, day: number): number {
  return new Draw().restart(mixAll(seed, day, 0x646179)).factor(rates.dayVariation);
}

const absencePeriod = 120;

/** Whether somebody is on leave; and on the first day back, that they were. */
export function isOnLeave(seed: number, nature: Nature, day: number): boolean {
  const shifted = day + (mixAll(seed, nature.index, 3) % absencePeriod);
  const period = Math.floor(shifted / absencePeriod);
  const chance = mixAll(seed, nature.index, 4, period);
  const length = 5 + (chance % 12);
  const start = (chance >>> 8) % (absencePeriod - length);
  const within = shifted % absencePeriod;
  // Three of ten periods go without leave.
  return (chance >>> 20) % 10 < 7 && within >= start && within < start + length;
}

/** The first working day after leave or holidays. */
export function isBackToday(seed: number, nature: Nature, day: number): boolean {
  if (isOnLeave(seed, nature, day)) return false;
  let free = 0;
  let before = day - 1;
  while (free < 30 && (!isWorkday(before) || isOnLeave(seed, nature, before))) {
    free += 1;
    before -= 1;
  }
  return free > 2;
}

/** Days until somebody joins, counted from the first day of the simulation; those who would join later were there before. */
export function joinsAfter(seed: number, index: number): number {
  return Math.floor(mixAll(seed, index, 5) / 2 ** 32 / rates.joinPerDay);
}

/** Days since somebody's password expired last, and whether it ever does. */
export function daysSinceExpiry(seed: number, nature: Nature, day: number): number | undefined {
  const chance = mixAll(seed, nature.index, 6);
  if ((chance >>> 12) % 1_000 >= rates.expiryShare * 1_000) return undefined;
  return (day + (chance % rates.expiryDays)) % rates.expiryDays;
}
