import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { openStoryCase } from './fixture/story-fixture.ts';
import sprayJson from './format/spray-json.format.ts';
import storyJson from './format/story-json.format.ts';
import { makeFolder } from './atomic-file.ts';
import type { OutputFormat } from './output-format.ts';
import { writeReport } from './write-report.ts';

interface StoryJson {
  readonly id: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly time: string;
    readonly evidence: readonly { readonly record: number }[];
    readonly count: number;
  }[];
  readonly mailboxes: readonly { readonly mailbox: string; readonly messages: number; readonly messageIds: string[] }[];
  readonly gaps: readonly string[];
}

let store: Store;
let close: () => Promise<void>;
let directory: string;

beforeEach(async () => ({ store, directory, close } = await openStoryCase()));
afterEach(() => close());

async function written<T>(format: OutputFormat): Promise<T> {
  await makeFolder(directory);
  await format.write(store, directory, { generatedBy: 'snowfence test' });
  const value: T = JSON.parse(await readFile(join(directory, format.name), 'utf8'));
  return value;
}

test('story.json has what every reader asks for first, then the details', async () => {
  const stories = await written<StoryJson[]>(storyJson);
  expect(stories.map((story) => Object.keys(story))).toEqual(
    [1, 2].map(() => ['id', 'confidence', 'first', 'last', 'stages', 'mailboxes', 'gaps', 'prose']),
  );
  const [story] = stories;
  expect(Object.keys(story?.stages[0] ?? {})).toEqual([
    'stage',
    'time',
    'principals',
    'summary',
    'evidence',
    'last',
    'count',
  ]);
  expect(Object.keys(story?.mailboxes[0] ?? {})).toEqual([
    'mailbox',
    'certainty',
    'messages',
    'application',
    'client',
    'tiedBy',
    'first',
    'last',
    'folders',
    'messageIds',
  ]);
  expect(story?.stages[0]?.evidence[0]).toEqual({
    file: 'export/SignInLogs-2023-11-01_2024-01-29.json',
    sha256: '1a'.repeat(32),
    record: 1,
  });
  expect(story?.gaps).toHaveLength(2);
});

test('stages and mailboxes are in order, and each record of a stage is listed once', async () => {
  await store.run(sql`update story_stage set position = 20 - position`);
  await store.run(sql`update story_evidence set position = 20 - position`);
  const [story] = await written<StoryJson[]>(storyJson);
  const times = story?.stages.map(({ time }) => time) ?? [];
  expect(times).toEqual(times.toSorted());
  const mail = story?.stages.find(({ stage }) => stage === 'mail-access');
  const records = mail?.evidence.map(({ record }) => record) ?? [];
  // The fixture has them in the lanes of the application and of the mailbox.
  expect(records).toEqual([...new Set(records)]);
  expect(mail?.count).toBe(records.length);
  const names = story?.mailboxes.map(({ mailbox }) => mailbox) ?? [];
  expect(names).toEqual(names.toSorted());
  for (const { messages, messageIds } of story?.mailboxes ?? []) expect(messageIds).toHaveLength(messages);
});

test('story.json lists as many records as findings.json, and counts them all', async () => {
  await store.run(sql`insert into story_evidence
    select story, 0, timestamp '2023-11-20' + to_seconds(n), 'account', 'x', 'sign_in', 1, 1001 + n
    from range(3000) t(n), (select story from story where confidence = 'high')`);
  const [story] = await written<StoryJson[]>(storyJson);
  expect(story?.stages[0]?.evidence).toHaveLength(1000);
  const { records } = await store.row<{ records: number }>(sql`
    select count(distinct record) as records from story_evidence join story using (story) where position = 0 and confidence = 'high'`);
  expect(story?.stages[0]?.count).toBe(records);
});

test('spray.json tells campaigns with their finding, days, weeks and floors', async () => {
  const sprays = await written<{
    campaigns: { campaign: string; finding: string | null; traits: unknown[] }[];
    days: { day: string; guesses: number }[];
    weeks: { week: string; growth: number | null }[];
    floors: { most: number | null }[];
  }>(sprayJson);
  const { id } = await store.row<{ id: string }>(sql`select id from finding where detection = 'password-spray'`);
  expect(sprays.campaigns.map(({ campaign }) => campaign)).toEqual([
    'scanning from the internet',
    'Office 365 Exchange Online over Authenticated SMTP, BAV2ROPC since 2023-11-05',
    'spray-fast',
    'spray-odd',
  ]);
  expect(sprays.campaigns[1]?.finding).toBe(id);
  expect(sprays.campaigns[2]?.finding).toBeNull();
  expect(sprays.campaigns[1]?.traits[0]).toEqual({ name: 'protocol', value: 'Authenticated SMTP' });
  expect(sprays.days).toHaveLength(90);
  expect(sprays.days[0]).toMatchObject({ day: '2023-11-01' });
  expect(sprays.weeks[0]).toMatchObject({ week: '2023-10-30', growth: null });
  expect(sprays.floors.at(-1)?.most).toBeNull();
});

test('the same case gives the same bytes, whatever the order of its rows', async () => {
  const read = async () =>
    await Promise.all(
      ['story.json', 'spray.json', 'report.html'].map((name) => readFile(join(directory, name), 'utf8')),
    );
  await writeReport(store, directory, { generatedBy: 'snowfence test' });
  const before = await read();
  for (const table of [
    'story',
    'story_stage',
    'story_evidence',
    'story_mailbox',
    'story_gap',
    'campaign',
    'spray_day',
  ]) {
    const name = identifier(table);
    await store.run(sql`create temp table turned as select * from ${name}`);
    await store.run(sql`delete from ${name}`);
    await store.run(sql`insert into ${name} select * from turned order by md5(turned::varchar)`);
    await store.run(sql`drop table turned`);
  }
  await writeReport(store, directory, { generatedBy: 'snowfence test' });
  expect(await read()).toEqual(before);
});
