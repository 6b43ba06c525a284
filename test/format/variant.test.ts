import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventTable } from '../../src/shape/detection.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { byId, normalisedRows } from './normalised-rows.ts';
import { sample, writers } from './sample.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

async function rowsOf(table: EventTable, text: string, name = 'variant.json') {
  const [loaded] = await scratch.load(await scratch.write(name, text));
  return { loaded, rows: await normalisedRows(scratch.store, table, [loaded?.fileId ?? 0]) };
}

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** The value with every object changed from the inside out. */
function changed(value: unknown, change: (object: Record<string, Json>) => Json): Json {
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value as Json;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, change)])));
}

const respelled = (value: unknown, first: (letter: string) => string): Json =>
  changed(value, (object) =>
    Object.fromEntries(Object.entries(object).map(([key, inner]) => [first(key.charAt(0)) + key.slice(1), inner])),
  );
const pascal = (value: unknown): Json => respelled(value, (letter) => letter.toUpperCase());
const camel = (value: unknown): Json => respelled(value, (letter) => letter.toLowerCase());

/** PowerShell's habit: a list of one becomes its element. */
const unlisted = (value: unknown): Json =>
  changed(value, (object) =>
    Object.fromEntries(
      Object.entries(object).map(([key, inner]) => [
        key,
        Array.isArray(inner) && inner.length === 1 ? inner[0] : inner,
      ]),
    ),
  );

/** Lists of the record itself as JSON text, as columns of a table hold them. */
const listsInText = (records: readonly object[]): Json =>
  records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([key, inner]) => [key, Array.isArray(inner) ? JSON.stringify(inner) : inner]),
    ),
  );

describe('spellings and shapes of one log mean the same', () => {
  test.each([
    ['sign-ins with capitals', 'sign_in', sample.signIn, pascal],
    ['directory audits with capitals', 'activity', sample.directoryAudit, pascal],
    [
      'unified audit records with small letters',
      'activity',
      sample.unifiedAudit.filter(({ RecordType }) => RecordType !== 8),
      camel,
    ],
    ['directory audits whose lists of one are objects', 'activity', sample.directoryAudit, unlisted],
    ['unified audit records whose lists of one are objects', 'activity', sample.unifiedAudit, unlisted],
    ['directory audits with JSON in JSON', 'activity', sample.directoryAudit, listsInText],
    ['unified audit records with JSON in JSON', 'activity', sample.unifiedAudit, listsInText],
  ] as [string, EventTable, readonly object[], (records: readonly object[]) => Json][])(
    '%s',
    async (_, table, records, vary) => {
      const expected = await rowsOf(table, JSON.stringify(records));
      const found = await rowsOf(table, JSON.stringify(vary(records)));
      expect(found.loaded).toMatchObject({ records: records.length, rejected: 0, source: expected.loaded?.source });
      expect(found.rows).toEqual(expected.rows);
    },
  );

  test('both spellings in one file', async () => {
    const [first, ...rest] = sample.signIn;
    const { rows, loaded } = await rowsOf('sign_in', JSON.stringify([first, ...(pascal(rest) as Json[])]));
    expect(loaded).toMatchObject({ records: sample.signIn.length, rejected: 0, source: 'sign-in-graph' });
    expect(byId(rows)).toEqual(byId((await rowsOf('sign_in', JSON.stringify(sample.signIn))).rows));
  });

  test('dates as /Date(milliseconds)/, with and without escaped slashes', async () => {
    const dated = (mark: (ms: number) => string) =>
      JSON.stringify(
        sample.signIn.map((record) => ({ ...record, createdDateTime: mark(Date.parse(record.createdDateTime)) })),
      );
    const expected = (await rowsOf('sign_in', JSON.stringify(sample.signIn))).rows;
    expect(
      (
        await rowsOf(
          'sign_in',
          dated((ms) => `/Date(${ms})/`),
        )
      ).rows,
    ).toEqual(expected);
    expect((await rowsOf('sign_in', dated((ms) => `/Date(${ms})/`).replaceAll('/Date(', '\\/Date('))).rows).toEqual(
      expected,
    );
  });

  test('arrays one after the other in one file', async () => {
    const { rows, loaded } = await rowsOf(
      'sign_in',
      sample.signIn.map((record) => JSON.stringify([record], null, 2)).join('\r\n\r\n'),
    );
    expect(loaded).toMatchObject({ records: sample.signIn.length, rejected: 0 });
    expect(rows).toEqual((await rowsOf('sign_in', JSON.stringify(sample.signIn))).rows);
  });

  test('search results in batches of one and two, so objects and arrays in one file', async () => {
    const writer = writers.find(({ format }) => format === 'mes-json');
    const [batched] = writer?.write({ pageSize: 2 }) ?? [];
    const [whole] = writer?.write() ?? [];
    expect(sample.unifiedAudit.length % 2).toBe(1);
    const found = await rowsOf('activity', Buffer.from(batched?.bytes ?? []).toString('utf8'));
    expect(found.loaded).toMatchObject({ records: sample.unifiedAudit.length, rejected: 0 });
    expect(found.rows).toEqual((await rowsOf('activity', Buffer.from(whole?.bytes ?? []).toString('utf8'))).rows);
  });
});

describe('an event hub that carries several categories', () => {
  test('puts each record into its own table and log', async () => {
    const hub = ['signIn', 'directoryAudit', 'graphActivity'].flatMap((log) => {
      const writer = writers.find((one) => one.format === 'diagnostic-records' && one.log === log);
      return (writer?.write() ?? []).flatMap(({ bytes }) => {
        const message: { records: object[] } = JSON.parse(Buffer.from(bytes).toString('utf8'));
        return message.records;
      });
    });
    // Mixed up, so that no table's records lie together.
    const mixed = [...hub.filter((_, index) => index % 3 === 0), ...hub.filter((_, index) => index % 3 !== 0)];
    const [loaded] = await scratch.load(await scratch.write('hub.json', JSON.stringify({ records: mixed })));
    expect(loaded).toMatchObject({ records: hub.length, rejected: 0 });
    expect(loaded?.source.split('+').toSorted()).toEqual([
      'directory-audit-diagnostic',
      'graph-activity-diagnostic',
      'sign-in-diagnostic',
    ]);
    const fileId = loaded?.fileId ?? 0;
    const logsOf = async (table: EventTable) =>
      [...new Set((await normalisedRows(scratch.store, table, [fileId])).map((row) => String(row['log'])))].toSorted();
    expect(await logsOf('sign_in')).toEqual(['non-interactive-sign-in', 'service-principal-sign-in', 'sign-in']);
    expect(await logsOf('activity')).toEqual(['directory-audit']);
    expect(await logsOf('graph_activity')).toEqual(['graph-activity']);
  });
});
