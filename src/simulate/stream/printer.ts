import { join } from 'node:path';
import type { Format } from '../format/format.ts';
import type { Agenda } from '../habit/agenda.ts';
import { kindOf } from '../habit/deed.ts';
import { dayMs, dayText } from '../population/day.ts';
import type { Population } from '../population/population.ts';
import type { LogName } from '../scenario/evidence.ts';
import { Filler } from './filler.ts';
import { createFile, OutFile } from './out-file.ts';
import type { Destination, Page } from './page-setter.ts';
import { PageSetter } from './page-setter.ts';

/** Writes days into files, each log in its format. */
export class Printer {
  readonly #out: string;
  readonly #setters: readonly PageSetter[];
  readonly #filler: Filler;
  readonly #names = new Set<string>();
  /** Deeds so far of each kind, so that leaving out a log changes nothing in the others. */
  readonly #serials: number[] = [];
  records = 0;
  files = 0;
  bytes = 0;

  constructor(out: string, population: Population, formats: Readonly<Partial<Record<LogName, Format>>>) {
    this.#out = out;
    this.#filler = new Filler(population);
    this.#setters = (Object.entries(formats) as [LogName, Format][]).map(
      ([log, format]) => new PageSetter(format, log, population),
    );
  }

  async print(agenda: Agenda): Promise<void> {
    const order = agenda.ordered();
    for (const setter of this.#setters) setter.startDay(agenda.day);
    this.#filler.startDay(agenda.day);
    const pages = this.#layOut(agenda, order);
    for (const destination of this.#destinations()) await this.#open(agenda.day, destination);
    let next = 0;
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] ?? 0;
      const kind = kindOf(agenda.codes[at] ?? 0);
      const serial = (this.#serials[kind] ?? 0) + 1;
      this.#serials[kind] = serial;
      let isFilled = false;
      for (const setter of this.#setters) {
        const page = pages[next];
        next += 1;
        if (page === undefined) continue;
        const { stencil, destination } = page;
        if (!isFilled || stencil.hasOddTimes) this.#filler.fill(agenda, at, serial, stencil.hasOddTimes);
        isFilled = true;
        const { file } = destination;
        if (file === undefined) await this.#writeAlone(agenda, at, setter, destination);
        else {
          if (!file.hasRoomFor(stencil)) await file.flush(stencil.most);
          file.add(stencil, this.#filler.values);
        }
      }
    }
    for (const destination of this.#destinations()) if (destination.kind.isCounted) await this.#close(destination);
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

  /** The page of each deed in each log, deed by deed; destinations learn what the day will bring them. */
  #layOut(agenda: Agenda, order: Float64Array): (Page | undefined)[] {
    const pages: (Page | undefined)[] = [];
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] ?? 0;
      for (const setter of this.#setters) {
        const page = setter.pageOf(agenda, at);
        pages.push(page);
        if (page === undefined) continue;
        const { destination } = page;
        destination.last = agenda.times[at] ?? 0;
        if (destination.count === 0) destination.first = destination.last;
        destination.count += 1;
      }
    }
    return pages;
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
  async #writeAlone(agenda: Agenda, at: number, setter: PageSetter, destination: Destination): Promise<void> {
    const name = this.#nameFor(agenda.day, destination);
    this.#names.add(name);
    const [file] = setter.writeAlone(agenda, at, this.#filler.values);
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
