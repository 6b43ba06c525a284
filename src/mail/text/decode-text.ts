import { TextDecoder } from 'node:util';
import { cyrillicOf } from './cyrillic.ts';
import { western } from './western.ts';

const sampleBytes = 64 * 1024;

/**
 * Bytes as text. A byte order mark decides, then two-byte characters that show by their zeros, then UTF-8 if it is valid, then what
 * the outside declares, and last a guess between Western and Cyrillic pages. Never fails: what no page knows becomes U+FFFD.
 *
 * @param declared such as a charset that an HTML page names; it comes after UTF-8 because mail readers have often converted already.
 */
export function decodeText(bytes: Buffer, declared = ''): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideEncoding(bytes.subarray(0, sampleBytes));
  if (wide !== undefined) return decode(bytes, wide);
  // Escapes of ISO 2022 are valid UTF-8 and mean something else.
  if (/^iso-2022/i.test(declared) && bytes.includes(0x1b)) return decode(bytes, declared);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, declared === '' || /^utf-?8$/i.test(declared) ? guess(bytes) : declared);
  }
}

/** UTF-16 without a mark: in Western text every second byte is zero, and bytes for control characters hardly occur. */
export function wideEncoding(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : undefined;
}

const decoders = new Map<string, TextDecoder>();
/** Hostile input may name any number of encodings. */
const mostDecoders = 64;

/** Decodes with a named encoding, or with a guess if nobody knows the name. */
export function decode(bytes: Uint8Array, encoding: string): string {
  const decoder = decoderOf(encoding) ?? new TextDecoder(guess(bytes));
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? western(text) : text;
}

/** Making one costs more than decoding a word, and rich text comes word by word. */
function decoderOf(encoding: string): TextDecoder | undefined {
  const known = decoders.get(encoding);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(encoding);
    if (decoders.size < mostDecoders) decoders.set(encoding, decoder);
    return decoder;
  } catch {
    return undefined;
  }
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes);
  // Mostly good UTF-8 with a few broken bytes is damaged UTF-8, not another page.
  const damaged = new TextDecoder('utf-8').decode(sample).match(/\uFFFD/g)?.length ?? 0;
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (damaged * 4 < high) return 'utf-8';
  return cyrillicOf(sample) ?? 'windows-1252';
}
