import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FoundFile } from '../ingest/collect-files.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { loadRows } from './load-rows.ts';
import type { FileGroup } from './plan-groups.ts';
import type { Pool } from './pool.ts';
import type { FileCounts, LockedKey, ScanResult, ScanTask, Unit } from './task.ts';

interface KnownFile extends FoundFile {
  readonly fileId: number;
  readonly sha256: string;
}

/** What was not read because a worker ended over it. */
interface Loss {
  readonly fileId: number;
  readonly part: string;
  readonly detail: string;
}

/** One scan over all its groups of files: each group goes into the case as a whole, one after the other. */
export class ScanRun {
  /** Counts of this run; `unread` are parts that were not examined. */
  readonly outcome = { scanned: 0, known: 0, unread: 0 };
  readonly lockedKeys = new Map<string, LockedKey>();
  readonly passphrases = new Map<string, string>();
  readonly #store: Store;
  readonly #pool: Pool<ScanTask, Unit, ScanResult>;
  readonly #seen = new Set<string>();
  #nextId: number | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(store: Store, pool: Pool<ScanTask, Unit, ScanResult>) {
    this.#store = store;
    this.#pool = pool;
  }

  /** Scans what is new of a group and writes it. */
  async scan(group: FileGroup): Promise<void> {
    const files = await this.#inTurn(() => this.#newOf(group));
    if (files.length === 0) return;
    const losses: Loss[] = [];
    const results: ScanResult[] = [];
    await Promise.all(
      Array.from({ length: group.shares }, async (_, index) => {
        const task = { files, share: { index, of: group.shares }, skipped: [] };
        const result = await this.#pool.run(task, (unit, reason) => {
          if (unit !== undefined) losses.push({ fileId: unit.fileId, part: partOf(unit), detail: reason });
        });
        if (result !== undefined) results.push(result);
        else
          losses.push(
            ...files.map(({ fileId }) => ({ fileId, part: '', detail: 'given up: too much of it ended the reader' })),
          );
      }),
    );
    await this.#inTurn(() => this.#write(files, results, losses));
    for (const { lockedKeys, passphrases } of results) {
      // On the way between workers a buffer becomes a plain array of bytes.
      for (const { fingerprint, key } of lockedKeys)
        this.lockedKeys.set(fingerprint, { fingerprint, key: { ...key, bytes: Buffer.from(key.bytes) } });
      for (const [print, value] of passphrases) this.passphrases.set(print, value);
    }
  }

  /** Whatever speaks to the case does so alone. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** Files whose bytes have not been scanned, with their ids: those of evidence that the case has are kept. */
  async #newOf(group: FileGroup): Promise<KnownFile[]> {
    const hashed = await Promise.all(group.files.map(async (file) => ({ ...file, sha256: await hashOf(file.path) })));
    const hashes = JSON.stringify(hashed.map(({ sha256 }) => sha256));
    const known = await this.#store.rows<{ sha256: string; fileId: number; isScanned: boolean }>(sql`
      select sha256, file_id as "fileId", file_id in (select file_id from mail_file) as "isScanned"
      from evidence_file where sha256 in (select unnest(from_json(${hashes}, '["VARCHAR"]')))`);
    const knownOf = new Map(known.map((file) => [file.sha256, file]));
    this.#nextId ??= (
      await this.#store.row<{ next: number }>(sql`select coalesce(max(file_id), 0) + 1 as next from evidence_file`)
    ).next;
    const files: KnownFile[] = [];
    for (const file of hashed) {
      const before = knownOf.get(file.sha256);
      if (before?.isScanned === true || this.#seen.has(file.sha256)) {
        this.outcome.known += 1;
        continue;
      }
      this.#seen.add(file.sha256);
      files.push({ ...file, fileId: before?.fileId ?? this.#nextId++ });
    }
    return files;
  }

  async #write(files: readonly KnownFile[], results: readonly ScanResult[], losses: readonly Loss[]): Promise<void> {
    const store = this.#store;
    const counts = files.map(({ fileId }) =>
      addUp(
        fileId,
        results.flatMap((result) => result.files),
      ),
    );
    await store.transaction(async () => {
      if (results.length > 0) await loadRows(store, results);
      await store.run(sql`insert into part_unread
        select l.fileId, 0, l.part, null, 'damaged', l.detail
        from (select unnest(from_json(${JSON.stringify(losses)}, '[{"fileId":"INTEGER","part":"VARCHAR","detail":"VARCHAR"}]')) as l)`);
      await store.run(sql`insert into mail_file
        select c.fileId, c.reader, (select count(*) from message m where m.file_id = c.fileId), c.parts, c.characters
        from (select unnest(from_json(${JSON.stringify(counts)}, '[{"fileId":"INTEGER","reader":"VARCHAR","parts":"BIGINT","characters":"BIGINT"}]')) as c)`);
      const custody = files.map(({ fileId, path, sha256, bytes }) => ({ fileId, path, sha256, bytes }));
      await store.run(sql`insert into evidence_file
        select f.fileId, f.path, f.sha256, f.bytes, m.reader, m.messages, 0, 0, null, null
        from (select unnest(from_json(${JSON.stringify(custody)}, '[{"fileId":"INTEGER","path":"VARCHAR","sha256":"VARCHAR","bytes":"BIGINT"}]')) as f)
        join mail_file m on m.file_id = f.fileId where f.fileId not in (select file_id from evidence_file)`);
    });
    const { unread } = await store.row<{ unread: number }>(sql`
      select count(*) as unread from part_unread
      where file_id in (select unnest(from_json(${JSON.stringify(files.map(({ fileId }) => fileId))}, '["INTEGER"]')))`);
    this.outcome.scanned += files.length;
    this.outcome.unread += unread;
  }
}

function partOf({ unit }: Unit): string {
  return unit === 0 ? '' : `message ${unit}`;
}

/** The counts of one file over all its shares. */
function addUp(fileId: number, counts: readonly FileCounts[]): FileCounts {
  const own = counts.filter((count) => count.fileId === fileId);
  return {
    fileId,
    reader: own.find(({ reader }) => reader !== '')?.reader ?? '',
    parts: own.reduce((sum, { parts }) => sum + parts, 0),
    characters: own.reduce((sum, { characters }) => sum + characters, 0),
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
