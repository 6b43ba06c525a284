import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../shape/finding.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { openEmptyCase, openSmallCase } from './fixture/case-fixture.ts';
import { parseCsv } from './fixture/parse-csv.ts';
import { writeReport } from './write-report.ts';

const options = { generatedBy: 'snowfence test' };
const names = [
  'audit.json',
  'coverage.json',
  'evidence.json',
  'findings.json',
  'report.html',
  'spray.json',
  'story.json',
  'timeline.csv',
];
let store: Store;
let close: () => Promise<void>;
let directory: string;

const text = (name: string) => readFile(join(directory, name), 'utf8');
async function json<T>(name: string): Promise<T> {
  const value: T = JSON.parse(await text(name));
  return value;
}

describe('a case with findings', () => {
  beforeEach(async () => ({ store, directory, close } = await openSmallCase()));
  afterEach(() => close());

  test('gives every file and nothing half-written', async () => {
    expect(await writeReport(store, directory, options)).toEqual(names);
    expect((await readdir(directory)).toSorted()).toEqual(names);
  });

  test('gives the same bytes again, over the older files too', async () => {
    await writeReport(store, directory, options);
    const before = await Promise.all(names.map(hash));
    await writeReport(store, directory, options);
    expect(await Promise.all(names.map(hash))).toEqual(before);
  });

  test('lists findings oldest first with evidence in the order of time', async () => {
    await writeReport(store, directory, options);
    const findings = await json<Finding[]>('findings.json');
    expect(findings).toHaveLength(12);
    const order = findings.map(({ first, id }) => `${first} ${id}`);
    expect(order).toEqual(order.toSorted());
    expect(Object.keys(findings[0] ?? {})).toEqual([
      'id',
      'detection',
      'title',
      'severity',
      'techniques',
      'first',
      'last',
      'count',
      'principals',
      'ips',
      'evidence',
      'next',
      'why',
    ]);
    expect(findings[0]).toMatchObject({
      detection: 'detection-00',
      title: 'Password spray from rotating addresses',
      severity: 'critical',
      first: '2024-01-01T00:00:00.000Z',
      count: 1,
      evidence: [{ file: 'export/signin/interactive.json', sha256: '1a'.repeat(32), record: 1 }],
      why: '12 accounts failed within an hour where 2 are usual.',
    });
    expect(findings[1]).toMatchObject({ why: null });
    for (const { evidence, count } of findings) expect(evidence).toHaveLength(count);
    const records =
      findings.find(({ detection }) => detection === 'detection-04')?.evidence.map(({ record }) => record) ?? [];
    expect(records).toEqual([845, 874, 903, 932, 961]);
  });

  test('lists at most 1,000 records of a finding and counts them all', async () => {
    await store.run(sql`insert into match select 'detection-00', 'key0', 'sign_in', 1, n from range(1001, 2102) t(n)`);
    await store.run(sql`update finding set count = 1102 where detection = 'detection-00'`);
    await writeReport(store, directory, options);
    const [finding] = await json<Finding[]>('findings.json');
    expect(finding?.count).toBe(1102);
    expect(finding?.evidence).toHaveLength(1000);
    expect(finding?.evidence.at(-1)?.record).toBe(1999);
  });

  test('keeps the custody of every file, by path', async () => {
    await writeReport(store, directory, options);
    const files = await json<{ file: string }[]>('evidence.json');
    expect(files.map(({ file }) => file)).toEqual([
      'export/UAL-20240101-20240209.csv',
      'export/audit.zip!AuditLogs-Combined.json',
      'export/notes.txt',
      'export/signin/interactive.json',
    ]);
    expect(files.at(-1)).toEqual({
      file: 'export/signin/interactive.json',
      sha256: '1a'.repeat(32),
      bytes: 4821733,
      source: 'graph-sign-in',
      records: 2400,
      duplicates: 4,
      rejected: 0,
      first: '2024-01-01T00:00:00.000Z',
      last: '2024-02-09T23:36:00.000Z',
    });
    expect(files[2]).toMatchObject({ records: 0, first: null, last: null });
  });

  test('tells coverage, gaps, rejections and what was not examined', async () => {
    await writeReport(store, directory, options);
    const coverage = await json<{
      sources: { log: string; records: number; days: unknown[] }[];
      gaps: unknown[];
      notExamined: unknown[];
      rejections: unknown;
    }>('coverage.json');
    expect(coverage.sources.map(({ log, records, days }) => [log, records, days.length])).toEqual([
      ['directory-audit', 400, 40],
      ['non-interactive-sign-in', 800, 40],
      ['sign-in', 1600, 40],
      ['unified-audit', 700, 35],
    ]);
    expect(coverage.gaps).toEqual([
      {
        kind: 'row-limit',
        log: null,
        file: 'export/UAL-20240101-20240209.csv',
        first: null,
        last: null,
        detail: 'the export ends at a round number of rows and may have been cut',
      },
      {
        kind: 'silent-days',
        log: 'unified-audit',
        file: null,
        first: '2024-01-16T00:00:00.000Z',
        last: '2024-01-20T23:59:59.000Z',
        detail: 'no records for 5 days, where 20 a day are usual',
      },
    ]);
    expect(coverage.notExamined).toHaveLength(3);
    expect(coverage.notExamined[0]).toEqual({
      detection: 'graph-directory-sweep',
      title: 'Directory swept through Graph',
      logs: ['graph-activity'],
      reason: 'no graph-activity log in the case',
    });
    expect(coverage.rejections).toEqual({
      total: 33,
      files: [
        {
          file: 'export/UAL-20240101-20240209.csv',
          rejected: 31,
          reasons: [
            { reason: 'the column AuditData is not JSON', count: 29, firstRecord: 100, firstLine: 101 },
            { reason: 'no time', count: 2, firstRecord: 129, firstLine: 130 },
          ],
        },
        {
          file: 'export/audit.zip!AuditLogs-Combined.json',
          rejected: 2,
          reasons: [{ reason: 'the record is no object', count: 2, firstRecord: 7, firstLine: null }],
        },
      ],
    });
  });

  test('gives one row of the timeline for every matched record, by time', async () => {
    await writeReport(store, directory, options);
    const [head, ...rows] = parseCsv(await text('timeline.csv'));
    expect(head).toEqual(
      'datetime,timestamp_desc,message,detection,severity,techniques,principal,ip,operation,file,sha256,record,finding'.split(
        ',',
      ),
    );
    const { matches } = await store.row<{ matches: number }>(sql`select count(*) as matches from match`);
    expect(rows).toHaveLength(matches);
    const times = rows.map(([time = '']) => time);
    expect(times).toEqual(times.toSorted());
    expect(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time))).toBe(true);
    expect(rows[0]?.slice(3, 12)).toEqual([
      'detection-00',
      'critical',
      'T1110.003',
      'user0@fabrikam.example',
      '198.51.100.0',
      'Sign-in activity',
      'export/signin/interactive.json',
      '1a'.repeat(32),
      '1',
    ]);
  });

  test('keeps a spreadsheet from running what an attacker wrote', async () => {
    const hostile = ["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '\rx', 'a,"b"\nc', 'plain'];
    for (const [index, value] of hostile.entries()) {
      await store.run(
        sql`update sign_in set principal = ${value}, operation = ${value} where record = ${845 + 29 * index}`,
      );
    }
    await writeReport(store, directory, options);
    const rows = parseCsv(await text('timeline.csv')).filter((row) => row[3] === 'detection-04');
    expect(rows.map((row) => row[6])).toEqual(hostile.slice(0, 5).map((value) => `'${value}`));
    const others = new Set(parseCsv(await text('timeline.csv')).flat());
    for (const cell of others) expect(cell).not.toMatch(/^[-=+@\t\r]/);
  });

  test('quotes what CSV must quote', async () => {
    await store.run(sql`update sign_in set principal = ${'a,"b"\nc'} where record = 845`);
    await writeReport(store, directory, options);
    const row = parseCsv(await text('timeline.csv')).find((cells) => cells[3] === 'detection-04');
    expect(row?.[6]).toBe('a,"b"\nc');
    expect(row).toHaveLength(13);
  });
});

