import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { outline } from '../../src/mail/outline.ts';
import type { Piece } from '../../src/mail/piece.ts';
import type { Content, Reader } from '../../src/mail/reader.ts';
import { allReaders } from '../../src/mail/registry.ts';

/** The same content, in chunks of this many bytes. */
function inChunks(bytes: Buffer, name: string, chunkBytes: number): Content {
  const chunks = function* (): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  };
  return { ...bytesContent(bytes, name, ''), chunks: () => Readable.from(chunks()) as AsyncIterable<Buffer> };
}

async function outlineOf(reader: Reader, content: Content): Promise<string[]> {
  const pieces: Piece[] = [];
  for await (const piece of reader.read(content)) pieces.push(piece);
  return outline(pieces);
}

const readers = await allReaders();
const examples = readers
  .filter(({ reader }) => ['mbox', 'tar', 'gzip', 'graph-message'].includes(reader))
  .flatMap((reader) =>
    reader.examples.map((example) => ({ title: `${reader.reader}: ${example.name}`, reader, example })),
  )
  // Where a packed stream is cut, the unpacker holds back a byte or two of what it got last.
  .filter(({ title }) => !title.startsWith('gzip: one that ends too early'));

test.each(examples)('$title, wherever a chunk ends', async ({ reader, example }) => {
  const bytes = Buffer.from(await example.content.bytes());
  for (const chunkBytes of [1, 2, 3, 7, 64, 511, 513])
    expect(await outlineOf(reader, inChunks(bytes, example.content.name, chunkBytes))).toEqual(example.gives);
});

test('a long mailbox gives each of its messages once, wherever a chunk ends', async () => {
  const mbox = readers.find(({ reader }) => reader === 'mbox');
  const messages = Array.from(
    { length: 300 },
    (_, index) =>
      `From ann@contoso.example Fri Jan 12 08:00:00 2024\nFrom: ann@contoso.example\nSubject: ${index}\n\n${'text '.repeat(index * 3)}\n\nFrom here on\n\n`,
  ).join('');
  for (const chunkBytes of [97, 1000, 4096, 65_536]) {
    const lines = mbox === undefined ? [] : await outlineOf(mbox, inChunks(Buffer.from(messages), 'Inbox', chunkBytes));
    const subjects = lines.filter((line) => line.startsWith('message')).map((line) => /subject (\d+)/.exec(line)?.[1]);
    expect(subjects).toEqual(Array.from({ length: 300 }, (_, index) => String(index)));
  }
});
