import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, sampleData, titleFor } from './sample-data.ts';

/** Files that are neither logs nor directories: rules in YAML and Python. They have to be refused in so many words. */
const folders = ['panther-m365-azure'];

describe.each(folders)('%s', (folder) => {
  describe.skipIf(!isThere(folder))(titleFor(folder, 'files without any log'), () => {
    test('are read to their end and named one by one as not recognised', async () => {
      const scratch = await openScratchCase();
      try {
        const outcome = await ingest(scratch.store, scratch.folder, [join(sampleData, folder)]);
        expect(outcome.records).toBe(0);
        expect(outcome.read + outcome.known).toBe(filesOf(folder).length);
        expect(outcome.unreadable).toEqual([]);
        const told = await scratch.store.rows<{ path: string }>(sql`
          select path from evidence_file e where bytes > 0 and source = '' and not exists (
            select 1 from gap g where g.kind = 'unrecognised-file' and g.file_id = e.file_id)`);
        expect(told.map(({ path }) => path)).toEqual([]);
        const reasons = await scratch.store.rows<{ reason: string }>(
          sql`select distinct reason from rejection order by reason`,
        );
        expect(reasons.length).toBeGreaterThan(0);
        for (const { reason } of reasons) expect(reason).toMatch(/^[a-z][^{}]{8,}$|^XML|^JSON/);
      } finally {
        await scratch.close();
      }
    });
  });
});
