import type { Format } from '../format/format.ts';
import type { RecordOf } from '../habit/agenda.ts';
import { Diary } from '../habit/agenda.ts';
import { toldCode } from '../habit/deed.ts';
import { live } from '../habit/live.ts';
import { rates } from '../habit/rate.ts';
import type { Watch, World } from '../habit/world.ts';
import { dayMs, dayNumber, dayText } from '../population/day.ts';
import { Draw } from '../population/draw.ts';
import type { Population } from '../population/population.ts';
import type { Evidence, LogName } from '../scenario/evidence.ts';
import { timeOf } from '../stencil/press.ts';
import { formatsFor } from './bundle.ts';
import { Printer } from './printer.ts';

export interface TenantOptions {
  /** A folder; it is made if need be, and no file in it is overwritten. */
  readonly out: string;
  /** A bundle, one of the writers, or several of them with commas. */
  readonly format: string;
  readonly population: Population;
  /** `YYYY-MM-DD`, in UTC. */
  readonly firstDay: string;
  readonly days: number;
  /** Mean number of sign-ins of a person on a working day; 8 unless given. */
  readonly activity?: number;
  /** Only these logs. */
  readonly logs?: readonly LogName[];
  readonly watch?: Watch | undefined;
  /** After each day, with what was written so far. */
  readonly onProgress?: (progress: { readonly day: string; readonly daysDone: number }) => void;
}

export interface Written {
  readonly records: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the life of a tenant, and among it the records that were told, day by day; memory depends on the size of the tenant alone.
 * The same options give the same bytes. Throws a {@link Fault} for an unknown format and for files that are there already, and a
 * RangeError for told records outside of the days.
 */
export async function writeTenant(options: TenantOptions, told: Evidence): Promise<Written> {
  const { logs } = options;
  const chosen = Object.entries(formatsFor(options.format)).filter(([log]) => logs?.includes(log as LogName) ?? true);
  return writeDays(options, Object.fromEntries(chosen), told);
}

/** The same with writers that need not be known by a name. */
export async function writeDays(
  options: Omit<TenantOptions, 'format'>,
  formats: Readonly<Partial<Record<LogName, Format>>>,
  told: Evidence,
): Promise<Written> {
  const { population, days, activity = rates.signInsPerWorkday } = options;
  const firstDay = dayNumber(options.firstDay);
  // A day earlier, so that those who are ahead of UTC have begun their first day.
  const diary = new Diary(firstDay - 1);
  const logs = new Set(Object.keys(formats) as LogName[]);
  const { watch } = options;
  const world: World = { population, diary, firstDay, days, activity, logs, watch, draw: new Draw() };
  const printer = new Printer(options.out, population, formats);
  const byDay = toldByDay(told, firstDay, days);
  live(world, firstDay - 1);
  diary.turn();
  try {
    for (let day = firstDay; day < firstDay + days; day += 1) {
      live(world, day);
      for (const { log, record, time } of byDay.get(day) ?? []) {
        if (logs.has(log)) diary.tell(time, [{ log, record }], toldCode);
      }
      const agenda = diary.turn();
      watch?.lived(agenda);
      await printer.print(agenda);
      options.onProgress?.({ day: dayText(day), daysDone: day - firstDay + 1 });
    }
    await printer.finish();
  } catch (error) {
    await printer.abandon();
    throw error;
  }
  return { records: printer.records, files: printer.files, bytes: printer.bytes };
}

interface Dated {
  readonly log: LogName;
  readonly record: RecordOf[LogName];
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** By day since 1970. */
export function toldByDay(told: Evidence, firstDay: number, days: number): Map<number, Dated[]> {
  const byDay = new Map<number, Dated[]>();
  for (const [log, records] of Object.entries(told) as [LogName, readonly RecordOf[LogName][]][]) {
    for (const record of records) {
      const time = Date.parse(timeOf(log, record));
      const day = Math.floor(time / dayMs);
      // `!(… )` so that no time at all is refused as well.
      if (!(day >= firstDay && day < firstDay + days))
        throw new RangeError(`a told record of ${timeOf(log, record)} is outside of the simulated days`);
      const known = byDay.get(day);
      if (known === undefined) byDay.set(day, [{ log, record, time }]);
      else known.push({ log, record, time });
    }
  }
  return byDay;
}
