import { join } from 'node:path';
import type { Agenda } from '../habit/agenda.ts';
import { kindOf } from '../habit/deed.ts';
import { dayMs, dayText } from '../population/day.ts';
import type { Population } from '../population/population.ts';
import type { Format } from '../format/format.ts';
import type { LogName } from '../scenario/evidence.ts';
import type { FileKind } from '../stencil/press.ts';
import { Filler } from './filler.ts';
import { createFile, OutFile } from './out-file.ts';
import type { Page } from './page-setter.ts';
import { PageSetter } from './page-setter.ts';

/** Records of one day that go into files of one kind. */
interface Batch {
  readonly setter: PageSetter;
  count: number;
  first: number;
  last: number;
}

/** Writes days into files, each log in its format. */
export class Printer {
  readonly #out: string;
  readonly #setters: readonly PageSetter[];
  readonly #filler: Filler;
  readonly #open = new Map<FileKind, OutFile>();
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
    const batches = this.#batchesOf(agenda, order);
    for (const [kind, batch] of batches) await this.#prepare(agenda.day, kind, batch);
    const { values } = this.#filler;
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] ?? 0;
      const kind = kindOf(agenda.codes[at] ?? 0);
      const serial = (this.#serials[kind] ?? 0) + 1;
      this.#serials[kind] = serial;
      let isFilled = false;
      for (const setter of this.#setters) {
        const page = setter.pageOf(agenda, at);
        if (page === undefined) continue;
        const { stencil } = page;
        if (!isFilled || stencil.hasOddTimes) this.#filler.fill(agenda, at, serial, stencil.hasOddTimes);
        isFilled = true;
        const file = this.#open.get(page.kind);
        if (file === undefined) {
          await this.#writeAlone(agenda, at, setter, page, batches.get(page.kind));
          continue;
        }
        if (!file.hasRoomFor(stencil)) await file.flush(stencil.most);
        file.add(stencil, values);
      }
    }
    for (const [kind] of batches) if (kind.isCounted) await this.#close(kind);
  }

  async finish(): Promise<void> {
    for (const kind of this.#open.keys()) await this.#close(kind);
  }

  /** Closes what is open, as it is, after something went wrong. */
  async abandon(): Promise<void> {
    for (const file of this.#open.values()) await file.abandon();
    this.#open.clear();
  }

  #batchesOf(agenda: Agenda, order: Float64Array): Map<FileKind, Batch> {
    const batches = new Map<FileKind, Batch>();
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] ?? 0;
      const time = agenda.times[at] ?? 0;
      for (const setter of this.#setters) {
        const kind = setter.pageOf(agenda, at)?.kind;
        if (kind === undefined) continue;
        const batch = batches.get(kind);
        if (batch === undefined) batches.set(kind, { setter, count: 1, first: time, last: time });
        else {
          batch.count += 1;
          batch.last = time;
        }
      }
    }
    return batches;
  }

  /** Opens the file that the day's records of a kind go into, unless the one that is open goes on. */
  async #prepare(day: number, kind: FileKind, batch: Batch): Promise<void> {
    const name = this.#nameFor(day, kind, batch);
    const open = this.#open.get(kind);
    if (open?.name === name) return;
    if (open !== undefined) await this.#close(kind);
    if (kind.isAloneSpecial && batch.count === 1) return;
    this.#names.add(name);
    this.#open.set(kind, await OutFile.create(join(this.#out, name), name, kind, batch.count));
  }

  #nameFor(day: number, kind: FileKind, { setter, first, last }: Batch): string {
    const instant = (time: number) => new Date(day * dayMs + time).toISOString();
    const name = setter.nameOf(kind, instant(first), instant(last));
    // A tool that counts its records makes a file for each search, and gives them all the same name.
    return kind.isCounted && this.#names.has(name) ? `${dayText(day)}/${name}` : name;
  }

  /** A record that is alone in its file is laid out in a way of its own, which only the writer knows. */
  async #writeAlone(agenda: Agenda, at: number, setter: PageSetter, { kind }: Page, batch: Batch | undefined) {
    if (batch === undefined) return;
    const name = this.#nameFor(agenda.day, kind, batch);
    this.#names.add(name);
    const [file] = setter.writeAlone(agenda, at, this.#filler.values);
    const handle = await createFile(join(this.#out, name));
    await handle.writeFile(file?.bytes ?? '');
    await handle.close();
    this.records += 1;
    this.files += 1;
    this.bytes += file?.bytes.length ?? 0;
  }

  async #close(kind: FileKind): Promise<void> {
    const file = this.#open.get(kind);
    if (file === undefined) return;
    this.#open.delete(kind);
    await file.finish();
    this.records += file.records;
    this.files += 1;
    this.bytes += file.bytes;
  }
}
