import { mailLimits } from './limits.ts';

/** One message of an mbox file, its quoting of `From ` undone; or how many bytes it has if it is too long to be held. */
export type MboxMessage = { readonly bytes: Buffer } | { readonly tooLarge: number };

/** How far behind a `From ` line its next line is looked for; longer ones are text. */
const lookahead = 512;
const separator = Buffer.from('\nFrom ');

/**
 * The messages of an mbox stream, one at a time. A message begins at a line `From …` with a date in it, or behind an empty line, if
 * a header field follows: a sentence in a mail that begins with that word is no separator, whether it was quoted (`>From`) or not.
 */
export async function* mboxMessages(chunks: AsyncIterable<Buffer>): AsyncGenerator<MboxMessage> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  // What is not yet decided, behind a few bytes that are: whether the line before is empty must still be seen.
  let window: Buffer = Buffer.from('\n\n');
  const decided = 2;
  const hold = (bytes: Buffer): void => {
    heldBytes += bytes.length;
    if (heldBytes <= mailLimits.partBytes) held.push(bytes);
    else held = [];
  };
  const close = function* (): Generator<MboxMessage> {
    if (heldBytes > mailLimits.partBytes) yield { tooLarge: heldBytes };
    // Before the first message there is a mark of byte order at most; more is read rather than lost.
    else if (heldBytes > 4) yield { bytes: unquoted(Buffer.concat(held)) };
    held = [];
    heldBytes = 0;
  };
  const take = function* (isEnd: boolean): Generator<MboxMessage> {
    let from = decided;
    const decidable = isEnd ? window.length : Math.max(decided, window.length - lookahead);
    for (let at = window.indexOf(separator); at !== -1 && at < decidable; at = window.indexOf(separator, at + 1)) {
      const begin = messageBegin(window, at);
      if (begin === -1 || begin < from) continue;
      if (at > from) hold(window.subarray(from, at));
      yield* close();
      from = begin;
    }
    if (from < decidable) hold(window.subarray(from, decidable));
    const next = Math.max(from, decidable);
    window = window.subarray(next - 2);
  };
  for await (const chunk of chunks) {
    window = Buffer.concat([window, chunk]);
    yield* take(false);
  }
  yield* take(true);
  yield* close();
}

const dated = /^From .{0,200}?\d{1,2}:\d{2}.{0,100}?(?:\d{4}|\d{2}\b)/;
const headerLine = /^(?:[!-9;-~]{1,100}[ \t]*:|>From )/;

/** Where the message begins whose `From ` line stands behind the line break at `at`; -1 if that is no such line. */
function messageBegin(window: Buffer, at: number): number {
  const text = window.subarray(at + 1, at + lookahead).toString('latin1');
  const lineEnd = text.indexOf('\n');
  if (lineEnd === -1 || !headerLine.test(text.slice(lineEnd + 1))) return -1;
  const isBehindEmptyLine =
    at >= 1 && (window[at - 1] === 0x0a || (window[at - 1] === 0x0d && window[at - 2] === 0x0a));
  return isBehindEmptyLine || dated.test(text.slice(0, lineEnd)) ? at + 1 + lineEnd + 1 : -1;
}

const quoted = Buffer.from('>From ');

/** Takes one `>` from lines `>From `, `>>From ` … as both ways of quoting want it. */
function unquoted(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(quoted); at !== -1; at = bytes.indexOf(quoted, at + quoted.length)) {
    let start = at;
    while (start > from && bytes[start - 1] === 0x3e) start -= 1;
    if (start > 0 && bytes[start - 1] !== 0x0a) continue;
    kept.push(bytes.subarray(from, start));
    from = start + 1;
  }
  return kept.length === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)]);
}

/** Whether a file with this beginning is an mbox. */
export function beginsMbox(head: Buffer): boolean {
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const text = Buffer.concat([Buffer.from('\n\n'), head.subarray(mark)]);
  return text.subarray(1, 7).equals(separator) && messageBegin(text, 1) !== -1;
}
