import { mkdir, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../shape/fault.ts';
import { prepareSchema } from '../store/schema.ts';
import { Store, type StoreLimits } from '../store/store.ts';

/** An investigation on disk: a folder with `case.duckdb` in it. Close it when done; one process at a time has it. */
export interface Case {
  readonly folder: string;
  readonly store: Store;
  close(): void;
}

/**
 * Opens the case in `folder`.
 *
 * @param options `create` makes folder and case if they are not there.
 * @throws Fault `case-missing`, `case-invalid`, `case-newer`, `case-older`, `case-in-use`, `path-unreadable`, `disk-full`.
 */
export async function openCase(folder: string, options: StoreLimits & { create?: boolean } = {}): Promise<Case> {
  // Whole, because the engine would take the beginning of `name:folder` for the kind of database.
  const path = resolve(folder, 'case.duckdb');
  if (path.includes('?')) {
    throw new Fault('path-unreadable', 'the engine cannot keep a case where a folder has a question mark in its name', {
      place: { file: folder },
      hint: 'Give --case a folder with another name.',
    });
  }
  // A file without a byte is what a process leaves that was ended as it made the case.
  const exists = await stat(path).then(
    (entry) => entry.isDirectory() || entry.size > 0,
    () => false,
  );
  if (!exists && options.create !== true) {
    throw new Fault('case-missing', 'there is no case in this folder', {
      place: { file: folder },
      hint: 'Make one with: snowfence investigate PATH --case DIR',
    });
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isDiskFull(error)) {
      throw new Fault('disk-full', 'the disk is full: the folder of the case cannot be made', {
        place: { file: folder },
        hint: 'Free some space, or give --case a folder on another disk.',
        cause: error,
      });
    }
    throw new Fault('path-unreadable', 'the folder of the case cannot be made', {
      place: { file: folder },
      hint: 'Give --case a folder in a place where you may write.',
      cause: error,
    });
  }
  if (!exists) await removeHalfMade(path);
  let store: Store | undefined;
  try {
    store = await Store.open(path, options);
    await prepareSchema(store);
  } catch (error) {
    store?.close();
    if (!exists) await removeHalfMade(path);
    throw error instanceof Fault ? located(error, folder) : error;
  }
  const opened = store;
  return { folder, store: opened, close: () => opened.close() };
}

/** A case that could not be made leaves nothing, so that the next try begins anew. */
async function removeHalfMade(path: string): Promise<void> {
  for (const file of [path, `${path}.wal`]) await rm(file, { force: true });
}

function located(fault: Fault, file: string): Fault {
  return new Fault(fault.code, fault.message, { place: { file }, hint: fault.hint, cause: fault });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
