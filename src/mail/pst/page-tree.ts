import { Unreadable } from '../unreadable.ts';
import { type PstFile, wideAt } from './pst-file.ts';

/** A page of one of the two trees (MS-PST 2.2.2.7.7). */
interface Page {
  readonly level: number;
  readonly count: number;
  readonly entryBytes: number;
  readonly bytes: Buffer;
}

/** Marks of the two trees at the end of their pages. */
export const blockPages = 0x80;
export const nodePages = 0x81;

/** Pages that are kept, some megabytes. */
const keptPages = 2048;

/** One of the two trees of a PST: that of the nodes or that of the blocks. */
export class PageTree {
  readonly #file: PstFile;
  readonly #mark: number;
  readonly #rootAt: number;
  readonly #pages = new Map<number, Page>();

  constructor(file: PstFile, mark: number, rootAt: number) {
    this.#file = file;
    this.#mark = mark;
    this.#rootAt = rootAt;
  }

  /** The entry of this key, undefined if there is none. */
  find(key: number): Buffer | undefined {
    let at = this.#rootAt;
    for (let above = Number.POSITIVE_INFINITY; ; ) {
      const page = this.#page(at);
      if (page.level >= above) throw new Unreadable('damaged', 'a tree of pages that runs in a circle');
      const index = this.#lastUpTo(page, key);
      if (index < 0) return undefined;
      const entry = entryAt(page, index);
      if (page.level === 0) return this.#keyOf(entry) === key ? entry : undefined;
      at = this.#childOf(entry);
      above = page.level;
    }
  }

  /** All entries in the order of their keys. A page that cannot be read is told and passed over; none is read twice. */
  *entries(onDamage: (detail: string) => void): Generator<Buffer> {
    const seen = new Set<number>();
    const open = [{ at: this.#rootAt, above: Number.POSITIVE_INFINITY }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next.at)) continue;
      seen.add(next.at);
      let page: Page;
      try {
        page = this.#page(next.at);
        if (page.level >= next.above) throw new Unreadable('damaged', 'a tree of pages that runs in a circle');
      } catch (error) {
        onDamage(error instanceof Error ? error.message : String(error));
        continue;
      }
      if (page.level === 0) for (let index = 0; index < page.count; index += 1) yield entryAt(page, index);
      else
        for (let index = page.count - 1; index >= 0; index -= 1)
          open.push({ at: this.#childOf(entryAt(page, index)), above: page.level });
    }
  }

  #page(at: number): Page {
    const kept = this.#pages.get(at);
    if (kept !== undefined) return kept;
    const { pageBytes, entriesBytes, isWide } = this.#file.layout;
    const bytes = this.#file.read(at, pageBytes);
    const is4k = pageBytes === 4096;
    const count = is4k ? bytes.readUInt16LE(entriesBytes) : (bytes[entriesBytes] ?? 0);
    const entryBytes = bytes[entriesBytes + (is4k ? 4 : 2)] ?? 0;
    const level = bytes[entriesBytes + (is4k ? 5 : 3)] ?? 0;
    const mark = bytes[is4k ? pageBytes - 24 : pageBytes - (isWide ? 16 : 12)];
    const smallest = isWide ? 24 : 12;
    if (mark !== this.#mark || entryBytes < smallest || count * entryBytes > entriesBytes)
      throw new Unreadable('damaged', `the page at ${at} is none of its tree`);
    const page = { level, count, entryBytes, bytes };
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size >= keptPages && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(at, page);
    return page;
  }

  #lastUpTo(page: Page, key: number): number {
    let low = 0;
    let high = page.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keyOf(entryAt(page, middle)) <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #keyOf(entry: Buffer): number {
    return this.#file.layout.isWide && this.#mark === blockPages ? wideAt(entry, 0) : entry.readUInt32LE(0);
  }

  #childOf(entry: Buffer): number {
    return this.#file.layout.isWide ? wideAt(entry, 16) : entry.readUInt32LE(8);
  }
}

function entryAt(page: Page, index: number): Buffer {
  return page.bytes.subarray(index * page.entryBytes, (index + 1) * page.entryBytes);
}
