import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Fault } from '../shape/fault.ts';

/** A file or folder that could not be looked into, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was last written. */
  readonly modified: Date;
}

export interface Collected {
  /** As the user named them, or below a folder that they named; sorted, each real file once. */
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
}

/** @throws Fault `path-missing` if a path that the user named does not exist. */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if ((await lstat(path).catch(() => undefined)) !== undefined) continue;
    throw new Fault('path-missing', 'there is no such file or folder', {
      place: { file: path },
      hint: 'Check the spelling; a path with blanks needs quotes.',
    });
  }
}

/**
 * All regular files at or below `paths`. Symbolic links are followed once: a loop ends, a file linked twice is one file.
 * `excluded` folders (the case itself) are left out.
 *
 * @throws Fault `path-missing` if a path that the user named does not exist.
 */
export async function collectFiles(paths: readonly string[], excluded: readonly string[] = []): Promise<Collected> {
  const seen = new Set<string>();
  for (const folder of excluded) {
    const real = await realpath(folder).catch(() => undefined);
    if (real !== undefined) seen.add(real);
  }
  const files: FoundFile[] = [];
  const unreadable: Unreadable[] = [];
  const visit = async (path: string): Promise<void> => {
    let real: string;
    try {
      real = await realpath(path);
    } catch (error) {
      const isLink = await lstat(path).then(
        (entry) => entry.isSymbolicLink(),
        () => false,
      );
      unreadable.push({ path, reason: isLink ? 'broken or endless symbolic link' : reasonOf(error) });
      return;
    }
    if (seen.has(real)) return;
    seen.add(real);
    try {
      const entry = await stat(real);
      if (entry.isDirectory()) {
        for (const name of (await readdir(path)).toSorted()) await visit(join(path, name));
      } else if (entry.isFile()) {
        files.push({ path, bytes: entry.size, modified: entry.mtime });
      } else {
        unreadable.push({ path, reason: 'neither a file nor a folder' });
      }
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  };
  await requirePaths(paths);
  for (const path of paths) {
    await visit(path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, unreadable };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    ELOOP: 'endless symbolic link',
    ENOENT: 'it vanished while being read',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}
