import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logs } from '../shape/detection.ts';
import { prepareSchema } from '../store/schema.ts';
import { sql } from '../store/sql.ts';
import { Store } from '../store/store.ts';
import { gapRules } from './gap.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gap-'));
  store = await Store.open(join(folder, 'case.duckdb'));
  await prepareSchema(store);
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const table of [sql`coverage`, sql`evidence_file`, sql`gap`]) await store.run(sql`delete from ${table}`);
});

/** Records of a log on some days, as many a day. */
async function cover(log: string, days: readonly string[], records = 20): Promise<void> {
  for (const day of days) await store.run(sql`insert into coverage values (${log}, ${day}::date, ${records}::bigint)`);
}

async function addFile(
  source: string,
  read: number,
  rejected: number,
  first: string | null,
  last: string | null,
): Promise<void> {
  await store.run(sql`insert into evidence_file by name
    select count(*) + 1 as file_id, 'export.json' as path, ${source} as source, ${read} as read, ${rejected} as rejected,
      ${first}::timestamp as first, ${last}::timestamp as last from evidence_file`);
}

async function gaps(kind: string) {
  await store.run(sql`delete from gap`);
  for (const rule of gapRules) await store.run(sql`insert into gap ${rule}`);
  return store.rows(
    sql`select log, file_id, iso(first) as first, iso(last) as last, detail from gap where kind = ${kind} order by all`,
  );
}

/** `count` days from the first of January 2024. */
const daysFrom = (count: number) =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));

describe('missing-days', () => {
  test('are those without a record between days with some', async () => {
    await cover('sign-in', ['2024-01-01', '2024-01-02', '2024-01-04', '2024-01-08'], 1);
    expect(await gaps('missing-days')).toMatchObject([
      { log: 'sign-in', first: '2024-01-03T00:00:00.000Z', detail: '1 day without a record between days with records' },
      {
        log: 'sign-in',
        first: '2024-01-05T00:00:00.000Z',
        detail: '3 days without a record between days with records',
      },
    ]);
  });

  test('mean nothing in a log that is quiet anyway', async () => {
    await cover('directory-audit', ['2024-01-01', '2024-01-03'], 9);
    expect(await gaps('missing-days')).toEqual([]);
    await cover('unified-audit', ['2024-01-01', '2024-01-03'], 10);
    expect(await gaps('missing-days')).toMatchObject([{ log: 'unified-audit' }]);
  });
});

describe('one-page-day', () => {
  test('is a file with exactly one page of directory audits of one day', async () => {
    await addFile('directory-audit-graph', 1000, 0, '2024-01-05 00:10:00', '2024-01-05 23:50:00');
    await addFile('directory-audit-graph', 999, 0, '2024-01-05 00:10:00', '2024-01-05 23:50:00');
    await addFile('directory-audit-graph', 1000, 0, '2024-01-05 00:10:00', '2024-01-06 23:50:00');
    await addFile('sign-in-graph', 1000, 0, '2024-01-05 00:10:00', '2024-01-05 23:50:00');
    expect(await gaps('one-page-day')).toMatchObject([
      { log: 'directory-audit', file_id: 1, detail: expect.stringMatching(/^exactly 1000 /) },
    ]);
  });
});

describe('search-limit', () => {
  test.each([5000, 50_000])('is a search that stopped at %i', async (limit) => {
    await addFile('unified-audit', limit, 0, '2024-01-05', '2024-01-06');
    await addFile('unified-audit', limit - 1, 0, '2024-01-05', '2024-01-06');
    await addFile('sign-in-graph', limit, 0, '2024-01-05', '2024-01-06');
    expect(await gaps('search-limit')).toMatchObject([
      {
        log: 'unified-audit',
        file_id: 1,
        first: '2024-01-05T00:00:00.000Z',
        detail: expect.stringContaining(`exactly ${limit} records`),
      },
    ]);
  });
});

describe('retention', () => {
  test.each([7, 30])('is suspected where the sign-ins reach back %i days', async (days) => {
    await cover('non-interactive-sign-in', daysFrom(days + 1));
    expect(await gaps('retention')).toMatchObject([
      { last: '2024-01-01T00:00:00.000Z', detail: expect.stringContaining(`${days} days`) },
    ]);
  });

  test('is not where they reach back otherwise, nor in other logs', async () => {
    await cover('sign-in', daysFrom(16));
    await cover('unified-audit', daysFrom(31));
    expect(await gaps('retention')).toEqual([]);
  });
});

