import { carriageReturn, newline, quote } from './byte.ts';
import { limits } from './limits.ts';
import { NumberedSink } from './numbered-sink.ts';
import { countLines, type RecordSink, type Splitter } from './splitter.ts';

/** Where the reader stands within a row. */
const atStart = 0;
const plain = 1;
const quoted = 2;
const afterQuote = 3;

/** The widest export known, a table of Log Analytics, has some hundred; the engine gets slow with thousands. */
const columnsAtMost = 5000;

/**
 * Rows of a CSV file with RFC 4180 quoting. Each row is handed on as it is, so that the engine takes off the quotes; a
 * row whose quoting is broken is rejected and reading goes on at the line after the one where it began.
 */
export class CsvSplitter implements Splitter {
  readonly #sink: NumberedSink;
  readonly #separator: number;
  #columns = 0;
  #onHeader: ((row: string) => number) | undefined;
  #line = 1;
  #state = atStart;
  #fields = 1;
  /** From the beginning of the row that is being read. */
  #row = Buffer.alloc(0);
  /** How much of the row has been looked at. */
  #seen = 0;
  #isSkipping = false;
  /** The header is no export's: nothing of the file is read. */
  #isRefused = false;

  /**
   * @param separator the column separator, one byte.
   * @param onHeader is given the first row and returns its number of columns.
   */
  constructor(sink: RecordSink, separator: string, onHeader: (row: string) => number) {
    this.#sink = new NumberedSink(sink);
    this.#separator = separator.charCodeAt(0);
    this.#onHeader = onHeader;
  }

  push(chunk: Buffer): void {
    if (this.#isRefused) return;
    this.#scan(this.#row.length === 0 ? chunk : Buffer.concat([this.#row, chunk]), false);
  }

  end(): void {
    if (this.#isRefused) return;
    this.#scan(this.#row, true);
  }

  #scan(text: Buffer, isLast: boolean): void {
    // The same bytes without the class around them: read twice as fast.
    const bytes = new Uint8Array(text.buffer, text.byteOffset, text.length);
    const separator = this.#separator;
    let start = 0;
    let at = this.#seen;
    let state = this.#state;
    let fields = this.#fields;
    const restart = (next: number): void => {
      start = next;
      at = next;
      state = atStart;
      fields = 1;
    };
    while (at < text.length && !this.#isRefused) {
      const byte = bytes[at];
      if (this.#isSkipping) {
        const end = text.indexOf(newline, at);
        if (end === -1) {
          restart(text.length);
          break;
        }
        // The line was counted when its beginning was rejected.
        this.#isSkipping = false;
        restart(end + 1);
        continue;
      }
      if (state === quoted) {
        while (at < bytes.length && bytes[at] !== quote) at += 1;
        if (at < text.length) {
          state = afterQuote;
          at += 1;
        }
        continue;
      }
      if (byte === newline) {
        this.#finish(text.subarray(start, at), fields);
        this.#line += countLines(text, start, at + 1);
        restart(at + 1);
        continue;
      }
      if (byte === separator) {
        fields += 1;
        state = atStart;
      } else if (byte === quote) {
        if (state === plain) state = plain;
        else state = quoted;
      } else if (state === afterQuote && byte !== carriageReturn) {
        if (byte === 0x20) {
          // A blank between the closing quote and the separator: some tools pad.
        } else {
          restart(this.#reject(text, start, 'broken quote'));
          continue;
        }
      } else if (state === atStart) state = plain;
      at += 1;
    }
    if (this.#isRefused) return;
    if (text.length - start > limits.recordBytes) {
      this.#reject(
        text,
        start,
        `row longer than ${limits.recordBytes / 1024 / 1024} MiB, or a quote that is never closed`,
      );
      this.#isSkipping = !text.subarray(start).includes(newline);
      const next = text.indexOf(newline, start);
      this.#row = Buffer.alloc(0);
      this.#seen = 0;
      this.#state = atStart;
      this.#fields = 1;
      if (next !== -1) this.#scan(text.subarray(next + 1), isLast);
      return;
    }
    if (isLast && start < text.length) {
      if (state === quoted) {
        const next = this.#reject(text, start, 'a quote is opened and never closed');
        this.#row = Buffer.alloc(0);
        this.#seen = 0;
        this.#state = atStart;
        this.#fields = 1;
        if (next < text.length) this.#scan(text.subarray(next), true);
        return;
      }
      this.#finish(text.subarray(start), fields);
      restart(text.length);
    }
    this.#row = Buffer.from(text.subarray(start));
    this.#seen = at - start;
    this.#state = state;
    this.#fields = fields;
  }

  /** Rejects the row that begins at `start`; returns where the next line begins. */
  #reject(text: Buffer, start: number, reason: string): number {
    this.#sink.reject(this.#line, reason, text.subarray(start));
    this.#line += 1;
    const next = text.indexOf(newline, start);
    return next === -1 ? text.length : next + 1;
  }

  #finish(row: Buffer, fields: number): void {
    const text = row.at(-1) === carriageReturn ? row.subarray(0, -1) : row;
    if (text.length === 0) return;
    if (this.#onHeader !== undefined) {
      // PowerShell's Export-Csv names the type first, spreadsheets the separator.
      if (/^"?(#TYPE |sep=)/i.test(text.subarray(0, 8).toString('latin1'))) return;
      if (fields > columnsAtMost) {
        this.#isRefused = true;
        this.#sink.reject(
          this.#line,
          `more than ${columnsAtMost.toLocaleString('en-US')} columns, no export that snowfence reads`,
          text,
        );
        return;
      }
      this.#columns = this.#onHeader(text.toString('utf8').replaceAll('\0', '\uFFFD'));
      this.#onHeader = undefined;
      return;
    }
    if (fields > this.#columns) {
      const counts = `${fields} columns where the header has ${this.#columns}`;
      this.#sink.reject(this.#line, `${counts}: quotes are missing, as after saving in a spreadsheet`, text);
      return;
    }
    this.#sink.add(this.#line, [text]);
  }
}
