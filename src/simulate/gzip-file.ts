import { gzipSync } from 'node:zlib';

/** Bytes compressed by gzip without time or operating system in the header. */
export function gzipFile(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes);
  // Bytes 4 to 7 are the time, 9 the system; 255 means unknown.
  compressed.fill(0, 4, 8);
  compressed[9] = 255;
  return new Uint8Array(compressed);
}
