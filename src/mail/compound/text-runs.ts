import type { BoundedText } from '../text/bounded-text.ts';
import { decode } from '../text/decode-text.ts';

const fewest = 4;

/**
 * Takes runs of printable characters out of bytes whose layout is unknown, in UTF-16 and with one byte a letter. Marks of Word for
 * the end of a cell become tabs, those for the end of a line line breaks.
 */
export function appendTextRuns(bytes: Buffer, text: BoundedText): void {
  for (let at = 0; at < bytes.length && !text.isFull; ) {
    const wideEnd = runEnd(bytes, at, 2);
    const end = wideEnd > at ? wideEnd : runEnd(bytes, at, 1);
    if (end === at) {
      at += 1;
      continue;
    }
    const run = bytes.subarray(at, end);
    const found = wideEnd > at ? run.toString('utf16le') : decode(run, 'windows-1252');
    text.append(`${found.replaceAll('\u0007', '\t').replaceAll(/[\r\u000B\u000C]/g, '\n')}\n`);
    at = end;
  }
}

/** Where a run ends that begins here; the same place if none does. */
function runEnd(bytes: Buffer, start: number, width: 1 | 2): number {
  let at = start;
  let letters = 0;
  while (at + width <= bytes.length) {
    const low = bytes[at] ?? 0;
    const high = width === 2 ? (bytes[at + 1] ?? 0) : 0;
    if (!isText(low, high, width)) break;
    if (high > 0 || low > 0x20) letters += 1;
    else if (letters === 0) break;
    at += width;
  }
  // The last letter may be the first of a run in UTF-16.
  if (width === 1 && at > start && bytes[at] === 0 && isText(bytes[at + 1] ?? 0, 0, 1)) {
    at -= 1;
    letters -= 1;
  }
  return letters < fewest ? start : at;
}

function isText(low: number, high: number, width: 1 | 2): boolean {
  if (high > 0) return high <= 0x05 || high === 0x20 || high === 0x21;
  if (low === 0x07 || (low >= 0x09 && low <= 0x0d)) return true;
  if (low < 0x20 || low === 0x7f) return false;
  // Windows has quotes and the euro there, UTF-16 controls.
  return low < 0x80 || low >= 0xa0 || width === 1;
}
