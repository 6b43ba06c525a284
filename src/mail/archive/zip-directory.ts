import type { Entry, ZipFile } from 'yauzl';
import { membersOf, openArchive, unpackedBytes } from '../../archive/zip-archive.ts';
import type { Content } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** Archives up to this size are read from memory; larger ones from a file. */
const inMemoryBytes = 64 * 1024 * 1024;

/** Opens a content as an archive. @throws Unreadable `damaged` */
export async function openZip(content: Content): Promise<ZipFile> {
  const source = content.sizeBytes <= inMemoryBytes ? await content.bytes() : await content.path();
  try {
    return await openArchive(source);
  } catch (error) {
    throw damaged(error);
  }
}

/** The members in the order of the directory. @throws Unreadable `damaged` */
export function entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  return orDamaged(membersOf(zip));
}

/** The unpacked bytes of a member. @throws Unreadable `damaged` */
export function entryChunks(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  return orDamaged(unpackedBytes(zip, entry));
}

async function* orDamaged<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        throw damaged(error);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function damaged(error: unknown): Unreadable {
  return new Unreadable('damaged', error instanceof Error ? error.message : 'the archive cannot be read', {
    cause: error,
  });
}
