import type { Format, WrittenFile } from '../../src/simulate/format/format.ts';
import { Diary, type RecordOf } from '../../src/simulate/habit/agenda.ts';
import { kindOf, toldCode } from '../../src/simulate/habit/deed.ts';
import { live } from '../../src/simulate/habit/live.ts';
import { dayNumber, dayText } from '../../src/simulate/population/day.ts';
import { Draw } from '../../src/simulate/population/draw.ts';
import type { Population } from '../../src/simulate/population/population.ts';
import type { Evidence, LogName } from '../../src/simulate/scenario/evidence.ts';
import { allNeeds } from '../../src/simulate/stencil/need.ts';
import { pageSize } from '../../src/simulate/stencil/press.ts';
import { Filler } from '../../src/simulate/stream/filler.ts';
import { PageSetter } from '../../src/simulate/stream/page-setter.ts';
import { toldByDay } from '../../src/simulate/stream/write-tenant.ts';

type AnyRecord = RecordOf[LogName];

/** The records of each day as objects with all their values, without a stencil. */
export function recordsOfDays(
  population: Population,
  format: Format,
  log: LogName,
  firstDay: string,
  days: number,
  activity: number,
  told: Evidence,
): Map<string, AnyRecord[]> {
  const first = dayNumber(firstDay);
  const diary = new Diary(first - 1);
  const logs = new Set<LogName>([log]);
  const world = { population, diary, firstDay: first, days, activity, logs, draw: new Draw() };
  const setter = new PageSetter(format, log, population);
  const filler = new Filler(population);
  const serials: number[] = [];
  const toldOn = toldByDay(told, first, days);
  live(world, first - 1);
  diary.turn();
  const byDay = new Map<string, AnyRecord[]>();
  for (let day = first; day < first + days; day += 1) {
    live(world, day);
    for (const { record, time, log: its } of toldOn.get(day) ?? [])
      if (its === log) diary.tell(time, [{ log, record }], toldCode);
    const agenda = diary.turn();
    setter.startDay(day);
    filler.startDay(day);
    const records: AnyRecord[] = [];
    for (const at of agenda.ordered()) {
      const kind = kindOf(agenda.codes[at] ?? 0);
      const serial = (serials[kind] ?? 0) + 1;
      serials[kind] = serial;
      if (setter.pageOf(agenda, at) === undefined) continue;
      filler.fill(agenda, at, serial, allNeeds);
      records.push(setter.fullRecord(agenda, at, filler.values));
    }
    byDay.set(dayText(day), records);
  }
  return byDay;
}

/** The files that the writer itself makes of all these records: one for all days, unless their names differ. */
export function filesOf(
  format: Format,
  log: LogName,
  tenantId: string,
  byDay: ReadonlyMap<string, AnyRecord[]>,
): Map<string, Uint8Array> {
  const write = format[log] as (records: readonly AnyRecord[], options: object) => WrittenFile[];
  // The tool's own pages, but for the formats whose pages name each other or count.
  const options = {
    tenantId,
    pageSize: ['graph-concatenated-arrays', 'diagnostic-records'].includes(format.id) ? pageSize : 1e9,
  };
  const files = new Map<string, Uint8Array>();
  const days = [...byDay].map(([day, records]) => ({ day, written: write(records, options) }));
  const isCounted = ['search-csv', 'search-json'].includes(format.id);
  const times = (name: string) => days.filter(({ written }) => written.some((file) => file.name === name)).length;
  for (const { day, written } of days) {
    for (const file of written) {
      if (times(file.name) === 1 || !files.has(file.name)) files.set(file.name, file.bytes);
      else if (isCounted) files.set(`${day}/${file.name}`, file.bytes);
    }
  }
  if (!isCounted) {
    for (const file of write([...byDay.values()].flat(), options))
      if (times(file.name) > 1) files.set(file.name, file.bytes);
  }
  return files;
}
