import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, open, type ZipFile, type Options } from 'yauzl';
import type { Content } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** Archives up to this size are read from memory; larger ones from a file. */
const inMemoryBytes = 64 * 1024 * 1024;

/**
 * Opens an archive. Its names are only shown, so one that climbs out of the folder must not stop the reading of the others.
 *
 * @throws Unreadable `damaged`
 */
export async function openZip(content: Content): Promise<ZipFile> {
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  } satisfies Options;
  const source = content.sizeBytes <= inMemoryBytes ? await content.bytes() : await content.path();
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => (error === null ? resolve(zip) : reject(damaged(error)));
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

function damaged(error: unknown): Unreadable {
  return new Unreadable('damaged', error instanceof Error ? error.message : 'the archive cannot be read', {
    cause: error,
  });
}

/** The members in the order of the directory. @throws Unreadable `damaged` */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const stop = new AbortController();
    const entry = once(zip, 'entry', { signal: stop.signal });
    const end = once(zip, 'end', { signal: stop.signal });
    entry.catch(() => undefined);
    end.catch(() => undefined);
    zip.readEntry();
    try {
      const [found] = (await Promise.race([entry, end])) as [Entry?];
      if (found === undefined) return;
      yield found;
    } catch (error) {
      throw damaged(error);
    } finally {
      stop.abort();
    }
  }
}

/** The unpacked bytes of a member. */
export async function* entryChunks(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, {}, (error, readable) => (error === null ? resolve(readable) : reject(damaged(error))));
  });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw damaged(error);
  }
}
