import { backslash, braceClose, braceOpen, bracketClose, bracketOpen, colon, comma, isPlain, quote } from './byte.ts';
import { limits } from './limits.ts';
import { NumberedSink } from './numbered-sink.ts';
import { PageKeys } from './page-keys.ts';
import { RecordPieces } from './record-pieces.ts';
import { RecordStart } from './record-start.ts';
import { countLines, type RecordSink, type Splitter } from './splitter.ts';

const unclosed = 'the file ends before its list is closed: records may be missing after this one';
const mismatch = 'brackets or quotes in this record do not match';

/** What a splitter is inside of, outside records; `single` is a page's list of one that became an object. */
type Outer = 'list' | 'single' | 'page';

/** Text that is still to be looked at, and the line on which it begins. */
interface Part {
  readonly text: Buffer;
  readonly line: number;
}

/** How often a file may be taken up again after a record whose brackets do not match. */
const recoveriesAtMost = 100;

/**
 * Any arrangement of JSON values: lists, pages (`{"value":[…]}`, `{"records":[…]}`), several of them in one file,
 * objects one after the other, over as many lines as they like. Follows only strings and brackets; whether a record is
 * valid JSON is left to the engine.
 */
export class JsonSplitter implements Splitter {
  readonly #sink: NumberedSink;
  readonly #outer: Outer[] = [];
  #line = 1;
  #isInString = false;
  #isEscaped = false;
  /** Of the record that is being read; 0 outside records. In a page that has ended its list: depth of the rest to skip. */
  #depth = 0;
  readonly #open = new RecordPieces();
  readonly #keys = new PageKeys();
  #isValue = false;
  #skipped: Part | undefined;
  /** The opening brackets around the place, by depth; deeper than the limit they are not kept. */
  readonly #opened = new Uint8Array(limits.depth + 1);
  /** A bracket of this record was closed by one of the other kind. */
  #isMismatched = false;
  /** How the first record begins: where a record may begin again after a broken one. */
  #start: RecordStart | undefined;
  #recoveries = 0;
  /** What a broken record has swallowed: to be looked at again before the reading goes on. */
  #again: Part | undefined;

  constructor(sink: RecordSink) {
    this.#sink = new NumberedSink(sink);
  }

  push(chunk: Buffer): void {
    this.#scan({ text: chunk, line: this.#line });
  }

  end(): void {
    while (this.#isInRecord() && this.#open.problem === undefined && this.#recover()) this.#scan(this.#takeAgain());
    if (this.#isInRecord()) {
      const problems = [this.#open.problem, 'the file ends inside this record'];
      this.#open.problem = problems.filter((problem) => problem !== undefined).join(', and ');
      this.#finish();
    } else if (this.#outer.length > 0) {
      this.#reportSkipped();
      this.#sink.reject(this.#line, unclosed, Buffer.alloc(0));
    }
    this.#reportSkipped();
  }

  #scan(whole: Part): void {
    const parts = [whole];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const { text } = part;
      let at = 0;
      let counted = 0;
      this.#line = part.line;
      const lineAt = (position: number): number => {
        this.#line += countLines(text, counted, position);
        counted = position;
        return this.#line;
      };
      while (at < text.length && this.#again === undefined) {
        at = this.#depth > 0 ? this.#inside(text, at) : this.#outside(text, at, lineAt);
      }
      lineAt(at);
      if (this.#again !== undefined) parts.push({ text: text.subarray(at), line: this.#line }, this.#takeAgain());
    }
  }

  #takeAgain(): Part {
    const part = this.#again ?? { text: Buffer.alloc(0), line: this.#line };
    this.#again = undefined;
    return part;
  }

