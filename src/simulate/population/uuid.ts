import { mix } from './draw.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const hexadecimal = ascii('0123456789abcdef');
const base64 = ascii('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const hyphen = 45;

export const uuidLength = 36;
export const tokenIdLength = 22;

/** Two digits for each byte. */
const pairs = new Uint8Array(512);
for (let value = 0; value < 256; value += 1) {
  pairs[value * 2] = hexadecimal[value >>> 4] ?? 0;
  pairs[value * 2 + 1] = hexadecimal[value & 15] ?? 0;
}

/** Four digits. */
function writeFour(out: Uint8Array, at: number, value: number): void {
  const high = ((value >>> 8) & 255) * 2;
  const low = (value & 255) * 2;
  out[at] = pairs[high] ?? 0;
  out[at + 1] = pairs[high + 1] ?? 0;
  out[at + 2] = pairs[low] ?? 0;
  out[at + 3] = pairs[low + 1] ?? 0;
}

/**
 * A version 4 UUID that belongs to a number, as 36 characters: within one seed and use, numbers below 2^32 give different ones.
 */
export function writeUuid(out: Uint8Array, at: number, seed: number, use: number, number: number): void {
  const key = Math.imul(use + 1, 0x9e3779b1);
  const first = mix(number ^ seed ^ key);
  const second = mix(first ^ (key >>> 7));
  const third = mix(second + seed);
  const fourth = mix(third ^ (key + 1));
  writeFour(out, at, first >>> 16);
  writeFour(out, at + 4, first);
  writeFour(out, at + 9, second >>> 16);
  writeFour(out, at + 14, (second & 0x0fff) | 0x4000);
  writeFour(out, at + 19, ((third >>> 16) & 0x3fff) | 0x8000);
  writeFour(out, at + 24, third);
  writeFour(out, at + 28, fourth >>> 16);
  writeFour(out, at + 32, fourth);
  out[at + 8] = hyphen;
  out[at + 13] = hyphen;
  out[at + 18] = hyphen;
  out[at + 23] = hyphen;
}

/** A token identifier, 16 bytes in base64url, that belongs to a number. It never begins with a sign, which spreadsheets dislike. */
export function writeTokenId(out: Uint8Array, at: number, seed: number, use: number, number: number): void {
  const first = mix(number ^ seed ^ Math.imul(use + 1, 0x85ebca6b));
  let word = first & 0x3fffffff;
  for (let index = 0; index < tokenIdLength; index += 1) {
    // Five digits of a word are used, then comes the next; the last digit of 16 bytes holds two bits.
    out[at + index] = base64[index === tokenIdLength - 1 ? (word & 3) << 4 : (word >>> 25) & 63] ?? 0;
    word = index % 5 === 4 ? mix(word ^ first ^ index) : (word << 6) | (word >>> 26);
  }
}

const scratch = Buffer.alloc(uuidLength);

export function uuidOf(seed: number, use: number, number: number): string {
  writeUuid(scratch, 0, seed, use, number);
  return scratch.toString('latin1');
}
