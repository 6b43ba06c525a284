import { replaceTextFile } from '../atomic-file.ts';
import type { OutputFormat } from '../output-format.ts';
import { readCoverage } from '../read/coverage.ts';
import { readNotExamined } from '../read/detection.ts';
import { readGaps } from '../read/gap.ts';
import { readRejections } from '../read/rejection.ts';
import { readUnread } from '../read/unread.ts';
import { readWindow } from '../read/window.ts';

/** What the evidence covers and what it does not: logs and days, gaps, detections that could not look, rejections. */
const coverageJson: OutputFormat = {
  name: 'coverage.json',
  async write(store, directory) {
    const sources = await readCoverage(store);
    const gaps = await readGaps(store);
    const notExamined = await readNotExamined(store);
    const files = await readRejections(store);
    const total = files.reduce((sum, { rejected }) => sum + rejected, 0);
    const examined = await readWindow(store);
    const coverage = {
      sources,
      examined,
      gaps,
      notExamined,
      rejections: { total, files },
      unread: await readUnread(store),
    };
    await replaceTextFile(directory, this.name, (write) => write(`${JSON.stringify(coverage, undefined, 2)}\n`));
  },
};

export default coverageJson;
