import { dayMs } from '../population/day.ts';
import { Draw } from '../population/draw.ts';
import type { Nature } from '../population/person.ts';
import type { Population } from '../population/population.ts';
import type { LogName } from '../scenario/evidence.ts';
import type { Change } from '../scenario/make-audit.ts';
import type { Agenda, Diary } from './agenda.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Everything that habits know and write to. */
export interface World {
  readonly population: Population;
  readonly diary: Diary;
  /** Days since 1970. */
  readonly firstDay: number;
  readonly days: number;
  /** Mean number of sign-ins of a person on a working day. */
  readonly activity: number;
  /** Logs that somebody wants; what shows in others only may be left out. */
  readonly logs: ReadonlySet<LogName>;
  /** Who wants to know what becomes of the directory. */
  readonly watch?: Watch | undefined;
  /** Set anew for each person and day. */
  readonly draw: Draw;
}

/** Sees what happens, whatever logs are written. */
export interface Watch {
  changed(change: Change): void;
  /** A day that is over, of those that are written. */
  lived(agenda: Agenda): void;
}

/** One day of one person, in their own time. */
export interface PersonDay {
  readonly nature: Nature;
  readonly day: number;
  /** When their day begins, in milliseconds since 1970. */
  readonly midnight: number;
  readonly isWorkday: boolean;
  readonly whereabouts: Whereabouts;
}

export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** Midnight of somebody's day. */
export const midnightOf = (day: number, utcOffsetHours: number): number => day * dayMs - utcOffsetHours * hourMs;

/** A moment between two hours of somebody's day. */
export function momentBetween({ midnight }: PersonDay, draw: Draw, fromHour: number, toHour: number): number {
  return midnight + draw.between(fromHour, toHour) * hourMs;
}

/** Length of a working day with its break, in hours. */
export const workHours = 9;
