import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analysisViews } from '../../src/analysis/attempt.ts';
import { measureSprays } from '../../src/analysis/spray/measure-sprays.ts';
import { tellStories } from '../../src/analysis/story/tell-stories.ts';
import { openCase } from '../../src/case/open-case.ts';
import type { StageId } from '../../src/shape/story.ts';
import { consentPhish } from '../../src/simulate/scenario/consent-phish.scenario.ts';
import { midnightBlizzard } from '../../src/simulate/scenario/midnight-blizzard.scenario.ts';
import type { Scenario } from '../../src/simulate/scenario/scenario.ts';
import { simulate } from '../../src/simulate/scenario/simulate.ts';
import { tokenTheft } from '../../src/simulate/scenario/token-theft.scenario.ts';
import { sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { evidenceOf, readCase, recordsOf, storiesOf } from './told-case.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
});
afterAll(() => rm(root, { recursive: true }));

const parameters = { quietDays: 16, sprayDays: 4, stageDays: 1, readingDays: 4, testTenant: false } as const;

/** The stories of a small tenant with these attacks, and the ids of the attackers' records. */
async function storiesWith(name: string, scenarios: readonly Scenario[], seed: string, more: object = {}, users = 40) {
  const { intrusions } = await simulate({
    out: join(root, name),
    scenarios,
    parameters: { ...parameters, ...more },
    seed,
    without: [],
    format: 'diagnostic,goose',
    users,
    firstDay: '2024-03-04',
    days: 32,
    activity: 3,
  });
  const folder = await readCase(join(root, `${name}-case`), [join(root, name, 'evidence')]);
  const opened = await openCase(folder);
  try {
    for (const view of analysisViews({})) await opened.store.run(view);
    await measureSprays(opened.store);
    await tellStories(opened.store);
    return {
      stories: await storiesOf(opened.store),
      evidence: await evidenceOf(opened.store),
      mailboxes: await mailboxesOf(opened.store),
      attack: new Set(intrusions.flatMap(({ stages }) => stages.flatMap(recordsOf))),
      truth: intrusions,
    };
  } finally {
    opened.close();
  }
}

async function mailboxesOf(store: Store): Promise<string[]> {
  const rows = await store.rows<{ mailbox: string }>(
    sql`select distinct story || ' ' || mailbox as mailbox from story_mailbox order by 1`,
  );
  return rows.map(({ mailbox }) => mailbox);
}

test('two intruders in one tenant are two stories, each with its own mailboxes', async () => {
  const { stories, evidence, mailboxes, attack, truth } = await storiesWith('two', [midnightBlizzard, tokenTheft], '3');
  expect(stories).toHaveLength(2);
  expect(evidence.filter((id) => !attack.has(id))).toEqual([]);
  const [long] = stories.toSorted((a, b) => b.stages.length - a.stages.length);
  const wanted: StageId[] = [
    'foothold',
    'application-credential',
    'malicious-application',
    'full-access',
    'mail-access',
  ];
  expect(long?.stages).toEqual(expect.arrayContaining(wanted));
  for (const { mailboxes: read } of truth) {
    const names = read.map(({ mailbox }) => mailbox).toSorted();
    expect(
      stories.map(({ id }) => mailboxes.filter((row) => row.startsWith(id)).map((row) => row.split(' ')[1])),
    ).toContainEqual(names);
  }
});

test('an application that users were lured to is one story, a clean tenant none', async () => {
  // The victims' tokens are used from networks that are strange for them, which is no second intruder.
  const phished = await storiesWith('phished', [consentPhish], '5');
  expect(phished.stories.map(({ stages }) => stages)).toEqual([expect.arrayContaining(['consent', 'mail-access'])]);
  expect(phished.evidence.filter((id) => !phished.attack.has(id))).toEqual([]);
  const clean = await storiesWith('clean', [], '5');
  expect(clean.stories).toEqual([]);
});

test('an application that reads from one rented server is one story, told as of another organisation; honest ones beside it are none', async () => {
  const phished = await storiesWith(
    'server',
    [consentPhish],
    '6',
    { quietDays: 10, readingDays: 7, readingServers: 1 },
    110,
  );
  expect(phished.stories.map(({ confidence, stages }) => [confidence, stages.toSorted()])).toEqual([
    ['low', ['consent', 'mail-access']],
  ]);
  expect(phished.evidence.filter((id) => !phished.attack.has(id))).toEqual([]);
  expect(phished.stories[0]?.prose.join(' ')).toMatch(
    /an application of another organisation \(tenant [-0-9a-f]{36}\)/,
  );
});
