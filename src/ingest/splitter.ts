import type { Rejection } from './spool.ts';

/** Where a splitter hands what it finds. Pieces are valid only during the call. */
export interface RecordSink {
  add(record: number, line: number, pieces: readonly Buffer[]): void;
  reject(rejection: Rejection): void;
}

/** Cuts a stream of UTF-8 bytes into records, in bounded memory whatever the bytes are. */
export interface Splitter {
  push(chunk: Buffer): void;
  /** Call once after the last chunk. */
  end(): void;
}

/** Number of line ends in a part of a buffer. */
export function countLines(buffer: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = buffer.indexOf(0x0a, start); at !== -1 && at < end; at = buffer.indexOf(0x0a, at + 1)) count += 1;
  return count;
}
