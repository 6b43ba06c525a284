import { limits } from './limits.ts';
import type { RecordSink } from './splitter.ts';

/** Numbers what a splitter finds, records and rejections alike, from 1. */
export class NumberedSink {
  readonly #sink: RecordSink;
  #record = 0;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  add(line: number, pieces: readonly Buffer[]): void {
    this.#record += 1;
    this.#sink.add(this.#record, line, pieces);
  }

  /** @param text what was rejected; the beginning of it is kept. */
  reject(line: number, reason: string, text: Buffer): void {
    this.#record += 1;
    const sample = text.toString('utf8', 0, limits.rejectionSample).replaceAll('\0', '\uFFFD');
    this.#sink.reject({ record: this.#record, line, reason, sample });
  }
}
