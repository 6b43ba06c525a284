import type { OutputFormat } from '../output-format.ts';
import { replaceTextFile } from '../atomic-file.ts';
import { type FileName, readFileNames } from '../read/custody.ts';
import { evidenceLimit, evidenceOf } from '../read/evidence.ts';
import { evidencePlaces, type FindingHead, readFindings, type RecordPlace } from '../read/finding.ts';

/** Findings as an array, oldest first then by id, one line each. */
const findingsJson: OutputFormat = {
  name: 'findings.json',
  async write(store, directory) {
    const findings = await readFindings(store);
    const files = await readFileNames(store);
    await replaceTextFile(directory, this.name, async (write) => {
      // Findings and places come in the same order, so that one pass joins them.
      let position = 0;
      let places: RecordPlace[] = [];
      await write('[');
      const finish = async () => {
        const finding = findings[position];
        if (finding === undefined) return;
        await write(`${position === 0 ? '\n' : ',\n'}${lineOf(finding, places, files)}`);
        position += 1;
        places = [];
      };
      for await (const rows of store.stream<RecordPlace>(evidencePlaces(evidenceLimit))) {
        for (const row of rows) {
          while (position < findings.length && findings[position]?.id !== row.finding) await finish();
          places.push(row);
        }
      }
      while (position < findings.length) await finish();
      await write('\n]\n');
    });
  },
};

export default findingsJson;

function lineOf(finding: FindingHead, places: readonly RecordPlace[], files: ReadonlyMap<number, FileName>): string {
  const { next, why, ...head } = finding;
  return JSON.stringify({ ...head, evidence: evidenceOf(places, files), next, why });
}
