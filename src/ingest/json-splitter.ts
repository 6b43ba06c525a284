import { limits } from './limits.ts';
import { countLines, type RecordSink, type Splitter } from './splitter.ts';

const quote = 0x22;
const backslash = 0x5c;
const braceOpen = 0x7b;
const braceClose = 0x7d;
const bracketOpen = 0x5b;
const bracketClose = 0x5d;

/** Keys under which pages and batches hold their records: Graph, event hub. */
const listKeys = new Set(['value', 'records']);
/** A page has only these in front of its list, a record never. */
const isPageKey = (key: string): boolean => key.startsWith('@') || key.startsWith('odata.');

/** What a splitter is inside of, outside records; `single` is a page's list of one that became an object. */
type Outer = 'list' | 'single' | 'page';

/** How often a file may be taken up again after a record whose brackets do not match. */
const recoveriesAtMost = 100;

/**
 * Any arrangement of JSON values: lists, pages (`{"value":[…]}`, `{"records":[…]}`), several of them in one file,
 * objects one after the other, over as many lines as they like. Follows only strings and brackets; whether a record is
 * valid JSON is left to the engine.
 */
export class JsonSplitter implements Splitter {
  readonly #sink: RecordSink;
  readonly #outer: Outer[] = [];
  #record = 0;
  #line = 1;
  #isInString = false;
  #isEscaped = false;
  /** Of the record that is being read; 0 outside records. In a page that has ended its list: depth of the rest to skip. */
  #depth = 0;
  #pieces: Buffer[] = [];
  #length = 0;
  #recordLine = 0;
  #problem: string | undefined;
  /** Bytes of the string at depth 1 that was read last: the key, if a value follows. */
  #key = '';
  #keyPieces: Buffer[] = [];
  #pageKeysOnly = true;
  #isValue = false;
  #skipped: { line: number; sample: string } | undefined;
  /** First key of the first record: where a record may begin again after a broken one. */
  #firstKey: string | undefined;
  #recoveries = 0;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    let at = 0;
    let counted = 0;
    const lineAt = (position: number): number => {
      this.#line += countLines(chunk, counted, position);
      counted = position;
      return this.#line;
    };
    while (at < chunk.length) at = this.#depth > 0 ? this.#inside(chunk, at) : this.#outside(chunk, at, lineAt);
    lineAt(chunk.length);
  }

  end(): void {
    if (this.#depth > 0 && this.#outer.at(-1) !== 'page') {
      if (this.#problem === undefined && this.#recover()) {
        this.end();
        return;
      }
      this.#problem ??= 'the file ends inside this record';
      this.#finish();
    } else if (this.#outer.length > 0) {
      this.#reportSkipped();
      this.#rejectHere('the file ends before its list is closed: records may be missing after this one', '');
    }
    this.#reportSkipped();
  }

  /** Between records. */
  #outside(chunk: Buffer, from: number, lineAt: (position: number) => number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at];
      switch (byte) {
        case 0x20:
        case 0x0a:
        case 0x0d:
        case 0x09:
        case 0x2c:
          break;
        case bracketOpen:
          this.#reportSkipped();
          if (this.#outer.length < limits.depth) this.#outer.push('list');
          break;
        case bracketClose:
          this.#reportSkipped();
          if (this.#outer.at(-1) === 'list') this.#outer.pop();
          if (this.#outer.at(-1) === 'page') {
            // The list of a page has ended: what follows up to its closing brace is no record.
            this.#depth = 1;
            return at + 1;
          }
          break;
        case braceOpen:
          this.#reportSkipped();
          this.#begin(lineAt(at));
          return this.#inside(chunk, at + 1, at);
        default:
          this.#skipped ??= { line: lineAt(at), sample: chunk.subarray(at, at + limits.rejectionSample).toString('utf8') };
      }
    }
    return chunk.length;
  }

  #begin(line: number): void {
    this.#depth = 1;
    this.#recordLine = line;
    this.#pieces = [];
    this.#length = 0;
    this.#problem = undefined;
    this.#key = '';
    this.#keyPieces = [];
    this.#pageKeysOnly = true;
    this.#isValue = false;
    this.#isInString = false;
    this.#isEscaped = false;
  }

  /** Inside a record, or in the rest of a page. `start` is where the record begins in this chunk. */
  #inside(chunk: Buffer, from: number, start = from): number {
    const isPageRest = this.#outer.at(-1) === 'page';
    const end = chunk.length;
    let depth = this.#depth;
    let isInString = this.#isInString;
    let at = from;
    if (isInString && this.#isEscaped && at < end) {
      at += 1;
      this.#isEscaped = false;
    }
    let stringStart = at;
    while (at < end) {
      const byte = chunk[at];
      if (isInString) {
        if (byte === backslash) {
          at += 2;
          continue;
        }
        if (byte === quote) {
          isInString = false;
          if (depth === 1 && !this.#isValue) this.#endKey(chunk.subarray(stringStart, at));
        }
        at += 1;
        continue;
      }
      switch (byte) {
        case quote:
          isInString = true;
          stringStart = at + 1;
          break;
        case 0x3a:
          if (depth === 1) this.#isValue = true;
          break;
        case 0x2c:
          if (depth === 1) this.#isValue = false;
          break;
        case braceOpen:
        case bracketOpen:
          if (depth === 1 && !isPageRest && this.#isPageList()) {
            this.#outer.push('page');
            this.#outer.push(byte === bracketOpen ? 'list' : 'single');
            this.#depth = 0;
            this.#isInString = false;
            return byte === bracketOpen ? at + 1 : at;
          }
          depth += 1;
          if (depth > limits.depth) this.#problem ??= `nested deeper than ${limits.depth} levels`;
          break;
        case braceClose:
        case bracketClose:
          depth -= 1;
          if (depth === 0) {
            this.#depth = 0;
            this.#isInString = false;
            if (isPageRest) this.#outer.pop();
            else {
              this.#keep(chunk, start, at + 1, false);
              this.#finish();
            }
            if (this.#outer.at(-1) === 'single') {
              this.#outer.pop();
              this.#depth = 1;
            }
            return at + 1;
          }
          break;
        default:
      }
      at += 1;
    }
    this.#depth = depth;
    this.#isInString = isInString;
    this.#isEscaped = at > end;
    if (isInString && depth === 1 && !this.#isValue) this.#keyPieces.push(Buffer.from(chunk.subarray(Math.min(stringStart, end), end)));
    if (!isPageRest) this.#keep(chunk, start, end, true);
    if (this.#length > limits.recordBytes && this.#problem === undefined && !this.#recover()) {
      this.#problem = `record longer than ${limits.recordBytes / 1024 / 1024} MiB`;
    }
    return end;
  }

  #endKey(tail: Buffer): void {
    const whole = this.#keyPieces.length === 0 ? tail : Buffer.concat([...this.#keyPieces, tail]);
    this.#keyPieces = [];
    if (this.#key !== '') this.#pageKeysOnly &&= isPageKey(this.#key);
    this.#firstKey ??= whole.toString('latin1').slice(0, 64);
    this.#key = whole.length > 64 ? 'too long for a page' : whole.toString('latin1').toLowerCase();
  }

  #isPageList(): boolean {
    return this.#isValue && this.#pageKeysOnly && listKeys.has(this.#key);
  }

  #keep(chunk: Buffer, start: number, end: number, isMore: boolean): void {
    this.#length += end - start;
    if (this.#problem !== undefined && this.#pieces.length > 0) return;
    const piece = chunk.subarray(start, end);
    this.#pieces.push(isMore ? Buffer.from(piece) : piece);
  }

  #finish(): void {
    this.#record += 1;
    if (this.#problem === undefined) this.#sink.add(this.#record, this.#recordLine, this.#pieces);
    else {
      const sample = (this.#pieces[0] ?? Buffer.alloc(0)).subarray(0, limits.rejectionSample).toString('utf8');
      this.#sink.reject({ record: this.#record, line: this.#recordLine, reason: this.#problem, sample });
    }
    this.#pieces = [];
    this.#length = 0;
  }

  /**
   * A record that does not end has a bracket or quote too few and has swallowed what follows. Takes up reading at the
   * next place that looks like the beginning of a record; false if there is none.
   */
  #recover(): boolean {
    if (this.#firstKey === undefined || this.#recoveries === recoveriesAtMost) return false;
    const text = Buffer.concat(this.#pieces);
    const start = `"${this.#firstKey}"`;
    let at = text.indexOf(start, 1 + start.length, 'latin1');
    let brace = -1;
    while (at !== -1 && brace === -1) {
      const before = lastNonBlank(text, at);
      if (text[before] === braceOpen && before > 0) brace = before;
      else at = text.indexOf(start, at + 1, 'latin1');
    }
    if (brace === -1) return false;
    this.#recoveries += 1;
    this.#problem = 'brackets or quotes in this record do not match';
    this.#pieces = [text.subarray(0, brace)];
    const line = this.#recordLine + countLines(text, 0, brace);
    this.#finish();
    this.#depth = 0;
    this.#isInString = false;
    this.#problem = undefined;
    const resumed = this.#line;
    this.#line = line;
    this.push(text.subarray(brace));
    this.#line = Math.max(resumed, this.#line);
    return true;
  }

  #reportSkipped(): void {
    if (this.#skipped === undefined) return;
    const { line, sample } = this.#skipped;
    this.#skipped = undefined;
    this.#record += 1;
    this.#sink.reject({ record: this.#record, line, reason: 'text outside of any record', sample });
  }

  #rejectHere(reason: string, sample: string): void {
    this.#record += 1;
    this.#sink.reject({ record: this.#record, line: this.#line, reason, sample });
  }
}

function lastNonBlank(text: Buffer, before: number): number {
  let at = before - 1;
  while (at > 0 && (text[at] === 0x20 || text[at] === 0x0a || text[at] === 0x0d || text[at] === 0x09)) at -= 1;
  return at;
}
