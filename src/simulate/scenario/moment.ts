import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';

const minute = 60_000;

/** A moment on a day (`2023-12-04`) within the hours given (UTC, `17.5` is half past five), to the millisecond. */
export function momentWithin(random: Random, day: string, fromHour: number, toHour: number): Instant {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  return new Date(start + Math.floor((fromHour + random.next() * (toHour - fromHour)) * 60 * minute)).toISOString();
}

export function later(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + Math.floor(minutes * minute)).toISOString();
}
