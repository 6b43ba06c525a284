import { existsSync, rmSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../shape/fault.ts';
import { prepareSchema } from '../store/schema.ts';
import { Store, type StoreLimits } from '../store/store.ts';
import { readKeyFile, sealFile, unsealFile } from './seal.ts';

/** An investigation on disk: a folder with `case.duckdb` in it. Close it when done; one process at a time has it. */
export interface Case {
  readonly folder: string;
  readonly store: Store;
  /** Of the key file, if the case is sealed when it is closed. */
  readonly secret: Buffer | undefined;
  close(): void;
}

/**
 * Opens the case in `folder`.
 *
 * @param options `create` makes folder and case if they are not there. With `keyFile` the case lies encrypted on the disk while it is
 * not open, as `case.sealed`; one that was not so becomes so.
 * @throws Fault `case-sealed` without the key, `key-invalid`, `case-missing`, `case-invalid`, `case-newer`, `case-older`, `case-in-use`, `path-unreadable`, `disk-full`.
 */
export async function openCase(
  folder: string,
  options: StoreLimits & { create?: boolean; keyFile?: string | undefined } = {},
): Promise<Case> {
  // Whole, because the engine would take the beginning of `name:folder` for the kind of database.
  const path = resolve(folder, 'case.duckdb');
  if (path.includes('?')) {
    throw new Fault('path-unreadable', 'the engine cannot keep a case where a folder has a question mark in its name', {
      place: { file: folder },
      hint: 'Give --case a folder with another name.',
    });
  }
  const secret = options.keyFile === undefined ? undefined : readKeyFile(options.keyFile);
  const sealed = resolve(folder, 'case.sealed');
  const wasSealed = unsealIfThere(sealed, path, secret);
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
    if (!exists || wasSealed) await removeHalfMade(path);
    throw error instanceof Fault ? located(error, folder) : error;
  }
  const opened = store;
  const close = (): void => {
    opened.close();
    if (secret !== undefined) sealCase(path, sealed, secret);
  };
  return { folder, store: opened, secret, close };
}

/** What a process that was ended had open lies there as it was, and is newer. */
function unsealIfThere(sealed: string, path: string, secret: Buffer | undefined): boolean {
  if (!existsSync(sealed) || existsSync(path)) return false;
  if (secret === undefined) {
    throw new Fault('case-sealed', 'the case is encrypted', {
      place: { file: sealed },
      hint: 'Give the key file that it was sealed with: --key-file FILE',
    });
  }
  unsealFile(sealed, path, secret);
  return true;
}

function sealCase(path: string, sealed: string, secret: Buffer): void {
  sealFile(path, sealed, secret);
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
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
