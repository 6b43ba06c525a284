import { join } from 'node:path';
import { isRecordObject, type RecordObject } from '../source/spelling.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { DamagedContent } from './damage.ts';
import { decode } from './decode.ts';
import { JsonSplitter } from './json-splitter.ts';
import { headBytes, type Layout, layoutOf, parseRow } from './layout.ts';
import { limits } from './limits.ts';
import { LineSplitter } from './line-splitter.ts';
import { type Rejection, separator, Spool } from './spool.ts';
import type { RecordSink, Splitter } from './splitter.ts';

/** A part of a file on disk in the engine's reach, and what could not be read on the way. */
export interface Batch {
  readonly spool: Spool;
  /** Header of a CSV file, made unique; undefined for JSON. */
  readonly header: readonly string[] | undefined;
  readonly separator: string;
  /** The first records of the batch. */
  readonly samples: readonly RecordObject[];
}

const rejectionsHeld = 5000;

/**
 * Cuts the content of one file into batches of records. The same for every layout: lines, JSON in any arrangement, CSV.
 * Memory is bounded by the longest record and the buffers.
 */
export class RecordReader {
  readonly #chunks: AsyncIterable<Buffer>;
  readonly #folder: string;
  readonly #onRejections: (rejections: readonly Rejection[]) => Promise<void>;
  #rejections: Rejection[] = [];
  #spool: Spool | undefined;
  #spools = 0;
  #samples: RecordObject[] = [];
  #header: string[] | undefined;
  #separator = separator;

  /**
   * @param folder where batches are laid, one file at a time.
   * @param onRejections is given what could not be read, some thousand at a time, in order.
   */
  constructor(
    chunks: AsyncIterable<Buffer>,
    folder: string,
    onRejections: (rejections: readonly Rejection[]) => Promise<void>,
  ) {
    this.#chunks = chunks;
    this.#folder = folder;
    this.#onRejections = onRejections;
  }

  /** The caller removes each spool when it is done with it. Ends normally on damaged content: that is a rejection. */
  async *batches(): AsyncGenerator<Batch> {
    let splitter: Splitter | undefined;
    let head: Buffer[] = [];
    let headLength = 0;
    let isUnknown = false;
    const begin = (isWhole: boolean): void => {
      const start = Buffer.concat(head);
      head = [];
      const layout = layoutOf(start, isWhole);
      splitter = this.#splitterFor(layout);
      if (layout.kind === 'unknown')
        this.#reject({ record: 0, line: 0, reason: layout.reason, sample: printable(start) });
      isUnknown = splitter === undefined;
      splitter?.push(start);
    };
    try {
      for await (const chunk of decode(this.#chunks)) {
        // An unknown file is still read to its end: its hash is evidence.
        if (isUnknown) continue;
        if (splitter === undefined) {
          head.push(Buffer.from(chunk));
          headLength += chunk.length;
          if (headLength >= headBytes) begin(false);
        } else splitter.push(chunk);
        if (this.#spool !== undefined && isFull(this.#spool, this.#spools === 1)) yield this.#takeBatch(this.#spool);
        if (this.#rejections.length >= rejectionsHeld) await this.#handOverRejections();
      }
      if (splitter === undefined && !isUnknown) begin(true);
      splitter?.end();
    } catch (error) {
      if (!(error instanceof DamagedContent)) throw error;
      if (splitter === undefined && headLength > 0) begin(true);
      splitter?.end();
      this.#reject({ record: 0, line: 0, reason: error.message, sample: '' });
    }
    if (this.#spool !== undefined) yield this.#takeBatch(this.#spool);
    await this.#handOverRejections();
  }

  /** Removes what an interrupted reading has left. */
  discard(): void {
    if (this.#spool === undefined) return;
    this.#spool.abandon();
    this.#spool = undefined;
  }

  #splitterFor(layout: Layout): Splitter | undefined {
    const sink: RecordSink = {
      add: (record, line, pieces) => this.#add(record, line, pieces),
      reject: (rejection) => this.#reject(rejection),
    };
    switch (layout.kind) {
      case 'lines':
        return new LineSplitter(sink);
      case 'json':
        return new JsonSplitter(sink);
      case 'csv':
        this.#separator = layout.separator;
        return new CsvSplitter(sink, layout.separator, (row) => {
          this.#header = uniqueNames(parseRow(row, layout.separator));
          return this.#header.length;
        });
      case 'empty':
      case 'unknown':
        return undefined;
    }
  }

  #add(record: number, line: number, pieces: readonly Buffer[]): void {
    if (this.#spool === undefined) {
      this.#spools += 1;
      const path = join(this.#folder, `batch-${this.#spools}.txt`);
      this.#spool = new Spool(path, this.#separator, (rejection) => this.#reject(rejection));
    }
    this.#spool.add(record, line, pieces);
    if (this.#samples.length < limits.samples) {
      const sample = this.#parse(Buffer.concat(pieces).toString('utf8'));
      if (sample !== undefined) this.#samples.push(sample);
    }
  }

  #parse(text: string): RecordObject | undefined {
    if (this.#header !== undefined) {
      const cells = parseRow(text, this.#separator);
      return Object.fromEntries(this.#header.map((name, column) => [name, cells[column] ?? null]));
    }
    try {
      const value: unknown = JSON.parse(text);
      return isRecordObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  #reject(rejection: Rejection): void {
    this.#rejections.push(rejection);
  }

  async #handOverRejections(): Promise<void> {
    const rejections = this.#rejections;
    this.#rejections = [];
    if (rejections.length > 0) await this.#onRejections(rejections);
  }

  #takeBatch(spool: Spool): Batch {
    spool.close();
    const batch = { spool, header: this.#header, separator: this.#separator, samples: this.#samples };
    this.#spool = undefined;
    this.#samples = [];
    return batch;
  }
}

/**
 * Everything within a record is taken apart in memory: of long ones a text holds fewer. And the engine should not wait for long
 * until it has something to do.
 */
function isFull({ size, longestLine }: Spool, isFirst: boolean): boolean {
  return size >= (isFirst || longestLine > limits.longLineBytes ? limits.smallSpoolBytes : limits.spoolBytes);
}

/** Names of columns as the engine needs them: not empty, none twice (without regard to case). */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = name.trim() === '' ? `column ${index + 1}` : name;
    let unique = wanted;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${wanted} (${count})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function printable(text: Buffer): string {
  return text
    .subarray(0, limits.rejectionSample)
    .toString('utf8')
    .replaceAll(/\p{Cc}/gu, '\uFFFD');
}
