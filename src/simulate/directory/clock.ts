import type { Instant } from '../../shape/instant.ts';
import { dayMs } from '../population/day.ts';

/** The end of the simulated time, which is when the directory was exported, and how it is counted back from. */
export class Clock {
  /** Milliseconds since 1970: midnight of the first day, and after the last. */
  readonly begin: number;
  readonly end: number;

  constructor(firstDay: string, days: number) {
    this.begin = Date.parse(`${firstDay}T00:00:00.000Z`);
    this.end = this.begin + days * dayMs;
  }

  /** So many days before the export. */
  ago(days: number): Instant {
    return instantOf(this.end - days * dayMs);
  }

  /** So many days before the first day. */
  before(days: number): Instant {
    return instantOf(this.begin - days * dayMs);
  }

  /** So many days after the export. */
  in(days: number): Instant {
    return instantOf(this.end + days * dayMs);
  }
}

/** To the second, as the directory has it. */
export const instantOf = (time: number): Instant => new Date(Math.floor(time / 1000) * 1000).toISOString();
