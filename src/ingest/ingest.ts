import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../shape/fault.ts';
import { stopIfAsked } from '../shape/stop.ts';
import { literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { collectFiles, type FoundFile, type Unreadable } from './collect-files.ts';
import { updateCoverage } from './coverage.ts';
import { type EvidenceContent, openEvidence } from './evidence.ts';
import { type FileOutcome, ingestContent, isKnownHash, keepPlace } from './ingest-file.ts';
import { optimizersToDisable } from './load-batch.ts';
import { removeDuplicates } from './remove-duplicates.ts';

/** How far the reading has come; bytes are those of the files on disk. */
export interface IngestProgress {
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly records: number;
}

export interface IngestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** Told after each file or member. */
  readonly onFile?: ((outcome: FileOutcome) => void) | undefined;
}

export interface IngestOutcome {
  /** Files and archive members read in this run. */
  readonly read: number;
  /** Files and members that the case had already. */
  readonly known: number;
  readonly records: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Values in records of directories that could not be read and count as not exported. */
  readonly unread: number;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads files and folders of any mix of exports into the case. Each file is loaded as a whole or not at all, and not at
 * all if its bytes are there already.
 *
 * @param folder the case's folder, for temporary files; it is never read as evidence.
 * @throws Fault `path-missing`, `nothing-to-read`, `interrupted` (what was finished is kept), `disk-full`.
 */
export async function ingest(
  store: Store,
  folder: string,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestOutcome> {
  const { files, unreadable } = await collectFiles(paths, [folder]);
  if (files.length === 0 && unreadable.length === 0) {
    throw new Fault('nothing-to-read', 'there is no file in what was named', {
      place: { file: paths[0] },
      hint: 'Name the folder that holds the exports, or the files themselves.',
    });
  }
  const temporary = join(folder, 'temporary');
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  const outcome = { read: 0, known: 0, records: 0, rejected: 0, unread: 0, unreadable: [...unreadable] };
  let bytesBefore = 0;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  await store.run(sql`set disabled_optimizers = ${literal(optimizersToDisable)}`);
  try {
    for (const file of files) {
      stopIfAsked(options.signal);
      const tell = (bytes: number, records: number): void =>
        options.onProgress?.({
          file: file.path,
          bytesDone: bytesBefore + Math.min(bytes, file.bytes),
          bytesTotal,
          records: outcome.records + records,
        });
      tell(0, 0);
      try {
        for await (const result of ingestFile(store, file, temporary, tell, options.signal)) {
          outcome[result.state] += 1;
          outcome.records += result.records;
          outcome.rejected += result.rejected;
          outcome.unread += result.unread.reduce((sum, { values }) => sum + values, 0);
          options.onFile?.(result);
        }
      } catch (error) {
        const reason = unreadableReason(error);
        if (reason === undefined) throw diskFull(error, folder) ?? error;
        outcome.unreadable.push({ path: file.path, reason });
      }
      bytesBefore += file.bytes;
    }
  } finally {
    await store.run(sql`reset disabled_optimizers`);
    await rm(temporary, { recursive: true, force: true });
  }
  const duplicates = await removeDuplicates(store);
  await updateCoverage(store, outcome.unreadable);
  return { ...outcome, duplicates };
}

async function* ingestFile(
  store: Store,
  file: FoundFile,
  temporary: string,
  tell: (bytes: number, records: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileOutcome> {
  const known = await hashOfKnown(store, file);
  if (known !== undefined) {
    await keepPlace(store, known, file.path, file.modified);
    yield { path: file.path, state: 'known', records: 0, rejected: 0, unread: [], source: '' };
    return;
  }
  const archives: EvidenceContent[] = [];
  for await (const content of openEvidence(file.path, temporary)) {
    stopIfAsked(signal);
    if (content.isArchive) {
      for await (const chunk of content.chunks) void chunk;
      archives.push(content);
      continue;
    }
    let bytes = 0;
    let records = 0;
    const metered = meter(content, (length) => {
      bytes += length;
      tell(bytes, records);
    });
    yield await ingestContent(store, metered, temporary, {
      modified: file.modified,
      signal,
      onRecords: (count) => {
        records = count;
        tell(bytes, records);
      },
    });
  }
  // Only now: an archive that was interrupted half-way is opened again in the next run.
  for (const archive of archives) {
    const { sha256, bytes } = archive.custody();
    if (await isKnownHash(store, sha256)) continue;
    await store.run(sql`insert into evidence_file
      select coalesce(max(file_id), 0) + 1, ${archive.path}, ${sha256}, ${bytes}::bigint, 'archive', 0, 0, 0, null, null from evidence_file`);
  }
}

/** The hash of a file that the case has: known by size and then by hash, so that a new file is not read twice for its hash. */
async function hashOfKnown(
  store: Store,
  file: { readonly path: string; readonly bytes: number },
): Promise<string | undefined> {
  const sameSize = await store.rows(
    sql`select 1 as found from evidence_file where bytes = ${file.bytes}::bigint limit 1`,
  );
  if (sameSize.length === 0) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  return (await isKnownHash(store, sha256)) ? sha256 : undefined;
}

function meter(content: EvidenceContent, onBytes: (length: number) => void): EvidenceContent {
  return {
    ...content,
    chunks: (async function* () {
      for await (const chunk of content.chunks) {
        onBytes(chunk.length);
        yield chunk;
      }
    })(),
  };
}

function diskFull(error: unknown, folder: string): Fault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return undefined;
  return new Fault('disk-full', 'the disk that holds the case is full', {
    place: { file: folder },
    hint: 'Free some space and run the same command again: what was finished is kept.',
    cause: error,
  });
}

/** Why a file cannot be read, if the trouble is the file's and not ours. */
function unreadableReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const reasons: Record<string, string> = {
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    EIO: 'the disk cannot read it',
    ENOENT: 'it vanished while being read',
  };
  return reasons[String(error.code)];
}
