import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, titleFor } from './sample-data.ts';

const folder = 'det-eng-samples/dataset';
const files = filesOf(folder)
  .map((path) => ({ name: basename(path), path }))
  .filter(({ name }) => name.startsWith('t1110.003'));

type Told = { principals: string[]; known: string[]; count: number };

describe.skipIf(!isThere(folder))(titleFor(folder, 'real sprays of a few minutes, without a baseline'), () => {
  test.each(files)('$name is one spray, told with the account that fell', async ({ path }) => {
    const scratch = await openScratchCase();
    try {
      await ingest(scratch.store, scratch.folder, [path]);
      await detect(scratch.store);
      // What the file says by itself: who was tried, and who got in.
      const { tried, fell } = await scratch.store.row<{ tried: string[]; fell: string[] }>(sql`
        select list_sort(list(distinct principal)) as tried, list_sort(list(distinct principal) filter (operation = 'UserLoggedIn')) as fell
        from activity where operation in ('UserLoggedIn', 'UserLoginFailed')`);
      const sprays = await scratch.store.rows<Told>(sql`
        select f.principals, c.known, f.count from finding f join campaign c on c.campaign = f.key where detection = 'password-spray'`);
      expect(sprays).toMatchObject([{ known: fell }]);
      for (const name of sprays[0]?.principals ?? []) expect(tried).toContain(name);
      expect(sprays[0]?.principals.length).toBeGreaterThanOrEqual(tried.length - 2);
      const guessed = await scratch.store.rows<{ principals: string[] }>(sql`
        select principals from finding where detection = 'guessed-password'`);
      expect(guessed.flatMap(({ principals }) => principals)).toEqual(fell);
    } finally {
      await scratch.close();
    }
  });

  test('all of them as one case still name every account that fell', async () => {
    const scratch = await openScratchCase();
    try {
      await ingest(
        scratch.store,
        scratch.folder,
        files.map(({ path }) => path),
      );
      await detect(scratch.store);
      const [fell] = await scratch.store.rows<{ missed: string[] }>(sql`
        select coalesce(list(distinct principal) filter (principal not in (select unnest(principals) from finding where detection = 'guessed-password')), []) as missed
        from activity where operation = 'UserLoggedIn'`);
      expect(fell).toEqual({ missed: [] });
    } finally {
      await scratch.close();
    }
  });
});
