import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const text = '{"name":"Åse 😀 – x"}\r\n';
const littleEndian = Buffer.from(text, 'utf16le');
const bigEndian = Buffer.from(littleEndian).swap16();

async function decoded(bytes: Buffer, pieceBytes: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const parts: Buffer[] = [];
  for await (const part of decode(pieces())) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

describe('decoding', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian])],
    ['UTF-16 big endian with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian])],
    ['UTF-16 little endian', littleEndian],
    ['UTF-16 big endian', bigEndian],
  ])('%s comes out as UTF-8, in pieces of any size', async (_, bytes) => {
    for (const size of [1, 2, 3, 5, 1000]) expect(await decoded(bytes, size)).toBe(text);
  });

  test('files shorter than a mark and a character are files too', async () => {
    expect(await decoded(Buffer.from(''), 1)).toBe('');
    expect(await decoded(Buffer.from('{}'), 1)).toBe('{}');
    expect(await decoded(Buffer.from('\uFEFF'), 1)).toBe('');
    expect(await decoded(Buffer.from([0xff, 0xfe]), 1)).toBe('');
  });

  test('half a character at the end becomes the sign for what cannot be read', async () => {
    expect(await decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian, Buffer.from([0x41])]), 4)).toBe(
      `${text}\uFFFD`,
    );
  });
});
