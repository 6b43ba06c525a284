import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, open, type Options, type ZipFile } from 'yauzl';

/**
 * Opens an archive that lies in memory or at a path. Its names are only shown, so one that climbs out of the folder must not stop the
 * reading of the others.
 *
 * @throws Error of the library if it is damaged.
 */
export function openArchive(source: string | Buffer): Promise<ZipFile> {
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  } satisfies Options;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => (error === null ? resolve(zip) : reject(error));
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

/** The members in the order of the directory. @throws Error of the library where it is damaged. */
export async function* membersOf(zip: ZipFile): AsyncGenerator<Entry> {
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
    } finally {
      stop.abort();
    }
  }
}

/** The unpacked bytes of a member, without any bound on them. @throws Error of the library where it is damaged. */
export async function* unpackedBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, {}, (error, readable) => (error === null ? resolve(readable) : reject(error)));
  });
  yield* stream as AsyncIterable<Buffer>;
}
