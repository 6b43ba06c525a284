import type { SlotName, Texts } from './slot.ts';
import { slot, slotNames } from './slot.ts';

const empty = new Uint8Array();

/** The values of one record as bytes, each a stretch of an array that somebody else owns. */
export class Values {
  readonly #sources: Uint8Array[] = slotNames.map(() => empty);
  readonly #starts = new Int32Array(slotNames.length);
  readonly #ends = new Int32Array(slotNames.length);

  /** From `start` to before `end`; the bytes are read when a stencil is filled. */
  set(slotNumber: number, source: Uint8Array, start: number, end: number): void {
    this.#sources[slotNumber] = source;
    this.#starts[slotNumber] = start;
    this.#ends[slotNumber] = end;
  }

  /** Writes a value; gives the place behind it. */
  copy(slotNumber: number, out: Uint8Array, at: number): number {
    const source = this.#sources[slotNumber] ?? empty;
    const end = this.#ends[slotNumber] ?? 0;
    let to = at;
    for (let from = this.#starts[slotNumber] ?? 0; from < end; from += 1, to += 1) out[to] = source[from] ?? 0;
    return to;
  }

  text(name: SlotName): string {
    const number = slot[name] ?? 0;
    const bytes = this.#sources[number] ?? empty;
    return Buffer.from(bytes.buffer, bytes.byteOffset).toString('utf8', this.#starts[number], this.#ends[number]);
  }

  texts(): Texts {
    return Object.fromEntries(slotNames.map((name) => [name, this.text(name)])) as Texts;
  }
}
