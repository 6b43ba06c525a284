import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gzipSync } from 'node:zlib';
import { shownPath, unpack } from '../archive/unpack.ts';
import type { Content, Reader } from '../reader.ts';

/** One file packed by gzip: `.gz`, `.tgz`. */
const reader: Reader = {
  reader: 'gzip',
  title: 'Packed file (gzip)',
  reference: 'https://www.rfc-editor.org/rfc/rfc1952',
  recognise: ({ head }) => (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 ? 3 : 0),
  async *read(content) {
    const path = shownPath(content.name.replace(/\.tgz$/i, '.tar').replace(/\.gz(?:ip)?$/i, ''));
    yield* unpack({ path, packedBytes: content.sizeBytes, chunks: unpacked(content), scratch: content.scratch });
  },
  examples: [
    {
      name: 'a packed mailbox',
      content: { name: 'Inbox.mbox.gz', bytes: () => gzipSync('From ann') },
      gives: ['part Inbox.mbox: Inbox.mbox  8'],
    },
    {
      name: 'one that ends too early gives what came before',
      content: { name: 'a.txt.gz', bytes: () => gzipSync('alpha', { level: 0 }).subarray(0, -8) },
      gives: ['part a.txt: a.txt  5', 'unread a.txt: a.txt damaged'],
    },
  ],
};

export default reader;

async function* unpacked(content: Content): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // Its end and its failure are those of what is read from it.
  pipeline(Readable.from(content.chunks()), gunzip).catch(() => undefined);
  yield* gunzip as AsyncIterable<Buffer>;
}
