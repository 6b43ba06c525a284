import { eventTables } from '../shape/detection.ts';
import { stopIfAsked } from '../shape/stop.ts';
import { identifier, join, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { EvidenceContent } from './evidence.ts';
import { BatchLoader } from './load-batch.ts';
import { keepExportTime, keepUnread, type UnreadValues } from './load-directory.ts';
import { type Batch, RecordReader } from './record-reader.ts';
import type { Rejection } from './spool.ts';

/** What became of one content. */
export interface FileOutcome {
  readonly path: string;
  /** `known`: the same bytes are in the case already, nothing was added. */
  readonly state: 'read' | 'known';
  readonly records: number;
  readonly rejected: number;
  /** Values in the records that could not be read and count as not exported. */
  readonly unread: readonly UnreadValues[];
  readonly source: string;
  /** Why nothing of it could be used, if so. */
  readonly problem?: string | undefined;
}

class AlreadyKnown extends Error {}

/**
 * Loads one content as a whole or not at all, with its custody.
 *
 * @param onRecords is told how many records the file has given so far.
 */
export async function ingestContent(
  store: Store,
  content: EvidenceContent,
  folder: string,
  options: {
    /** When the file was last written. */
    modified: Date;
    signal?: AbortSignal | undefined;
    onRecords?: (records: number) => void;
  },
): Promise<FileOutcome> {
  const reader: { current?: RecordReader } = {};
  try {
    return await store.transaction(async () => {
      const fileId = await nextFileId(store);
      const loader = new BatchLoader(store, fileId);
      reader.current = new RecordReader(content.chunks, folder, (rejections) =>
        keepRejections(store, fileId, rejections),
      );
      await loadAll(reader.current, loader, options);
      const { sha256, bytes } = content.custody();
      if (bytes > 0 && (await isKnownHash(store, sha256))) throw new AlreadyKnown();
      await keepExportTime(store, fileId, content.path, options.modified);
      const unread = await keepUnread(store, fileId, loader.directoryTables);
      const rejected = await countRejections(store, fileId);
      const source = loader.sources.join('+');
      await store.run(sql`insert into evidence_file
        select ${fileId}::integer, ${content.path}, ${sha256}, ${bytes}::bigint, ${source}, ${loader.loaded}::bigint, 0, ${rejected}::bigint, min(time), max(time)
        from (${join(
          eventTables.map((table) => sql`select time from ${identifier(table)} where file_id = ${fileId}`),
          sql` union all `,
        )})`);
      const problem = source === '' ? await firstReason(store, fileId) : undefined;
      return { path: content.path, state: 'read', records: loader.loaded, rejected, unread, source, problem } as const;
    });
  } catch (error) {
    reader.current?.discard();
    if (error instanceof AlreadyKnown) {
      await keepPlace(store, content.custody().sha256, content.path, options.modified);
      return { path: content.path, state: 'known', records: 0, rejected: 0, unread: [], source: '' };
    }
    throw error;
  }
}

/** Reads the next batch while the engine loads the one before. */
async function loadAll(
  reader: RecordReader,
  loader: BatchLoader,
  options: { signal?: AbortSignal | undefined; onRecords?: (records: number) => void },
): Promise<void> {
  let loading: Promise<void> = Promise.resolve();
  const load = async (batch: Batch): Promise<void> => {
    try {
      await loader.load(batch);
      options.onRecords?.(loader.loaded);
    } finally {
      batch.spool.remove();
    }
  };
  try {
    for await (const batch of reader.batches()) {
      try {
        await loading;
        stopIfAsked(options.signal);
      } catch (error) {
        batch.spool.remove();
        throw error;
      }
      loading = load(batch);
      // Its failure is told by the next await; until then it is not unhandled.
      loading.catch(() => undefined);
    }
    await loading;
  } finally {
    // Nothing of this file may run after its transaction has been taken back.
    await loading.catch(() => undefined);
  }
  stopIfAsked(options.signal);
}

/** Notes one more place of bytes that the case has: for a directory it counts where, and when, they were exported. */
export async function keepPlace(store: Store, sha256: string, path: string, modified: Date): Promise<void> {
  const known = await store.rows<{ id: number }>(sql`select file_id as id from evidence_file where sha256 = ${sha256}`);
  for (const { id } of known) await keepExportTime(store, id, path, modified);
}

/** True if a file or member with these bytes is in the case. */
export async function isKnownHash(store: Store, sha256: string): Promise<boolean> {
  const found = await store.rows(sql`select 1 as known from evidence_file where sha256 = ${sha256} limit 1`);
  return found.length > 0;
}

async function nextFileId(store: Store): Promise<number> {
  const { id } = await store.row<{ id: number }>(sql`select coalesce(max(file_id), 0) + 1 as id from evidence_file`);
  return id;
}

async function keepRejections(store: Store, fileId: number, rejections: readonly Rejection[]): Promise<void> {
  await store.run(sql`insert into rejection
    select ${fileId}::integer, r.record, r.line, r.reason, r.sample
    from (select unnest(from_json(${JSON.stringify(rejections)}, '[{"record":"BIGINT","line":"BIGINT","reason":"VARCHAR","sample":"VARCHAR"}]')) as r)`);
}

async function countRejections(store: Store, fileId: number): Promise<number> {
  const { rejected } = await store.row<{ rejected: number }>(
    sql`select count(*) as rejected from rejection where file_id = ${fileId}`,
  );
  return rejected;
}

async function firstReason(store: Store, fileId: number): Promise<string | undefined> {
  const [first] = await store.rows<{ reason: string }>(
    sql`select reason from rejection where file_id = ${fileId} order by record, line limit 1`,
  );
  return first?.reason;
}
