import { discover } from '../discover/discover.ts';
import type { Store } from '../store/store.ts';
import { makeFolder } from './atomic-file.ts';
import type { OutputFormat, ReportOptions } from './output-format.ts';

/** Every output format, sorted by the name of the file that it writes. */
async function loadFormats(): Promise<OutputFormat[]> {
  const formats = await discover<OutputFormat>(new URL('format/', import.meta.url), 'format');
  return formats.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Writes everything that a case gives into `directory`, which is made if it is missing: `report.html`, `findings.json`,
 * `story.json`, `spray.json`, `audit.json`, `evidence.json`, `coverage.json` and `timeline.csv`, and of a case with mail
 * `credentials.json` and `messages.json`. Returns the file names, sorted. The same case gives the same
 * bytes, whenever and wherever it is written.
 *
 * @throws Fault `disk-full` or `path-unreadable` if the folder cannot take the files.
 */
export async function writeReport(store: Store, directory: string, options: ReportOptions): Promise<string[]> {
  await makeFolder(directory);
  const written: string[] = [];
  for (const format of await loadFormats()) {
    if ((await format.isWanted?.(store)) === false) continue;
    await format.write(store, directory, options);
    written.push(format.name);
  }
  return written;
}
