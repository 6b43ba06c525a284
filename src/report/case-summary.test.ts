import { expect, test } from 'vitest';
import { sql } from '../store/sql.ts';
import { summarise } from './case-summary.ts';
import { openEmptyCase, openSmallCase } from './fixture/case-fixture.ts';
import { openStoryCase } from './fixture/story-fixture.ts';

const nothingTold = {
  stories: [],
  mailboxes: { messages: 0, folder: 0, window: 0 },
  campaigns: { spray: 0, scanning: 0, attempts: 0, accounts: 0, known: 0 },
  floors: [],
};

test('sums a case up, worst findings first', async () => {
  const { store, close } = await openSmallCase();
  const { worst, ...numbers } = await summarise(store);
  await close();
  expect(numbers).toEqual({
    files: 4,
    records: 3500,
    duplicates: 4,
    rejected: 33,
    unread: 0,
    matchedRecords: 48,
    findings: { low: 3, medium: 3, high: 3, critical: 3 },
    first: '2024-01-01T00:00:00.000Z',
    last: '2024-02-09T23:36:00.000Z',
    window: {},
    ...nothingTold,
    examined: 12,
    notExamined: 3,
    gaps: 2,
    blindSpots: [],
  });
  expect(worst.map(({ severity }) => severity)).toEqual([
    'critical',
    'critical',
    'critical',
    'high',
    'high',
    'high',
    'medium',
    'medium',
    'medium',
    'low',
  ]);
  expect(worst[0]).toMatchObject({
    detection: 'detection-00',
    evidence: [{ file: 'export/signin/interactive.json', sha256: '1a'.repeat(32), record: 1 }],
  });
});

test('an empty case is all noughts', async () => {
  const { store, close } = await openEmptyCase();
  const summary = await summarise(store);
  await close();
  expect(summary).toEqual({
    files: 0,
    records: 0,
    duplicates: 0,
    rejected: 0,
    unread: 0,
    matchedRecords: 0,
    findings: { low: 0, medium: 0, high: 0, critical: 0 },
    first: undefined,
    last: undefined,
    window: {},
    ...nothingTold,
    examined: 0,
    notExamined: 0,
    gaps: 0,
    blindSpots: [],
    worst: [],
  });
});

test('counts what was told: a mailbox once, by the least certain thing said of it', async () => {
  const { store, close } = await openStoryCase();
  const [story] = await store.rows<{ story: string }>(sql`select story from story where confidence = 'high'`);
  await store.run(sql`insert into story_mailbox by name
    select ${story?.story ?? ''} as story, 'executive9@fabrikam.example' as mailbox, 'window' as certainty`);
  const { stories, mailboxes, campaigns, floors } = await summarise(store);
  await close();
  expect(stories.map(({ confidence, first }) => [confidence, first])).toEqual([
    ['high', '2023-11-05T02:11:09.000Z'],
    ['medium', '2024-01-15T09:12:00.000Z'],
  ]);
  expect(mailboxes).toEqual({ messages: 6, folder: 4, window: 3 });
  expect(campaigns).toMatchObject({ spray: 3, scanning: 1, attempts: 450 + 192 + 41 + 360, known: 1 });
  expect(floors.map(({ most }) => most === null)).toEqual([false, false, true]);
});
