import { isUtf8 } from 'node:buffer';
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
  const firstLine = bytes.toString('latin1', 0, 400);
  if (/^\r?\n/.test(firstLine)) return { fields: [], bodyAt: firstLine.startsWith('\r') ? 2 : 1, unreadBytes: 0 };
  if (!fieldStart.test(firstLine) && !envelope.test(firstLine)) return { fields: [], bodyAt: 0, unreadBytes: 0 };
  const { end, bodyAt } = headEnd(bytes);
  const read = bytes.subarray(0, Math.min(end, budget.left));
  budget.left -= read.length;
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of linesOf(read)) {
    const last = fields.at(-1);
    const begins = fieldStart.exec(line);
    // A line of another kind among headers is an accident of some gateway.
    if (/^[ \t]/.test(line)) last?.lines.push(line);
    else if (begins !== null)
      fields.push({ name: (begins[1] ?? '').toLowerCase(), lines: [line.slice(begins[0].length)] });
  }
  return {
    fields: fields.map(({ name, lines }) => ({ name, value: lines.join('').trim() })),
    bodyAt,
    unreadBytes: end - read.length,
  };
}

/** The line with which a message begins in a mailbox, which some programs leave before its headers. */
const envelope = /^>?From /;

/** Where the head ends and the body begins: at the first empty line. */
function headEnd(bytes: Buffer): { readonly end: number; readonly bodyAt: number } {
  const withReturn = bytes.indexOf('\n\r\n');
  const bare = (withReturn === -1 ? bytes : bytes.subarray(0, withReturn + 1)).indexOf('\n\n');
  if (bare !== -1) return { end: bare, bodyAt: bare + 2 };
  return withReturn === -1 ? { end: bytes.length, bodyAt: bytes.length } : { end: withReturn, bodyAt: withReturn + 3 };
}

/** Lines as text. Each has a character set of its own if they are not all in UTF-8. */
function linesOf(bytes: Buffer): string[] {
  if (isUtf8(bytes)) return bytes.toString('utf8').split(/\r?\n/);
  return bytes
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => decodeText(Buffer.from(line, 'latin1'), ''));
}

/** The value of the first field of this name, '' without one: of several, the first counts, as for most mail programs. */
export function fieldOf(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}
