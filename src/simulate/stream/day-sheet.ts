import type { Agenda } from '../habit/agenda.ts';
import { kindOf } from '../habit/deed.ts';
import type { Page, PageSetter } from './page-setter.ts';

/** What one day brings, in the order in which it is written: one line for each record of each log. Laid out anew every day. */
export class DaySheet {
  lines = 0;
  /** By line: the number of the deed in the agenda, its number among those of its kind, and how it is written down. */
  deeds = new Int32Array(1_024);
  serials = new Int32Array(1_024);
  readonly pages: Page[] = [];
  readonly #setters: readonly PageSetter[];
  /** Deeds so far of each kind, so that leaving out a log changes nothing in the others. */
  readonly #counts = new Int32Array(kindsAtMost);

  constructor(setters: readonly PageSetter[]) {
    this.#setters = setters;
  }

  /** Destinations learn what the day will bring them. */
  layOut(agenda: Agenda): void {
    const order = agenda.ordered();
    this.lines = 0;
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] ?? 0;
      const kind = kindOf(agenda.codes[at] ?? 0);
      const serial = (this.#counts[kind] ?? 0) + 1;
      this.#counts[kind] = serial;
      for (let index = 0; index < this.#setters.length; index += 1) {
        const page = this.#setters[index]?.pageOf(agenda, at);
        if (page === undefined) continue;
        this.#add(at, serial, page);
        const { destination } = page;
        destination.last = agenda.times[at] ?? 0;
        if (destination.count === 0) destination.first = destination.last;
        destination.count += 1;
      }
    }
    this.pages.length = this.lines;
  }

  #add(deed: number, serial: number, page: Page): void {
    const line = this.lines;
    if (line === this.deeds.length) {
      this.deeds = twiceAsLong(this.deeds);
      this.serials = twiceAsLong(this.serials);
    }
    this.deeds[line] = deed;
    this.serials[line] = serial;
    this.pages[line] = page;
    this.lines += 1;
  }
}

const kindsAtMost = 16;

function twiceAsLong(column: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length * 2);
  longer.set(column);
  return longer;
}
