import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { collectFiles, type Unreadable } from '../ingest/collect-files.ts';
import { Fault } from '../shape/fault.ts';
import { stopIfAsked } from '../shape/stop.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { fingerprintKey } from './fingerprint-key.ts';
import { knownKinds } from './known-kinds.ts';
import { openKeys } from './open-keys.ts';
import { type FileGroup, planGroups } from './plan-groups.ts';
import { Pool } from './pool.ts';
import { settleCredentials } from './settle-credentials.ts';
import { ScanRun } from './scan-run.ts';
import type { ScanResult, ScanSetup, ScanTask, Unit } from './task.ts';

export interface ScanProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
  /** Files with rules in the form of gitleaks. */
  readonly rules?: readonly string[];
  /** Key of the fingerprints, for a case that is sealed. */
  readonly key?: Buffer | undefined;
  /** Processors to use; 2 without it. */
  readonly workers?: number | undefined;
}

export interface ScanOutcome {
  /** Files scanned in this run, and those that the case had scanned already. */
  readonly scanned: number;
  readonly known: number;
  /** Parts of this run that were not examined. */
  readonly unread: number;
  /** Everything in the case: messages, parts with text or keys, and parts that were not examined, the damaged ones among them. */
  readonly total: {
    readonly messages: number;
    readonly parts: number;
    readonly unread: number;
    readonly damaged: number;
  };
  /** Files of the case that gave no text and no key at all, and why: holes in the evidence. */
  readonly silent: readonly { readonly path: string; readonly reason: string }[];
  readonly credentials: number;
  readonly keysOpened: number;
  readonly keysUntried: number;
  readonly unreadable: readonly Unreadable[];
}

const unitTimeoutMs = 180_000;
const workerMegabytes = 1536;
const crashesAtMost = 20;

/**
 * Reads mail and whatever hangs on it, and keeps every credential in it: its kind, places and fingerprint, never its value. Files
 * whose bytes were scanned before are left out, so that a scan that was stopped goes on.
 *
 * @param folder the case's folder.
 * @throws Fault `path-missing`, `nothing-to-read`, `rule-invalid`, `interrupted` (what was finished is kept).
 */
export async function scanMail(
  store: Store,
  folder: string,
  paths: readonly string[],
  options: ScanOptions = {},
): Promise<ScanOutcome> {
  const { files, unreadable } = await collectFiles(paths, [folder]);
  if (files.length === 0 && unreadable.length === 0) {
    throw new Fault('nothing-to-read', 'there is no file in what was named', {
      place: { file: paths[0] },
      hint: 'Name the folder that holds the mail, or the files themselves.',
    });
  }
  const kinds = await knownKinds(options.rules ?? []);
  const scratch = join(folder, 'temporary-scan');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const workers = options.workers ?? 2;
  const setup: ScanSetup = {
    key: await fingerprintKey(folder, options.key),
    folder: scratch,
    rules: options.rules ?? [],
  };
  const pool = new Pool<ScanTask, Unit, ScanResult>({
    script: new URL('./scan-worker.js', import.meta.url),
    setup,
    size: workers,
    unitTimeoutMs,
    memoryMegabytes: workerMegabytes,
    without: (task, unit) =>
      unit === undefined || task.skipped.length >= crashesAtMost
        ? undefined
        : { ...task, skipped: [...task.skipped, unit] },
  });
  const run = new ScanRun(store, pool);
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const stopIfFailed = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  options.signal?.addEventListener('abort', () => void pool.close(), { once: true });
  try {
    const bytesTotal = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let [filesDone, bytesDone] = [0, 0];
    const groups = planGroups(files, workers);
    const scanGroup = async (group: FileGroup): Promise<void> => {
      await run.scan(group);
      filesDone += group.files.length;
      bytesDone += group.files.reduce((sum, { bytes }) => sum + bytes, 0);
      options.onProgress?.({ filesDone, filesTotal: files.length, bytesDone, bytesTotal });
    };
    // Groups overlap, so that no worker waits while one is written; what is written is written one after the other.
    for (const group of groups) {
      stopIfAsked(options.signal);
      if (running.size > workers) await Promise.race(running);
      stopIfFailed();
      const work: Promise<void> = scanGroup(group)
        .catch((error: unknown) => failures.push(error))
        .then(() => void running.delete(work));
      running.add(work);
    }
    await Promise.all(running);
    stopIfAsked(options.signal);
    stopIfFailed();
  } finally {
    await pool.close();
    await Promise.all(running);
    await rm(scratch, { recursive: true, force: true });
  }
  await settleCredentials(store, kinds);
  const { opened, untried } = await openKeys(store, run.lockedKeys, run.passphrases);
  const total = await store.row<{ messages: number; parts: number; unread: number; damaged: number }>(sql`
    select coalesce(sum(messages), 0) as messages, coalesce(sum(parts), 0) as parts, (select count(*) from part_unread) as unread,
      (select count(*) from part_unread where reason = 'damaged') as damaged from mail_file`);
  const silent = await store.rows<{ path: string; reason: string }>(sql`
    select e.path, coalesce(min(u.detail), 'there is no text in it') as reason
    from mail_file f join evidence_file e using (file_id) left join part_unread u using (file_id) where f.parts = 0 group by e.path order by e.path`);
  const { credentials } = await store.row<{ credentials: number }>(sql`select count(*) as credentials from credential`);
  return {
    ...run.outcome,
    total,
    silent,
    credentials,
    keysOpened: opened,
    keysUntried: untried,
    unreadable,
  };
}
