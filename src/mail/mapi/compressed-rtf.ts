import { mailLimits } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';

/** With what the dictionary begins (MS-OXRTFCP 2.1.2). */
const prefix =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const dictionaryBytes = 4096;

/**
 * RTF from `PidTagRtfCompressed` (MS-OXRTFCP). One that ends too early gives what came before.
 *
 * @throws Unreadable for what is not compressed in this way.
 */
export function decompressRtf(bytes: Buffer): Buffer {
  if (bytes.length < 16) throw new Unreadable('damaged', 'compressed RTF that is too short');
  const rawBytes = bytes.readUInt32LE(4);
  const kind = bytes.toString('latin1', 8, 12);
  if (kind === 'MELA') return bytes.subarray(16, 16 + rawBytes);
  if (kind !== 'LZFu') throw new Unreadable('unknown-format', 'RTF that is compressed in an unknown way');
  // One reference of two bytes gives at most 17.
  if (rawBytes > Math.min(mailLimits.partBytes, bytes.length * 17))
    throw new Unreadable('damaged', 'compressed RTF with a wrong size');
  const dictionary = Buffer.alloc(dictionaryBytes);
  let write = dictionary.write(prefix, 'latin1');
  const out = Buffer.allocUnsafe(rawBytes);
  let done = 0;
  const put = (byte: number): void => {
    dictionary[write] = byte;
    write = (write + 1) % dictionaryBytes;
    if (done < rawBytes) out[done++] = byte;
  };
  const isFull = (): boolean => done >= rawBytes;
  for (let at = 16; at < bytes.length && !isFull(); ) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && !isFull(); bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      if (at + 2 > bytes.length) return out.subarray(0, done);
      const reference = bytes.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      // A reference to where the next byte goes ends the text.
      if (offset === write) return out.subarray(0, done);
      for (let count = 0; count < (reference & 15) + 2; count += 1)
        put(dictionary[(offset + count) % dictionaryBytes] ?? 0);
    }
  }
  return out.subarray(0, done);
}
