import { decodeText } from '../charset.ts';
import { mailLimits } from '../limits.ts';

/** A header field as it stands in the message, unfolded, its words not yet decoded. */
export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** The head of a message or part, and where its body begins. */
export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** Offset of the first byte of the body. */
  readonly bodyAt: number;
  /** Bytes of the head that were not looked at, because there are too many. */
  readonly unreadBytes: number;
}

/** A line that can be the beginning of a header field. */
const fieldStart = /^([!-9;-~]{1,200})[ \t]*:/;

/** How many bytes of headers may still be read: all parts of a message share it. */
export interface HeaderBudget {
  left: number;
}

export function headerBudget(): HeaderBudget {
  return { left: mailLimits.headerBytes };
}

/** Reads the head of a message or part. What does not begin with a header field has no head: all of it is body. */
export function headerBlock(bytes: Buffer, budget: HeaderBudget): HeaderBlock {
  const fields: { name: string; lines: string[] }[] = [];
  let at = 0;
  let unreadBytes = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(0x0a, at);
    const lineEnd = newline === -1 ? bytes.length : newline;
    const next = Math.min(bytes.length, lineEnd + 1);
    const contentEnd = lineEnd > at && bytes[lineEnd - 1] === 0x0d ? lineEnd - 1 : lineEnd;
    if (contentEnd === at) {
      at = next;
      break;
    }
    if (budget.left < contentEnd - at) {
      unreadBytes += next - at;
    } else {
      const line = decodeText(bytes.subarray(at, contentEnd), '');
      const last = fields.at(-1);
      const begins = fieldStart.exec(line);
      if (/^[ \t]/.test(line) && last !== undefined) last.lines.push(line);
      else if (begins !== null)
        fields.push({ name: (begins[1] ?? '').toLowerCase(), lines: [line.slice(begins[0].length)] });
      // A line of another kind among headers is an accident of some gateway; at the beginning it says that there are none.
      else if (last === undefined && !/^>?From /.test(line)) return { fields: [], bodyAt: 0, unreadBytes: 0 };
      budget.left -= contentEnd - at;
    }
    at = next;
  }
  return {
    fields: fields.map(({ name, lines }) => ({ name, value: lines.join('').trim() })),
    bodyAt: at,
    unreadBytes,
  };
}

/** The value of the first field of this name, '' without one: of several, the first counts, as for most mail programs. */
export function fieldOf(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}
