import { mailLimits } from '../limits.ts';

/** The text of one JSON object, or how many bytes it has if it is too long to be held. */
export type JsonText = { readonly text: string } | { readonly tooLarge: number };

const quote = 0x22;
const backslash = 0x5c;
const open = 0x7b;
const close = 0x7d;
const listOpen = 0x5b;
const listClose = 0x5d;

/**
 * The objects of a JSON stream one at a time: of JSON lines, of a list, and of the list `value` of a page of Graph. An object that is a
 * page is gone into; all others are given whole.
 *
 * @param chunks UTF-8.
 */
export async function* jsonTexts(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonText> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  // Depth of brackets around, and that from which objects are given: 0 for lines, 1 in a list, 2 in a page.
  let depth = 0;
  let base = 0;
  let isText = false;
  // Before the list of a page stand only texts and numbers, so that only the first bracket in an object can be its own.
  let isFirstInside = false;
  let isEscaped = false;
  for await (const chunk of chunks) {
    let from = depth > base ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isText = false;
        else {
          // Nothing else in a text matters: on to what may end it.
          while (at + 1 < chunk.length && chunk[at + 1] !== quote && chunk[at + 1] !== backslash) at += 1;
        }
      } else if (byte === quote) isText = true;
      else if (byte === open || byte === listOpen) {
        if (depth === base && byte === listOpen) {
          depth += 1;
          base += 1;
          continue;
        }
        const isFirst = isFirstInside;
        isFirstInside = depth === base;
        if (depth === base) from = at;
        depth += 1;
        // What was held so far of a page is its head.
        if (isFirst && byte === listOpen && base === 0 && isPageHead(held, heldBytes, chunk, from, at)) {
          base = 2;
          held = [];
          heldBytes = 0;
          from = -1;
        }
      } else if (byte === close || byte === listClose) {
        depth = Math.max(0, depth - 1);
        if (depth === base && from !== -1) {
          const part = chunk.subarray(from, at + 1);
          heldBytes += part.length;
          if (heldBytes > mailLimits.partBytes) yield { tooLarge: heldBytes };
          else yield { text: Buffer.concat([...held, part]).toString('utf8') };
          held = [];
          heldBytes = 0;
          from = -1;
        } else if (depth < base) base = depth;
      }
    }
    if (from !== -1) {
      const part = chunk.subarray(from);
      heldBytes += part.length;
      if (heldBytes <= mailLimits.partBytes) held.push(part);
      else held = [];
    }
  }
  if (heldBytes > mailLimits.partBytes) yield { tooLarge: heldBytes };
  else if (heldBytes > 0) yield { text: Buffer.concat(held).toString('utf8') };
}

/** Whether what stands before the bracket at `at` is the beginning of a page, with nothing before its list but links and counts. */
function isPageHead(held: readonly Buffer[], heldBytes: number, chunk: Buffer, from: number, at: number): boolean {
  if (heldBytes + at - from > 4096) return false;
  const head = Buffer.concat([...held, chunk.subarray(Math.max(0, from), at)]);
  return /^\{(?:\s*"@odata\.[^"]*"\s*:\s*(?:"[^"]*"|\d+)\s*,)*\s*"value"\s*:\s*$/.test(head.toString('latin1'));
}