describe('starts-later', () => {
  test('is a log that begins two days or more after the first record', async () => {
    await cover('sign-in', ['2024-01-01']);
    await cover('directory-audit', ['2024-01-02']);
    await cover('unified-audit', ['2024-01-05']);
    expect(await gaps('starts-later')).toMatchObject([
      {
        log: 'unified-audit',
        first: '2024-01-01T00:00:00.000Z',
        detail: expect.stringContaining('begins 4 days after'),
      },
    ]);
  });

  test('is never told of risk detections, which are rare', async () => {
    await cover('sign-in', ['2024-01-01']);
    await cover('azure-activity', ['2024-01-05']);
    await cover('risk-detection', ['2024-01-05']);
    expect(await gaps('starts-later')).toMatchObject([{ log: 'azure-activity' }]);
  });
});

describe('log-missing', () => {
  test('names every log that has no record, but for AD FS, which few have', async () => {
    await cover('sign-in', ['2024-01-01']);
    await cover('unified-audit', ['2024-01-01']);
    const missing = (await gaps('log-missing')).map(({ log }) => log);
    expect(missing).toEqual(
      logs.filter((log) => !['sign-in', 'unified-audit', 'adfs-sign-in'].includes(log)).toSorted(),
    );
  });
});

describe('unrecognised-file and rejected-records', () => {
  test('tell files of which nothing, and of which not all was read', async () => {
    await addFile('', 0, 3, null, null);
    await addFile('sign-in-graph', 10, 2, '2024-01-05', '2024-01-06');
    await addFile('sign-in-graph', 10, 0, '2024-01-05', '2024-01-06');
    await addFile('archive', 0, 0, null, null);
    expect(await gaps('unrecognised-file')).toMatchObject([
      { file_id: 1, detail: expect.stringMatching(/^export\.json: nothing in it/) },
    ]);
    expect(await gaps('rejected-records')).toMatchObject([
      { file_id: 2, detail: 'export.json: 2 of its records could not be read' },
    ]);
  });
});

test('a file without any record is told', async () => {
  await addFile('', 0, 0, null, null);
  expect(await gaps('empty-file')).toMatchObject([{ file_id: 1, detail: 'export.json: holds no record' }]);
});

test('a complete case has no gap', async () => {
  for (const log of logs) await cover(log, daysFrom(60));
  await addFile('sign-in-graph', 10, 0, '2024-01-05', '2024-01-06');
  for (const rule of gapRules) await store.run(sql`insert into gap ${rule}`);
  expect(await store.rows(sql`select * from gap`)).toEqual([]);
});

describe('sign-ins that lack what sprays are found by', () => {
  test('are told by log, with their time', async () => {
    for (const [record, principal, errorCode, ip] of [
      [1, 'ada', 50126, null],
      [2, 'ben', null, null],
      [3, null, null, '203.0.113.7'],
      [4, 'cem', null, null],
    ] as const) {
      await store.run(sql`insert into sign_in by name select 1 as file_id, ${record} as record, 'sign-in' as log,
        timestamp '2024-01-01' + to_days(${record}) as time, ${principal} as principal, ${errorCode}::integer as errorCode, ${ip} as ip`);
    }
    expect(await gaps('outcome-missing')).toMatchObject([
      {
        log: 'sign-in',
        first: '2024-01-03T00:00:00.000Z',
        detail: expect.stringMatching(/^3 of 4 sign-ins do not say/),
      },
    ]);
    expect(await gaps('account-missing')).toMatchObject([
      { first: '2024-01-04T00:00:00.000Z', detail: expect.stringMatching(/^1 of 4 sign-ins name no account/) },
    ]);
    expect(await gaps('source-missing')).toMatchObject([
      { detail: expect.stringMatching(/^3 of 4 sign-ins name neither address/) },
    ]);
    await store.run(sql`delete from sign_in`);
    expect(await gaps('outcome-missing')).toEqual([]);
  });
});
