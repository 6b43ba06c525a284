import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Unreadable } from '../unreadable.ts';

/** How a file's version lays out its pages and entries: https://learn.microsoft.com/openspecs/office_file_formats/ms-pst */
export interface PstLayout {
  /** Numbers of 64 bits in place of 32. */
  readonly isWide: boolean;
  readonly pageBytes: number;
  /** Bytes of a page that hold entries; what it says of them stands behind. */
  readonly entriesBytes: number;
  /** Bits of a heap's reference that number the item; the others number the block. */
  readonly heapIndexBits: number;
}

const ansi: PstLayout = { isWide: false, pageBytes: 512, entriesBytes: 496, heapIndexBits: 11 };
const unicode: PstLayout = { isWide: true, pageBytes: 512, entriesBytes: 488, heapIndexBits: 11 };
/** Offline folders since Outlook 2013. */
const unicode4k: PstLayout = { isWide: true, pageBytes: 4096, entriesBytes: 4056, heapIndexBits: 14 };

const layouts = new Map([
  [14, ansi],
  [15, ansi],
  [23, unicode],
  [36, unicode4k],
  [37, unicode4k],
]);

/** A PST or OST file, read here and there, synchronously because everything in it is many small steps. */
export class PstFile {
  readonly layout: PstLayout;
  readonly sizeBytes: number;
  readonly isPermuted: boolean;
  /** Where the pages at the top of both trees lie. */
  readonly nodeTreeAt: number;
  readonly blockTreeAt: number;
  readonly #descriptor: number;

  /** @throws Unreadable for what is no such file, or one whose bytes are hidden by the stronger method. */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      this.sizeBytes = fstatSync(this.#descriptor).size;
      const header = this.read(0, 564);
      if (header.toString('latin1', 0, 4) !== '!BDN') throw new Unreadable('damaged', 'no PST header');
      const version = header.readUInt16LE(10);
      const layout = layouts.get(version);
      if (layout === undefined) throw new Unreadable('unknown-format', `PST of version ${version}, which is not known`);
      const method = header[layout.isWide ? 513 : 461];
      if (method === 2)
        throw new Unreadable('encrypted', 'PST with "high encryption": save it as a new file with Outlook, without');
      this.layout = layout;
      this.isPermuted = method === 1;
      this.nodeTreeAt = layout.isWide ? wideAt(header, 224) : header.readUInt32LE(188);
      this.blockTreeAt = layout.isWide ? wideAt(header, 240) : header.readUInt32LE(196);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** @throws Unreadable where the file ends before. */
  read(offset: number, length: number): Buffer {
    if (offset < 0 || offset + length > this.sizeBytes)
      throw new Unreadable('damaged', `it ends at ${this.sizeBytes} bytes, before something at ${offset}`);
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const step = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (step === 0) throw new Unreadable('damaged', 'it ends too early');
      done += step;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A number of 64 bits. What is beyond the exact ones is an offset in no file that exists. */
export function wideAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}
