import { join } from 'node:path';
import type { Format } from '../format/format.ts';
import type { Agenda } from '../habit/agenda.ts';
import { dayMs, dayText } from '../population/day.ts';
import type { Population } from '../population/population.ts';
import type { LogName } from '../scenario/evidence.ts';
import { allNeeds } from '../stencil/need.ts';
import { DaySheet } from './day-sheet.ts';
import { Filler } from './filler.ts';
import { createFile, OutFile } from './out-file.ts';
import type { Destination } from './page-setter.ts';
import { PageSetter } from './page-setter.ts';

/** Writes days into files, each log in its format. */
export class Printer {
  readonly #out: string;
  readonly #setters: readonly PageSetter[];
  readonly #filler: Filler;
  readonly #sheet: DaySheet;
  readonly #names = new Set<string>();
  records = 0;
  files = 0;
  bytes = 0;

  constructor(out: string, population: Population, formats: Readonly<Partial<Record<LogName, Format>>>) {
    this.#out = out;
    this.#filler = new Filler(population);
    this.#setters = (Object.entries(formats) as [LogName, Format][]).map(
      ([log, format]) => new PageSetter(format, log, population),
    );
    this.#sheet = new DaySheet(this.#setters);
  }

  async print(agenda: Agenda): Promise<void> {
    for (const setter of this.#setters) setter.startDay(agenda.day);
    this.#filler.startDay(agenda.day);
    this.#sheet.layOut(agenda);
    for (const destination of this.#destinations()) await this.#open(agenda.day, destination);
    const { lines, pages } = this.#sheet;
    for (let line = this.#printFrom(agenda, 0); line < lines; line = this.#printFrom(agenda, line)) {
      const page = pages[line];
      if (page === undefined) break;
      const { stencil, destination } = page;
      if (destination.file !== undefined) await destination.file.flush(stencil.most);
      else {
        this.#fill(agenda, line, allNeeds);
        await this.#writeAlone(agenda, line, destination);
        line += 1;
      }
    }
    for (const destination of this.#destinations()) if (destination.kind.isCounted) await this.#close(destination);
  }

  /** Prints lines up to the first that has no file, or no room in it; gives its number. Apart, because waiting in here is slow. */
  #printFrom(agenda: Agenda, start: number): number {
    const { lines, pages, deeds } = this.#sheet;
    const { values } = this.#filler;
    let filled = -1;
    let met = 0;
    for (let line = start; line < lines; line += 1) {
      const page = pages[line];
      if (page === undefined) return line;
      const { stencil, destination } = page;
      const { file } = destination;
      if (file === undefined || !file.hasRoomFor(stencil)) return line;
      const deed = deeds[line] ?? 0;
      if (deed !== filled || (stencil.needs & ~met) !== 0) {
        met = deed === filled ? met | stencil.needs : stencil.needs;
        filled = deed;
        this.#fill(agenda, line, met);
      }
      file.add(stencil, values);
    }
    return lines;
  }

  #fill(agenda: Agenda, line: number, needs: number): void {
    const { deeds, serials } = this.#sheet;
    this.#filler.fill(agenda, deeds[line] ?? 0, serials[line] ?? 0, needs);
  }

  async finish(): Promise<void> {
    for (const destination of this.#destinations()) await this.#close(destination);
  }

  /** Closes what is open, as it is, after something went wrong. */
  async abandon(): Promise<void> {
    for (const { file } of this.#destinations()) await file?.abandon();
  }

  #destinations(): Destination[] {
    return this.#setters.flatMap((setter) => [...setter.destinations.values()]);
  }

  /** Opens the file that the day's records go into, unless the one that is open goes on. */
  async #open(day: number, destination: Destination): Promise<void> {
    const { kind, count, file } = destination;
    if (count === 0) return;
    const name = this.#nameFor(day, destination);
    if (file?.name === name) return;
    await this.#close(destination);
    if (kind.isAloneSpecial && count === 1) return;
    this.#names.add(name);
    destination.file = await OutFile.create(join(this.#out, name), name, kind, count);
  }

  #nameFor(day: number, { setter, kind, first, last }: Destination): string {
    const instant = (time: number) => new Date(day * dayMs + time).toISOString();
    const name = setter.nameOf(kind, instant(first), instant(last));
    // A tool that counts its records makes a file for each search, and gives them all the same name.
    return kind.isCounted && this.#names.has(name) ? `${dayText(day)}/${name}` : name;
  }

  /** A record that is alone in its file is laid out in a way of its own, which only the writer knows. */
  async #writeAlone(agenda: Agenda, line: number, destination: Destination): Promise<void> {
    const at = this.#sheet.deeds[line] ?? 0;
    const name = this.#nameFor(agenda.day, destination);
    this.#names.add(name);
    const [file] = destination.setter.writeAlone(agenda, at, this.#filler.values);
    const handle = await createFile(join(this.#out, name));
    await handle.writeFile(file?.bytes ?? '');
    await handle.close();
    this.records += 1;
    this.files += 1;
    this.bytes += file?.bytes.length ?? 0;
  }

  async #close(destination: Destination): Promise<void> {
    const { file } = destination;
    if (file === undefined) return;
    destination.file = undefined;
    await file.finish();
    this.records += file.records;
    this.files += 1;
    this.bytes += file.bytes;
  }
}
