import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A disk of so many bytes in memory; undefined where this user may not mount one. */
export async function tinyDisk(bytes: number): Promise<string | undefined> {
  const folder = join(await temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  // Before the folder around it is removed: what is registered last runs first.
  onTestFinished(() => {
    execFileSync('umount', [folder], { stdio: 'ignore' });
  });
  return folder;
}

/** Words in front of a command so that no file it writes becomes longer than so many KiB. */
export function withFileLimit(kibibytes: number): (words: readonly string[]) => [string, ...string[]] {
  return (words) => ['bash', '-c', `ulimit -f ${kibibytes}; exec "$@"`, 'bash', ...words];
}
