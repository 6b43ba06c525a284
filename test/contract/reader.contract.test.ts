import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { outline } from '../../src/mail/outline.ts';
import type { Piece } from '../../src/mail/piece.ts';
import type { ReaderExample } from '../../src/mail/reader.ts';
import { allReaders, readerOf } from '../../src/mail/registry.ts';

const readers = await allReaders();
const files = await readdir(new URL('../../src/mail/reader/', import.meta.url));
const each = readers.map((reader) => [reader.reader, reader] as const);
const examples = readers.flatMap((reader) =>
  reader.examples.map((example) => ({ title: `${reader.reader}: ${example.name}`, reader, example })),
);

async function contentOf({ content }: ReaderExample) {
  return bytesContent(Buffer.from(await content.bytes()), content.name, content.mediaType ?? '');
}

describe('readers', () => {
  test('are the files of the folder, each with its name as id', () => {
    const names = files.filter((name) => name.endsWith('.reader.ts')).map((name) => name.replace('.reader.ts', ''));
    expect(readers.map(({ reader }) => reader)).toEqual(names.toSorted());
  });

  test.each(each)('%s says what it reads and where that is specified', (_, reader) => {
    expect(reader.title).toMatch(/\S{2}/);
    expect(new URL(reader.reference).protocol).toBe('https:');
    expect(reader.examples.length).toBeGreaterThan(0);
  });

  test.each(examples)('$title, is its own among all readers', async ({ reader, example }) => {
    const content = await contentOf(example);
    expect((await readerOf(content))?.reader).toBe(reader.reader);
    await content.release();
  });

  test.each(examples)('$title, gives what it says', async ({ reader, example }) => {
    const content = await contentOf(example);
    const pieces: Piece[] = [];
    for await (const piece of reader.read(content)) pieces.push(piece);
    await content.release();
    expect(outline(pieces)).toEqual(example.gives);
  });

  test.each(each)('%s claims neither nothing nor noise', (_, reader) => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256));
    for (const head of [Buffer.alloc(0), Buffer.alloc(600), noise])
      expect(reader.recognise({ name: '', mediaType: '', sizeBytes: head.length, head })).toBe(0);
  });
});
