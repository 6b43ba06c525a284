import { constants, inflateSync } from 'node:zlib';
import { mailLimits } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';

/** How far before a stream its dictionary is looked for. */
const dictionaryBytes = 1024;
/** A stream that nobody ends is tried no further than this. */
const openEndBytes = 1024 * 1024;

/**
 * Measures what the streams of a PDF unpack to before pdf.js does it without any bound. Pictures are left out: only drawing unpacks
 * them, and nothing is drawn. What is packed twice is unpacked twice.
 *
 * @throws Unreadable `too-large`
 */
export function checkExpansion(bytes: Buffer): void {
  let total = 0;
  let hasEnds = true;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at)) {
    const start = at + 'stream'.length;
    const end: number = hasEnds ? bytes.indexOf('endstream', start) : -1;
    hasEnds = end >= 0;
    const dictionary = ownDictionary(bytes.toString('latin1', Math.max(0, at - dictionaryBytes), at));
    const layers = /\/Subtype\s*\/Image/.test(dictionary)
      ? 0
      : (dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0);
    let data: Buffer | undefined = bytes.subarray(start, end < 0 ? start + openEndBytes : end);
    for (let layer = 0; layer < layers && data !== undefined; layer += 1) {
      data = inflated(data);
      total += data?.length ?? 0;
    }
    if (total > mailLimits.expandedBytes)
      throw new Unreadable('too-large', `its streams unpack to more than ${mailLimits.expandedBytes} bytes`);
    at = end < 0 ? start : end + 'endstream'.length;
  }
}

function ownDictionary(before: string): string {
  return before.slice(before.lastIndexOf('obj') + 1);
}

/** Undefined if it is not packed so; encrypted streams are not. */
function inflated(data: Buffer): Buffer | undefined {
  const lineEnd = data[0] === 0x0d ? 1 : 0;
  const body = data.subarray(data[lineEnd] === 0x0a ? lineEnd + 1 : lineEnd);
  try {
    return inflateSync(body, { maxOutputLength: mailLimits.expandedBytesFree, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new Unreadable('too-large', `a stream unpacks to more than ${mailLimits.expandedBytesFree} bytes`);
  }
}
