import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { readSprays } from '../read/spray.ts';

/** What was measured of password sprays: campaigns, days, weeks, and the slowest spray that would have been seen. */
const sprayJson: OutputFormat = {
  name: 'spray.json',
  async write(store, directory) {
    const sprays = await readSprays(store);
    await replaceTextFile(directory, this.name, (write) => write(`${JSON.stringify(sprays, undefined, 2)}\n`));
  },
};

export default sprayJson;
