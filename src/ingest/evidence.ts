import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { checkExpansion, DamagedContent } from './damage.ts';
import { limits } from './limits.ts';
import { zipMembers } from './zip.ts';

/** One stream of records to be: a file on disk, or a member of an archive as `archive.zip!member`. */
export interface EvidenceContent {
  readonly path: string;
  /** Unpacked bytes, in chunks whose memory is the reader's. Throws {@link DamagedContent} where they break off. */
  readonly chunks: AsyncIterable<Buffer>;
  /** SHA-256 in hexadecimal and number of bytes: of the file as it is on disk, or of the unpacked member. Valid after the last chunk. */
  custody(): { readonly sha256: string; readonly bytes: number };
  /** True of an archive that is only a shell: it has no records, its members follow. */
  readonly isArchive: boolean;
}

const chunkBytes = 1024 * 1024;

/** The contents of a file: itself, or what its archives hold, in their order, however deeply (bounded) they are nested. */
export async function* openEvidence(path: string, temporaryFolder: string): AsyncGenerator<EvidenceContent> {
  const kind = magic(await firstBytes(path));
  if (kind === 'zip') {
    const meter = new Meter();
    yield {
      path,
      chunks: meter.drained(createReadStream(path, { highWaterMark: chunkBytes })),
      custody: () => meter.custody(),
      isArchive: true,
    };
    yield* openZip(path, path, temporaryFolder, 1);
    return;
  }
  const meter = new Meter();
  const raw = meter.through(createReadStream(path, { highWaterMark: chunkBytes }));
  if (kind === 'plain') {
    yield { path, chunks: raw, custody: () => meter.custody(), isArchive: false };
    return;
  }
  yield* unpacked(path, gunzip(raw, meter), temporaryFolder, 1, () => meter.custody());
}

async function* openZip(
  file: string,
  name: string,
  temporaryFolder: string,
  depth: number,
): AsyncGenerator<EvidenceContent> {
  for await (const member of zipMembers(file)) {
    const path = `${name}!${member.name}`;
    const meter = new Meter();
    if (member.problem !== undefined) yield failing(path, member.problem, meter);
    else yield* unpacked(path, meter.through(member.chunks), temporaryFolder, depth, () => meter.custody());
  }
}

/** Looks at the first bytes of what came out of an archive: it may be one itself. */
async function* unpacked(
  path: string,
  chunks: AsyncIterable<Buffer>,
  temporaryFolder: string,
  depth: number,
  custody: EvidenceContent['custody'],
): AsyncGenerator<EvidenceContent> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first: IteratorResult<Buffer>;
  try {
    first = await iterator.next();
  } catch (error) {
    yield { path, chunks: rethrow(error), custody, isArchive: false };
    return;
  }
  const whole = resume(first, iterator);
  const kind = first.done === true ? 'plain' : magic(first.value);
  if (kind === 'plain') {
    yield { path, chunks: whole, custody, isArchive: false };
  } else if (depth >= limits.archiveDepth) {
    yield {
      path,
      chunks: rethrow(new DamagedContent(`archives nested deeper than ${limits.archiveDepth} are not opened`), whole),
      custody,
      isArchive: false,
    };
  } else if (kind === 'gzip') {
    const meter = new Meter();
    yield* unpacked(path, gunzip(meter.through(whole), meter), temporaryFolder, depth + 1, custody);
  } else {
    const copy = join(temporaryFolder, `archive-${randomBytes(6).toString('hex')}.zip`);
    try {
      try {
        await pipeline(whole, createWriteStream(copy, { mode: 0o600 }));
      } catch (error) {
        if (!(error instanceof DamagedContent)) throw error;
        yield { path, chunks: rethrow(error), custody, isArchive: false };
        return;
      }
      yield { path, chunks: none(), custody, isArchive: true };
      yield* openZip(copy, path, temporaryFolder, depth + 1);
    } finally {
      await unlink(copy).catch(() => undefined);
    }
  }
}

async function* gunzip(raw: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: chunkBytes });
  const feeding = pipeline(raw, unzip).catch(() => undefined);
  let expanded = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      expanded += chunk.length;
      checkExpansion(expanded, meter.bytes);
      yield chunk;
    }
    await feeding;
  } catch (error) {
    unzip.destroy();
    throw error instanceof DamagedContent
      ? error
      : new DamagedContent(`the gzip data is damaged or cut off: ${messageOf(error)}`);
  }
}

function magic(start: Buffer): 'zip' | 'gzip' | 'plain' {
  if (start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)) return 'zip';
  return start[0] === 0x1f && start[1] === 0x8b ? 'gzip' : 'plain';
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Counts and hashes what passes. */
class Meter {
  bytes = 0;
  readonly #hash = createHash('sha256');
  #digest: string | undefined;

  async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Consumes all, yields nothing. */
  async *drained(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of this.through(chunks)) void chunk;
  }

  custody(): { sha256: string; bytes: number } {
    this.#digest ??= this.#hash.digest('hex');
    return { sha256: this.#digest, bytes: this.bytes };
  }
}

async function* resume(first: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}

async function* rethrow(error: unknown, drain?: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (drain !== undefined) for await (const chunk of drain) void chunk;
  throw error;
}

async function* none(): AsyncGenerator<Buffer> {}

function failing(path: string, problem: string, meter: Meter): EvidenceContent {
  return { path, chunks: rethrow(new DamagedContent(problem)), custody: () => meter.custody(), isArchive: false };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
