import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { CompoundFile } from '../../src/mail/compound/compound-file.ts';
import { bytesContent } from '../../src/mail/content.ts';
import { compoundFile } from '../../src/mail/example/compound-file.ts';
import { outline } from '../../src/mail/outline.ts';
import type { Piece } from '../../src/mail/piece.ts';
import reader from '../../src/mail/reader/msg.reader.ts';

/** Another reader and writer of the format. */
const require = createRequire(import.meta.url);
interface OtherReader {
  readonly default: new (
    bytes: Buffer,
  ) => {
    getFileData(): { subject?: string; body?: string; recipients: unknown[]; attachments: unknown[] };
    getAttachment(index: number): { content: Uint8Array };
  };
}
const { default: MsgReader } = require('@kenjiuno/msgreader') as OtherReader;
interface OtherEntry {
  readonly name: string;
  readonly type: number;
  readonly length: number;
  readonly children?: readonly number[];
  readonly binaryProvider?: () => Uint8Array;
}
const { burn } = require('@kenjiuno/msgreader/lib/Burner') as { burn: (entries: readonly OtherEntry[]) => Uint8Array };

async function read(bytes: Buffer): Promise<string[]> {
  const pieces: Piece[] = [];
  for await (const piece of reader.read(bytesContent(bytes, 'a.msg', ''))) pieces.push(piece);
  return outline(pieces);
}

test('what the examples write is what another reader of the format sees', async () => {
  const bytes = await reader.examples[0]?.content.bytes();
  const other = new MsgReader(bytes ?? Buffer.alloc(0));
  const data = other.getFileData();
  expect(data).toMatchObject({ subject: '\u0001\u0005RE: access', body: 'see below\r\n' });
  expect(data.recipients).toHaveLength(1);
  expect(data.attachments).toHaveLength(2);
  // The attached message, which the other writer lays out anew, is read as well.
  const inner = Buffer.from(other.getAttachment(1).content);
  expect(await read(inner)).toEqual([
    'message message: <> from  to  subject inner sent ',
    '  part body:  text/html 14',
  ]);
});

test('large streams and many entries are found where another writer puts them', () => {
  const stream = (name: string, bytes: Buffer): OtherEntry => ({
    name,
    type: 2,
    length: bytes.length,
    binaryProvider: () => bytes,
  });
  const contents = Array.from({ length: 300 }, (_, index) => Buffer.alloc(index * 997, index));
  const streams = contents.map((bytes, index) => stream(`stream ${index}`, bytes));
  const bytes = Buffer.from(
    burn([{ name: 'Root Entry', type: 5, length: 0, children: streams.map((_, index) => index + 1) }, ...streams]),
  );
  const file = new CompoundFile(bytes);
  const found = new Map(file.children().map((entry) => [entry.name, file.stream(entry)]));
  expect(found.size).toBe(300);
  for (const [index, content] of contents.entries()) expect(found.get(`stream ${index}`)?.equals(content)).toBe(true);
  expect(file.damage).toEqual([]);
});

test('an entry whose tree has a ring in it is found once, and that is said', () => {
  const bytes = compoundFile([{ name: 'a', content: Buffer.from('x') }]);
  const at = bytes.indexOf(Buffer.from('a\0\0\0', 'latin1')) + 72;
  bytes.writeUInt32LE(1, at);
  const file = new CompoundFile(bytes);
  expect(file.children().map(({ name }) => name)).toEqual(['a']);
  expect(file.damage).toEqual(['its directory is broken']);
});
