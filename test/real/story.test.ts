import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { isThere, sampleData, titleFor } from './sample-data.ts';

/** The stories of a folder, their stages in order. */
async function storiesOf(scratch: ScratchCase, folder: string) {
  await ingest(scratch.store, scratch.folder, [join(sampleData, folder)]);
  await detect(scratch.store);
  return scratch.store.rows<{ confidence: string; stages: string[]; prose: string[]; gaps: string[] }>(sql`
    select confidence, prose, (select list(stage order by position) from story_stage s where s.story = story.story) as stages,
      (select list(gap order by position) from story_gap g where g.story = story.story) as gaps
    from story`);
}

describe.each([
  ['otrf-goldensaml', 'a forged SAML token: permission, secret and mail'],
  ['det-eng-samples', 'single actions on different days'],
])('%s', (folder, title) => {
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
  });
  afterAll(() => scratch.close());

  test.skipIf(!isThere(folder))(titleFor(folder, title), async () => {
    const stories = await storiesOf(scratch, folder);
    if (folder === 'det-eng-samples') {
      // Tests of single techniques, each by itself: nothing hangs together.
      expect(stories).toEqual([]);
      return;
    }
    expect(stories).toHaveLength(1);
    const [story] = stories;
    // Without a sign-in in the logs nobody can be sure.
    expect(story?.confidence).toBe('low');
    expect(story?.stages).toEqual(['consent', 'application-credential', 'mail-access']);
    expect(story?.prose.join(' ')).toContain('SimuLandApp');
    expect(story?.gaps[0]).toContain('How the intruder got in is not in the evidence');
    const mailboxes = await scratch.store.rows<{ mailbox: string }>(sql`select mailbox from story_mailbox`);
    expect(mailboxes.map(({ mailbox }) => mailbox)).toEqual(['pgustavo@simulandlabs.com']);
  });
});
