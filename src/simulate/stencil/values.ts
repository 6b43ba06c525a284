import type { Block } from './block.ts';
import { blockOf } from './block.ts';
import type { SlotName, Texts } from './slot.ts';
import { slot, slotNames } from './slot.ts';

const digitsAtMost = 16;

/** The values of one record, each a stretch of one long array of bytes. */
export class Values {
  #block: Block;
  /** By number of the slot. */
  readonly starts = new Int32Array(slotNames.length);
  readonly ends = new Int32Array(slotNames.length);
  readonly #position: number;
  readonly #count: number;
  #used = 0;

  /** @param size of all stretches that will be taken. */
  constructor(size: number) {
    this.#block = blockOf(new Uint8Array(size + 2 * digitsAtMost));
    this.#position = this.take(digitsAtMost);
    this.#count = this.take(digitsAtMost);
  }

  get block(): Block {
    return this.#block;
  }

  get bytes(): Uint8Array {
    return this.#block.bytes;
  }

  /** As many more bytes, for a table whose size is known only later. */
  extend(width: number): void {
    const longer = new Uint8Array(this.bytes.length + width);
    longer.set(this.bytes);
    this.#block = blockOf(longer);
  }

  /** Takes a stretch for good and gives its start. Throws a RangeError if there is none left. */
  take(width: number): number {
    const start = this.#used;
    this.#used += width;
    if (this.#used > this.bytes.length) throw new RangeError('no room for values');
    return start;
  }

  /** A stretch for good that is the value of one slot from now on, whatever is written into it. */
  own(name: SlotName, width: number): number {
    const start = this.take(width);
    this.point(slot[name] ?? 0, start, start + width);
    return start;
  }

  /** The value of a slot is what stands from `start` to before `end` when a stencil is filled. */
  point(slotNumber: number, start: number, end: number): void {
    this.starts[slotNumber] = start;
    this.ends[slotNumber] = end;
  }

  /** Writes text of one byte a character into a stretch of its own; gives the place behind it. */
  write(start: number, text: string): number {
    const { bytes } = this;
    for (let index = 0; index < text.length; index += 1) bytes[start + index] = text.charCodeAt(index);
    return start + text.length;
  }

  /** Which of the records of its file it is, and how many there are. */
  setPosition(position: number, count: number): void {
    this.point(slot.position, this.#position, this.write(this.#position, String(position)));
    this.point(slot.count, this.#count, this.write(this.#count, String(count)));
  }

  texts(): Texts {
    const buffer = Buffer.from(this.bytes.buffer);
    return Object.fromEntries(
      slotNames.map((name, index) => [name, buffer.toString('latin1', this.starts[index], this.ends[index])]),
    ) as Texts;
  }
}
