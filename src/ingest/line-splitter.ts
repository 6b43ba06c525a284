import { braceOpen, bracketOpen, comma, newline } from './byte.ts';
import { limits } from './limits.ts';
import { NumberedSink } from './numbered-sink.ts';
import type { RecordSink, Splitter } from './splitter.ts';

/**
 * One JSON object a line. A broken line costs that line alone. Whether an object is valid is left to the engine; a line
 * that is no object at all is rejected here.
 */
export class LineSplitter implements Splitter {
  readonly #sink: NumberedSink;
  #carry: Buffer[] = [];
  #carried = 0;
  #isTooLong = false;
  #line = 0;

  constructor(sink: RecordSink) {
    this.#sink = new NumberedSink(sink);
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.#finish(chunk.subarray(start, end));
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  end(): void {
    this.#finish(Buffer.alloc(0));
  }

  #keep(rest: Buffer): void {
    if (rest.length === 0) return;
    this.#carried += rest.length;
    if (this.#carried > limits.recordBytes) {
      this.#isTooLong = true;
      this.#carry = this.#carry.slice(0, 1);
    } else {
      // A copy: the chunk's memory is used again for the next one.
      this.#carry.push(Buffer.from(rest));
    }
  }

  #finish(tail: Buffer): void {
    this.#line += 1;
    const whole = this.#carry.length === 0 ? tail : Buffer.concat([...this.#carry, tail]);
    const isTooLong = this.#isTooLong || whole.length > limits.recordBytes;
    this.#carry = [];
    this.#carried = 0;
    this.#isTooLong = false;
    const text = trim(whole);
    if (text.length === 0) return;
    if (isTooLong) this.#sink.reject(this.#line, `line longer than ${limits.recordBytes / 1024 / 1024} MiB`, text);
    else if (text[0] === bracketOpen) this.#sink.reject(this.#line, 'a list where an object was expected', text);
    else if (text[0] !== braceOpen) this.#sink.reject(this.#line, 'not a JSON object', text);
    else this.#sink.add(this.#line, [text]);
  }
}

/** Without blanks at both ends and without a comma at the end, which hand-cut files have. */
function trim(text: Buffer): Buffer {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && (isBlank(text[end - 1]) || text[end - 1] === comma)) end -= 1;
  return text.subarray(start, end);
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === newline;
}
