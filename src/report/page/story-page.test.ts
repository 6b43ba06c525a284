import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { hostileName, openQuietCase, openStoryCase } from '../fixture/story-fixture.ts';
import { readCaseView } from './case-view.ts';
import { renderPage } from './page.ts';
import type { IslandRecord } from './record-shelf.ts';

let store: Store;
let close: () => Promise<void>;
const render = async () => renderPage(await readCaseView(store), { generatedBy: 'snowfence test' });
const words = (page: string) => page.replace(/<[^>]*>/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');

describe('a case with intrusions', () => {
  let page: string;
  let text: string;
  let records: readonly IslandRecord[];

  beforeAll(async () => {
    const opened = await openStoryCase();
    const view = await readCaseView(opened.store);
    records = view.findings.records;
    page = renderPage(view, { generatedBy: 'snowfence test' });
    text = words(page);
    await opened.close();
  });

  test('the prose comes before the pictures, and these before the tables', () => {
    const places = [
      'Over 30 days somebody',
      'A session of gil',
      'class="chart lanes"',
      '<table class="stack',
      'id="sprays"',
    ];
    const found = places.map((place) => page.indexOf(place));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    expect(words(page)).toMatch(/Dwell time52 days\s*Since the first guess82 days/);
  });

  test('says of each mailbox how sure it is', () => {
    expect(text).toContain('Assume everything from 2023-12-20 04:00:00 to 2024-01-26 04:40:00, at least 14 messages');
    expect(text).toContain('The whole folders Inbox and Sent Items, at least 83 messages');
    expect(text).toContain('These 129 messages in Inbox');
    expect(text.indexOf('Assume everything from')).toBeLessThan(text.indexOf('These 129 messages'));
    expect(text).toContain('The case has no Graph activity log');
  });

  test('every mark has a name, leads to its step and knows records that are on the page', () => {
    const marks = [
      ...page.matchAll(
        /<a href="#(story-\d-step-\d+)" data-records="([\d ]*)" data-count="(\d+)" data-panel="([^"]+)" aria-label="([^"]+)"/g,
      ),
    ];
    expect(marks.length).toBeGreaterThan(40);
    for (const [, step, numbers = '', , panel, name] of marks) {
      expect(page).toContain(`id="${step}"`);
      expect(page).toContain(`id="${panel}"`);
      expect(name).toMatch(/^Step \d+, /);
      const shown = numbers.split(' ').map(Number);
      expect(shown.length).toBeGreaterThan(0);
      for (const number of shown) expect(records[number]?.text).toMatch(/^\{/);
    }
  });

  test('the floor is told beside campaigns too, and what cannot be promised', () => {
    expect(text).toContain('A spray of 15 attempts a day or more, over 30 days, with a new address for each attempt');
    expect(text).toMatch(/No promise can be made that a spray with addresses, clients and hours copied .*? too short/);
    expect(text).toContain('Passwords known to whoever did this: test-account-7@corp.fabrikam.example.');
    expect(text).toContain('450 attempts where 212 were to be expected');
    // The evidence begins on a Wednesday: its first week is no measure.
    expect(text).toMatch(
      /The first whole week had 6\d\d attempts; the busiest, of 2023-12-18, had 6\d\d, 1.\d times as many/,
    );
  });
});

describe('a changed case with intrusions', () => {
  beforeEach(async () => ({ store, close } = await openStoryCase()));
  afterEach(() => close());

  test('gathers lanes when there are many, and says how many', async () => {
    await store.run(sql`insert into story_evidence
      select story, position, time, 'mailbox', 'person' || n || '@fabrikam.example', source_table, file_id, record
      from story_evidence, range(40) t(n) where laneKind = 'application' and lane = 'Teams Calendar Sync' and position = 9`);
    const text = words(await render());
    expect(text).toContain('13 other accounts');
    expect(text).toContain('45 other mailboxes');
  });

  test('shows the mailboxes that are least certain where there are too many', async () => {
    await store.run(sql`insert into story_mailbox by name
      select story, 'a' || n || '@fabrikam.example' as mailbox, 'messages' as certainty, 1 as messages
      from range(400) t(n), (select story from story where confidence = 'high')`);
    const text = words(await render());
    expect(text).toContain(
      '412 mailboxes were read: of 2 assume everything within a time, of 3 whole folders and of 407 the messages listed',
    );
    expect(text).toContain('112 more are in story.json');
    expect(text).toContain('Assume everything from 2023-12-20 05:00:00');
  });

  test('shows hostile names as text', async () => {
    await store.run(sql`update story set prose = [${hostileName}]`);
    await store.run(sql`update story_stage set summary = ${hostileName}, stage = ${hostileName}`);
    await store.run(sql`update story_evidence set lane = ${hostileName}`);
    await store.run(
      sql`update story_mailbox set mailbox = ${hostileName}, client = ${hostileName}, folders = [${hostileName}], messageIds = [${hostileName}]`,
    );
    await store.run(sql`update story_gap set gap = ${hostileName}`);
    await store.run(
      sql`update campaign set accounts = [${hostileName}], known = [${hostileName}], networks = [${hostileName}], traits = [{name: ${hostileName}, value: ${hostileName}}]`,
    );
    await store.run(sql`update detection_floor set attacker = ${hostileName}`);
    const page = await render();
    expect(page).not.toMatch(/<img|<b>Report|\u202E/);
    expect(page.match(/<script[ >]/g)).toHaveLength(2);
  });
});

test('where nothing is told, what was not examined and the floor stand beside it', async () => {
  ({ store, close } = await openQuietCase());
  const page = await render();
  await close();
  const text = words(page);
  const told = text.indexOf('No intrusion could be told from this evidence.');
  const unknown = text.indexOf('1 of 3 detections had no log to look at');
  const floor = text.indexOf('A spray of 15 attempts a day or more');
  expect(told).toBeGreaterThan(0);
  expect(unknown).toBeGreaterThan(told);
  expect(floor).toBeGreaterThan(unknown);
  expect(floor).toBeLessThan(text.indexOf('Nothing matched:'));
  expect(text).toContain('No campaign stands out of them');
  expect(page).not.toContain('id="steps"');
});
