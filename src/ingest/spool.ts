import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { limits } from './limits.ts';

/** Something in a file that could not be read as a record. `record` and `line` count from 1. */
export interface Rejection {
  readonly record: number;
  readonly line: number;
  readonly reason: string;
  readonly sample: string;
}

/** Between the columns of a JSON spool: a control character, which JSON text cannot hold. */
export const separator = '\u001F';
const separatorByte = 0x1f;
const newlineByte = 0x0a;
const bufferBytes = 512 * 1024;

/**
 * A file on disk for the engine to read: one record a line as `number separator line separator text`, free of NUL, of
 * invalid UTF-8 and of line ends inside records. It is what makes every export, whatever its shape, the same to load.
 */
export class Spool {
  readonly path: string;
  /** Bytes written so far. */
  size = 0;
  records = 0;
  firstRecord = 0;
  lastRecord = 0;
  longestLine = 0;
  readonly #file: number;
  readonly #separator: number;
  readonly #reject: (rejection: Rejection) => void;
  #buffer = Buffer.allocUnsafe(bufferBytes);
  #used = 0;

  /**
   * @param columnSeparator one character; for CSV the file's own, so that the rest of the line stays as it is.
   */
  constructor(path: string, columnSeparator: string, reject: (rejection: Rejection) => void) {
    this.path = path;
    this.#separator = columnSeparator.charCodeAt(0);
    this.#reject = reject;
    this.#file = openSync(path, 'wx', 0o600);
  }

  /** Adds a record of one or more pieces; line ends in it become blanks. */
  add(record: number, line: number, pieces: readonly Buffer[]): void {
    let length = 0;
    for (const piece of pieces) length += piece.length;
    const head = `${record}${String.fromCharCode(this.#separator)}${line}${String.fromCharCode(this.#separator)}`;
    const needed = head.length + length + 1;
    if (this.#used + needed > this.#buffer.length) {
      this.#flush();
      if (needed > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(needed);
    }
    let at = this.#used + this.#buffer.write(head, this.#used, 'latin1');
    const start = at;
    for (const piece of pieces) {
      piece.copy(this.#buffer, at);
      at += piece.length;
    }
    const problem = this.#problem(start, at);
    if (problem !== undefined) {
      const sample = this.#buffer.subarray(start, Math.min(at, start + limits.rejectionSample)).toString('utf8');
      this.#reject({ record, line, reason: problem, sample: sample.replaceAll('\0', '\uFFFD') });
      return;
    }
    blankLineEnds(this.#buffer, start, at);
    this.#buffer[at] = newlineByte;
    this.#used = at + 1;
    this.size += needed;
    this.records += 1;
    if (this.firstRecord === 0) this.firstRecord = record;
    this.lastRecord = record;
    if (needed > this.longestLine) this.longestLine = needed;
  }

  #problem(start: number, end: number): string | undefined {
    const text = this.#buffer.subarray(start, end);
    if (text.includes(0)) return 'NUL byte in the record';
    if (this.#separator === separatorByte && text.includes(separatorByte)) return 'control character in the record';
    if (!isUtf8(text)) return 'invalid UTF-8 in the record';
    return undefined;
  }

  #flush(): void {
    for (let done = 0; done < this.#used; ) done += writeSync(this.#file, this.#buffer, done, this.#used - done);
    this.#used = 0;
  }

  /** Everything is on disk after this. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** Closes and removes it without writing what is still held. */
  abandon(): void {
    closeSync(this.#file);
    this.remove();
  }

  remove(): void {
    unlinkSync(this.path);
  }
}

function blankLineEnds(buffer: Buffer, start: number, end: number): void {
  const text = buffer.subarray(start, end);
  for (const byte of [0x0a, 0x0d]) {
    for (let at = text.indexOf(byte); at !== -1; at = text.indexOf(byte, at + 1)) text[at] = 0x20;
  }
}
