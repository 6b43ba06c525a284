import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder with real exports, which are not part of this repository: SNOWFENCE_REAL_DATA, else `shared/data` beside the
 * repository. docs/evaluation.md names where each of them is published.
 */
export const sampleData = process.env['SNOWFENCE_REAL_DATA'] ?? resolve(root, '../shared/data');

/** A title that says why a block of tests is skipped, where its data is not there. */
export function titleFor(folder: string, title: string): string {
  const path = join(sampleData, folder);
  return existsSync(path) ? title : `${title} (skipped: there is no ${folder} in the folder SNOWFENCE_REAL_DATA)`;
}

/** Files of a folder of the data, sorted; none if it is not there. */
export function filesOf(folder: string, ending = ''): string[] {
  const path = join(sampleData, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

export function isThere(folder: string): boolean {
  return existsSync(join(sampleData, folder));
}
