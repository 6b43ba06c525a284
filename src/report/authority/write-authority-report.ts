import type { AuthoritySummary } from '../../response/authority/summary.ts';
import { makeFolder, replaceTextFile } from '../atomic-file.ts';
import { authorityCsv } from './authority-csv.ts';
import { authorityJson } from './authority-json.ts';
import { authorityPage } from './authority-page.ts';

/**
 * Writes `<directive>.html`, `.csv` and `.json` into `directory`, which is made if it is missing, and returns their names. The same
 * journal, evidence and time give the same bytes.
 *
 * @throws Fault `disk-full` or `path-unreadable`.
 */
export async function writeAuthorityReport(
  summary: AuthoritySummary,
  directory: string,
  generatedBy: string,
): Promise<string[]> {
  const { id } = summary.application.directive;
  const files: [string, string][] = [
    [`${id}.csv`, authorityCsv(summary)],
    [`${id}.html`, authorityPage(summary, generatedBy)],
    [`${id}.json`, authorityJson(summary, generatedBy)],
  ];
  await makeFolder(directory);
  for (const [name, text] of files) await replaceTextFile(directory, name, (write) => write(text));
  return files.map(([name]) => name);
}
