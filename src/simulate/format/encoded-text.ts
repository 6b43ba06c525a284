import type { Encoding } from './format.ts';

/** Text as bytes, with a byte order mark unless it is plain UTF-8. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf8') return new Uint8Array(Buffer.from(text, 'utf8'));
  const marked = `\uFEFF${text}`;
  if (encoding === 'utf8-bom') return new Uint8Array(Buffer.from(marked, 'utf8'));
  const littleEndian = Buffer.from(marked, 'utf16le');
  return new Uint8Array(encoding === 'utf16le' ? littleEndian : littleEndian.swap16());
}
