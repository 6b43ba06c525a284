import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { openEmptyCase, openSmallCase } from '../fixture/case-fixture.ts';
import { readCaseView } from './case-view.ts';
import type { FindingIsland } from './finding-island.ts';
import { renderPage } from './page.ts';

let store: Store;
let close: () => Promise<void>;
const render = async (title?: string) =>
  renderPage(await readCaseView(store), { title, generatedBy: 'snowfence test' });
const words = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('a case with findings', () => {
  beforeEach(async () => ({ store, close } = await openSmallCase()));
  afterEach(() => close());

  test('says what happened and what it cannot tell', async () => {
    const text = words(await render());
    expect(text).toContain(
      '12 findings (3 critical, 3 high, 3 medium and 3 low) rest on 48 records out of 3 500 records from 4 files',
    );
    expect(text).toContain(
      'The gravest: Password spray from rotating addresses (critical, user0@fabrikam.example, 2024-01-01 00:00)',
    );
    expect(text).toContain(
      '3 of 15 detections had no log to look at (the case has no service principal sign-ins, managed identity sign-ins, AD FS sign-ins, Graph activity, Azure activity log or risk detections), 2 possible gaps in the evidence are known and 33 rows of 2 files could not be read',
    );
  });

  test('loads nothing and runs only its own script', async () => {
    const page = await render();
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    const digest = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(`script-src &#39;sha256-${digest}&#39;`);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page.match(/<script[ >]/g)).toHaveLength(2);
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|base)\b|@import|url\((?!#)|\bon\w+="|(?:src|xlink:href)=/);
    expect(page.match(/https?:\/\/[^"\s]*/g)?.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual(
      [],
    );
  });

  test('shows hostile text as text, wherever it comes from', async () => {
    const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'\u202E';
    await store.run(
      sql`update detection set title = ${hostile}, next = ${hostile}, reason = ${hostile}, description = ${hostile}`,
    );
    await store.run(sql`update finding set principals = [${hostile}], ips = [${hostile}]`);
    await store.run(sql`update evidence_file set path = ${hostile} || file_id, source = ${hostile}`);
    await store.run(sql`update rejection set reason = ${hostile}`);
    await store.run(sql`update gap set detail = ${hostile}, kind = ${hostile}`);
    await store.run(sql`update coverage set log = ${hostile}`);
    await store.run(sql`update sign_in set raw = json_object('x', ${hostile})::varchar, log = ${hostile}`);
    const page = await render(hostile);
    expect(page.match(/<script[ >]/g)).toHaveLength(2);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202E');
    expect(island(page).findings[0]?.principals).toEqual([hostile.replace('\u202E', '⟨U+202E⟩')]);
    const record = island(page).records[0];
    expect(JSON.parse(record?.text ?? '')).toEqual({ x: hostile });
  });

  test('carries at most three records a finding, and cuts long ones visibly', async () => {
    const { findings, records } = island(await render());
    expect(findings).toHaveLength(12);
    expect(Math.max(...findings.map((finding) => finding.records.length))).toBe(3);
    const cut = records.filter(({ isCut }) => isCut);
    for (const { text, bytes } of cut) expect([text.length, bytes > 4000]).toEqual([4000, true]);
    await store.run(sql`update sign_in set raw = '{"a":"' || repeat('ä', 5000) || '"}' where record = 845`);
    const long = island(await render()).records.find(
      ({ record, file }) => record === 845 && file.endsWith('interactive.json'),
    );
    expect(long).toMatchObject({ isCut: true, bytes: 10_008 });
    expect(long?.text).toHaveLength(4000);
  });

  test('says that nothing matched where detections ran in vain', async () => {
    await store.run(sql`delete from finding`);
    await store.run(sql`delete from match`);
    const text = words(await render());
    expect(text).toContain(
      'Nothing matched: none of the 12 detections that could look found anything in 3 500 records',
    );
    expect(text).toContain('There are no findings to draw.');
  });

  test('says why a finding is believed', async () => {
    const page = await render();
    expect(words(page)).toContain('Why 12 accounts failed within an hour where 2 are usual.');
    expect(island(page).findings.filter(({ why }) => why !== '')).toHaveLength(1);
  });
});

test('a file without records is not called examined', async () => {
  ({ store, close } = await openEmptyCase());
  await store.run(sql`insert into evidence_file values (1, 'a.txt', 'ff', 3, '', 0, 0, 0, null, null)`);
  const text = words(await render());
  await close();
  expect(text).toContain('Nothing was examined: the one file in this case does not hold a record that could be read.');
  expect(text).toContain('a.txtff');
});

function island(page: string): FindingIsland {
  const [, text = ''] = /<script type="application\/json" id="finding-data">(.*?)<\/script>/s.exec(page) ?? [];
  const value: FindingIsland = JSON.parse(text);
  return value;
}
