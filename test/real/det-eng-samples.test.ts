import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, titleFor } from './sample-data.ts';

const folder = 'det-eng-samples/dataset';
const files = filesOf(folder).map((path) => ({ name: basename(path), path }));

/** `t1098.002_ApplicationImpersonation.csv` is labelled T1098.002. */
function labelOf(name: string): string {
  return /^t\d{4}(?:\.\d{3})?/i.exec(name)?.[0].toUpperCase() ?? '';
}

/** The technique itself, its parent or one of its sub-techniques; not a sister of it. */
function isNear(found: string, label: string): boolean {
  return found === label || found.startsWith(`${label}.`) || label.startsWith(`${found}.`);
}

describe.skipIf(!isThere(folder))(titleFor(folder, 'labelled exports of the unified audit log'), () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(19);
    for (const { name } of files) expect(labelOf(name)).toMatch(/^T\d{4}/);
  });

  test.each(files)('$name', async ({ name, path }) => {
    const scratch = await openScratchCase();
    try {
      const { records, rejected } = await ingest(scratch.store, scratch.folder, [path]);
      expect({ rejected, hasRecords: records > 0 }).toEqual({ rejected: 0, hasRecords: true });
      await detect(scratch.store);
      const rows = await scratch.store.rows<{ detection: string; techniques: string[] }>(
        sql`select detection, techniques from finding join detection using (detection)`,
      );
      const near = rows.filter(({ techniques }) => techniques.some((technique) => isNear(technique, labelOf(name))));
      expect(near, `found: ${JSON.stringify(rows)}`).not.toEqual([]);
    } finally {
      await scratch.close();
    }
  });
});
