import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from './pool.ts';
import { RowSpool } from './row-spool.ts';
import { scanFile } from './scan-file.ts';
import { SecretSearch } from './secret-search.ts';
import {
  type LockedKey,
  rowTables,
  type RowTable,
  type ScanResult,
  type ScanSetup,
  type ScanTask,
  type Unit,
} from './task.ts';

const port = parentPort;
const setup = workerData as ScanSetup;
const folder = mkdtempSync(join(setup.folder, 'worker-'));
const search = SecretSearch.open(Buffer.from(setup.key), setup.rules);
let tasks = 0;

port?.on('message', (task: ScanTask) => {
  run(task).then(
    (result) => say({ result }),
    (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

function say(message: WorkerMessage<Unit, ScanResult>): void {
  port?.postMessage(message);
}

async function run(task: ScanTask): Promise<ScanResult> {
  const found = await search;
  tasks += 1;
  const spools = Object.fromEntries(
    rowTables.map((table) => [table, new RowSpool(join(folder, `${tasks}-${table}.ndjson`))]),
  ) as Record<RowTable, RowSpool>;
  const lockedKeys: LockedKey[] = [];
  const files = [];
  try {
    for (const file of task.files) {
      const { fileId } = file;
      const onUnit = (unit: number): void => say({ unit: { fileId, unit } });
      onUnit(0);
      files.push(
        await scanFile(
          file,
          task,
          found,
          { add: (table, row) => spools[table].add(row), lock: (key) => lockedKeys.push(key) },
          folder,
          onUnit,
        ),
      );
    }
  } finally {
    for (const spool of Object.values(spools)) spool.close();
  }
  const rows = Object.fromEntries(Object.entries(spools).map(([table, { path }]) => [table, path]));
  return { files, rows: rows as Record<RowTable, string>, lockedKeys, passphrases: found.takePassphrases() };
}