  #isInRecord(): boolean {
    return this.#depth > 0 && this.#outer.at(-1) !== 'page';
  }

  /** Between records. */
  #outside(chunk: Buffer, from: number, lineAt: (position: number) => number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      switch (byte) {
        case 0x20:
        case 0x0a:
        case 0x0d:
        case 0x09:
        case comma:
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
            this.#enter();
            return at + 1;
          }
          break;
        case braceOpen:
          this.#reportSkipped();
          this.#begin(lineAt(at));
          return this.#inside(chunk, at + 1, at);
        default:
          this.#skipped ??= { text: Buffer.from(chunk.subarray(at, at + limits.rejectionSample)), line: lineAt(at) };
      }
    }
    return chunk.length;
  }

  /** Into an object: a record, or the rest of a page. */
  #enter(): void {
    this.#depth = 1;
    this.#opened[1] = braceOpen;
  }

  #begin(line: number): void {
    this.#enter();
    this.#isMismatched = false;
    this.#open.begin(line);
    this.#keys.reset();
    this.#isValue = false;
    this.#isInString = false;
    this.#isEscaped = false;
  }

  /** Inside a record, or in the rest of a page. `start` is where the record begins in this chunk. */
  #inside(chunk: Buffer, from: number, start = from): number {
    // The same bytes without the class around them: read twice as fast.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
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
      if (isInString) {
        let inside = 0;
        while (at < end) {
          inside = bytes[at] ?? 0;
          if (inside === quote || inside === backslash) break;
          at += 1;
        }
        if (at >= end) break;
        if (inside === backslash) {
          at += 2;
          continue;
        }
        isInString = false;
        // Only a record that may still turn out to be a page has keys of interest: this is the hot path.
        if (depth === 1 && this.#keys.isPossible && !this.#isValue) this.#keys.end(chunk.subarray(stringStart, at));
        at += 1;
        continue;
      }
      while (at < end && isPlain[bytes[at] ?? 0] === 1) at += 1;
      if (at >= end) break;
      const byte = bytes[at] ?? 0;
      switch (byte) {
        case quote:
          isInString = true;
          stringStart = at + 1;
          break;
        case colon:
          if (depth === 1) this.#isValue = true;
          break;
        case comma:
          if (depth === 1) this.#isValue = false;
          break;
        case braceOpen:
        case bracketOpen:
          if (depth === 1 && !isPageRest && this.#isValue && this.#keys.isList(byte === braceOpen)) {
            this.#outer.push('page', byte === bracketOpen ? 'list' : 'single');
            this.#depth = 0;
            this.#isInString = false;
            return byte === bracketOpen ? at + 1 : at;
          }
          depth += 1;
          if (depth <= limits.depth) this.#opened[depth] = byte;
          else this.#open.problem ??= `nested deeper than ${limits.depth} levels`;
          break;
        case braceClose:
        case bracketClose:
          // Both kinds close with the byte two after the one that opens.
          if (depth <= limits.depth && this.#opened[depth] !== byte - 2) this.#isMismatched = true;
          depth -= 1;
          if (depth === 0) return isPageRest ? this.#leavePage(at) : this.#leaveRecord(chunk, start, at);
          break;
      }
      at += 1;
    }
    this.#depth = depth;
    this.#isInString = isInString;
    this.#isEscaped = at > end;
    if (isInString && depth === 1 && this.#keys.isPossible && !this.#isValue) {
      this.#keys.keep(chunk.subarray(Math.min(stringStart, end), end));
    }
    if (!isPageRest) this.#open.keep(chunk.subarray(start, end), true);
    if (this.#open.length > limits.recordBytes && this.#open.problem === undefined && !this.#recover()) {
      this.#open.problem = `record longer than ${limits.recordBytes / 1024 / 1024} MiB`;
    }
    return end;
  }

  /** The record or the rest of a page ends at `at`; returns where to go on. */
  #leavePage(at: number): number {
    this.#depth = 0;
    this.#isInString = false;
    this.#outer.pop();
    this.#leaveSingle();
    return at + 1;
  }

  #leaveRecord(chunk: Buffer, start: number, at: number): number {
    this.#depth = 0;
    this.#isInString = false;
    this.#open.keep(chunk.subarray(start, at + 1), false);
    const isBroken = this.#isMismatched && this.#open.problem === undefined;
    if (isBroken) {
      if (this.#recover()) return at + 1;
      this.#open.problem = mismatch;
    }
    this.#finish();
    this.#leaveSingle();
    // The bracket that should have been a brace closes the list around the record.
    return isBroken && chunk[at] === bracketClose ? at : at + 1;
  }

  #leaveSingle(): void {
    if (this.#outer.at(-1) !== 'single') return;
    this.#outer.pop();
    this.#enter();
  }

  #finish(): void {
    const { line, head, pieces, problem } = this.#open;
    this.#start ??= RecordStart.of(head);
    if (problem === undefined) this.#sink.add(line, pieces);
    else this.#sink.reject(line, problem, head);
    this.#open.clear();
  }

  /**
   * A record that does not end, or ends with the wrong bracket, has a bracket or quote too few and has swallowed what
   * follows. Ends it at the next place that looks like the beginning of a record and has the text from there looked at
   * again; false if there is none.
   */
  #recover(): boolean {
    if (this.#recoveries === recoveriesAtMost) return false;
    const text = this.#open.whole();
    const brace = (this.#start ?? RecordStart.of(text))?.find(text, 1) ?? -1;
    if (brace === -1) return false;
    this.#recoveries += 1;
    this.#open.problem = mismatch;
    this.#open.clear();
    this.#open.keep(text.subarray(0, brace), false);
    this.#finish();
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
    this.#again = { text: text.subarray(brace), line: this.#open.line + countLines(text, 0, brace) };
    return true;
  }

  #reportSkipped(): void {
    if (this.#skipped === undefined) return;
    this.#sink.reject(this.#skipped.line, 'text outside of any record', this.#skipped.text);
    this.#skipped = undefined;
  }
}