describe('an empty case', () => {
  beforeEach(async () => ({ store, directory, close } = await openEmptyCase()));
  afterEach(() => close());

  test('still gives every file, and says that nothing was examined', async () => {
    expect(await writeReport(store, directory, options)).toEqual(names);
    expect(await json('findings.json')).toEqual([]);
    expect(await json('audit.json')).toEqual([]);
    expect(await json('evidence.json')).toEqual([]);
    expect(await json('story.json')).toEqual([]);
    expect(await json('spray.json')).toEqual({ campaigns: [], days: [], weeks: [], floors: [] });
    expect(await json('coverage.json')).toEqual({
      sources: [],
      examined: {},
      gaps: [],
      notExamined: [],
      rejections: { total: 0, files: [] },
      unread: [],
    });
    expect(parseCsv(await text('timeline.csv'))).toHaveLength(1);
    const page = await text('report.html');
    expect(page).toContain('Nothing was examined');
    expect(page).toContain('There are no sign-ins in this case.');
    expect(page).not.toContain('<svg');
  });

  test('a folder that cannot be written is a fault', async () => {
    await expect(writeReport(store, join(import.meta.filename, 'inside-a-file'), options)).rejects.toMatchObject({
      code: 'path-unreadable',
    });
  });
});

async function hash(name: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(directory, name)))
    .digest('hex');
}
