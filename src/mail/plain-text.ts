import { decodeText } from './charset.ts';

/** How much is looked at to tell whether bytes are text. */
const sampleBytes = 65_536;

/** Text of bytes that have no format, whatever they are called; undefined if they are none. */
export function plainText(bytes: Buffer): string | undefined {
  const wide = utf16(bytes);
  if (wide !== undefined) return looksLikeText(wide.slice(0, sampleBytes)) ? wide : undefined;
  const sample = decodeText(bytes.subarray(0, sampleBytes), '');
  return looksLikeText(sample) ? decodeText(bytes, '') : undefined;
}

/** UTF-16 by its mark, or because every second byte of it is zero, as in text of western languages. */
function utf16(bytes: Buffer): string | undefined {
  if (bytes.length < 2) return undefined;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return decodeText(bytes, '');
  const sample = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.35;
  if (odd > many && even < sample.length * 0.02) return decodeText(bytes, 'utf-16le');
  return even > many && odd < sample.length * 0.02 ? decodeText(bytes, 'utf-16be') : undefined;
}

/** Few characters that no text has: those that control a terminal, and those of the range that Windows-1252 leaves empty. */
function looksLikeText(sample: string): boolean {
  const strange = sample.match(/[\0-\u0008\u000E-\u001A\u001C-\u001F\u007F-\u009F\uFFFD]/g)?.length ?? 0;
  return strange <= sample.length * 0.01;
}
