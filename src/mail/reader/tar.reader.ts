import { ByteCursor } from '../archive/byte-cursor.ts';
import { paxRecords, tarBlockBytes, type TarHeader, tarHeader } from '../archive/tar-header.ts';
import { shownPath, unpack } from '../archive/unpack.ts';
import { tarFile, tarMember } from '../example/tar-file.ts';
import { mailLimits } from '../limits.ts';
import type { Piece } from '../piece.ts';
import type { Content, Reader } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** Names and pax headers longer than this are no names. */
const longestExtra = 1024 * 1024;

/** An archive of tar: ustar, pax, GNU and the old one before them. */
const reader: Reader = {
  reader: 'tar',
  title: 'Archive (tar)',
  reference: 'https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html',
  recognise: ({ head }) => {
    if (tarHeader(head) === undefined) return 0;
    return head.toString('latin1', 257, 262) === 'ustar' ? 3 : 2;
  },
  async *read(content) {
    const cursor = new ByteCursor(content.chunks());
    try {
      yield* membersOf(content, cursor);
    } finally {
      await cursor.close();
    }
  },
  examples: [
    {
      name: 'two files in a folder',
      content: {
        name: 'export.tar',
        bytes: () => tarFile(tarMember('mail/', '', '5'), tarMember('mail/a.txt', 'alpha'), tarMember('b.eml', 'beta')),
      },
      gives: ['part mail/a.txt: a.txt  5', 'part b.eml: b.eml  4'],
    },
    {
      name: 'a long name, and an end that is missing',
      content: {
        name: '',
        bytes: () =>
          Buffer.concat([
            tarMember('PaxHeader', '24 path=long/long/c.txt\n', 'x'),
            tarMember('c', 'gamma'),
            tarMember('d.txt', 'delta').subarray(0, 514),
          ]),
      },
      gives: ['part long/long/c.txt: c.txt  5', 'part d.txt: d.txt  2', 'unread d.txt: d.txt damaged'],
    },
  ],
};

export default reader;

async function* membersOf(content: Content, cursor: ByteCursor): AsyncGenerator<Piece> {
  let members = 0;
  let told: Partial<TarHeader> = {};
  for (;;) {
    const block = await cursor.take(tarBlockBytes);
    // Two blocks of zeros end it; what stands behind them is padding.
    if (block.every((byte) => byte === 0)) return;
    const header = tarHeader(block);
    if (header === undefined) throw new Unreadable('damaged', `no header of a member behind ${members} members`);
    const isExtra = 'xgLK'.includes(header.type);
    const sizeBytes = isExtra ? header.sizeBytes : (told.sizeBytes ?? header.sizeBytes);
    if (isExtra) {
      told = { ...told, ...(await extraOf(cursor, header)) };
    } else if ('\u000007S'.includes(header.type) && !header.path.endsWith('/')) {
      members += 1;
      if (members > mailLimits.archiveMembers)
        throw new Unreadable('too-many', `more than ${mailLimits.archiveMembers} members: the rest is not read`);
      const path = shownPath(told.path ?? header.path);
      told = {};
      yield* unpack({ path, packedBytes: undefined, chunks: whole(cursor, sizeBytes), scratch: content.scratch });
    } else {
      told = {};
      await cursor.skip(sizeBytes);
    }
    await cursor.skip((tarBlockBytes - (sizeBytes % tarBlockBytes)) % tarBlockBytes);
  }
}

/** All bytes of a member; an archive that ends before them is damaged. */
async function* whole(cursor: ByteCursor, sizeBytes: number): AsyncGenerator<Buffer> {
  let left = sizeBytes;
  for await (const chunk of cursor.stream(sizeBytes)) {
    left -= chunk.length;
    yield chunk;
  }
  if (left > 0) throw new Unreadable('damaged', `the archive ends ${left} bytes before the end of the member`);
}

/** What a header says of the next one: its path or size, which are too long for it. */
async function extraOf(cursor: ByteCursor, header: TarHeader): Promise<Partial<TarHeader>> {
  if (header.sizeBytes > longestExtra) {
    await cursor.skip(header.sizeBytes);
    return {};
  }
  const bytes = await cursor.take(header.sizeBytes);
  if (header.type === 'L') return { path: bytes.toString('utf8').replace(/\0[^]*$/, '') };
  if (header.type !== 'x') return {};
  const records = paxRecords(bytes);
  const path = records.get('path');
  const sizeBytes = Number(records.get('size') ?? 'none');
  return { ...(path === undefined ? {} : { path }), ...(Number.isSafeInteger(sizeBytes) ? { sizeBytes } : {}) };
}
