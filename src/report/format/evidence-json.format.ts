import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { readCustody } from '../read/custody.ts';

/** The chain of custody: every file of evidence by path, one line each. */
const evidenceJson: OutputFormat = {
  name: 'evidence.json',
  async write(store, directory) {
    const rows = await readCustody(store);
    await replaceTextFile(directory, this.name, async (write) => {
      await write('[');
      for (const [index, row] of rows.entries()) await write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`);
      await write('\n]\n');
    });
  },
};

export default evidenceJson;
