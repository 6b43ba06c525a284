import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { outline } from '../../src/mail/outline.ts';
import type { Piece } from '../../src/mail/piece.ts';
import { allReaders, readerOf } from '../../src/mail/registry.ts';

const readers = await allReaders();
const files = await readdir(new URL('../../src/mail/reader/', import.meta.url));
const each = readers.map((reader) => [reader.reader, reader] as const);
const examples = readers.flatMap((reader) =>
  reader.examples.map((example) => ({ title: `${reader.reader}: ${example.name}`, reader, example })),
);

async function piecesOf(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('readers of documents and keys', () => {
  test('are the files of the folder, each under its name', () => {
    const names = files.filter((name) => name.endsWith('.reader.ts')).map((name) => name.replace('.reader.ts', ''));
    expect(readers.map(({ reader }) => reader)).toEqual(names.toSorted());
  });

  test.each(each)('%s says what it reads and where that is written', (_, reader) => {
    expect(reader.title).toMatch(/\S{2}/);
    expect(new URL(reader.reference).protocol).toBe('https:');
    expect(reader.examples.length).toBeGreaterThan(0);
  });

  test.each(examples)('$title', async ({ reader, example }) => {
    const { name, mediaType = '', bytes } = example.content;
    const content = bytesContent(await bytes(), name, mediaType);
    expect((await readerOf(content))?.reader).toBe(reader.reader);
    expect(outline(await piecesOf(reader.read(content)))).toEqual(example.gives);
    await content.release();
  });

  test.each(each)('%s does not take what is nothing at all', (_, reader) => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([0]), Buffer.alloc(9000, 0xa7)])
      expect(reader.recognise(bytesContent(bytes, '', ''))).toBe(0);
  });
});
