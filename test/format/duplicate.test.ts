import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { countOf, sample, writers } from './sample.ts';

let scratch: ScratchCase;
beforeEach(async () => {
  scratch = await openScratchCase();
});
afterEach(() => scratch.close());

async function writeAll(log: string, formats: readonly string[]): Promise<void> {
  for (const writer of writers.filter((one) => one.log === log && formats.includes(one.format))) {
    for (const { name, bytes } of writer.write()) await scratch.write(`${writer.format}/${name}`, bytes);
  }
}

describe('records that came by several exports count once', () => {
  test.each([
    ['signIn', 'sign_in', ['graph-lines', 'diagnostic-records', 'log-analytics-csv', 'portal-csv']],
    ['directoryAudit', 'activity', ['graph-array', 'diagnostic-lines', 'log-analytics-json']],
    ['unifiedAudit', 'activity', ['purview-csv', 'mes-json', 'search-json', 'goose-lines', 'siem-csv']],
    ['graphActivity', 'graph_activity', ['diagnostic-lines', 'log-analytics-lines']],
  ] as const)('%s', async (log, table, formats) => {
    await writeAll(log, formats);
    const outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    const count = countOf({ format: formats[0], log });
    expect(outcome).toMatchObject({
      records: count * formats.length,
      duplicates: count * (formats.length - 1),
      rejected: 0,
    });
    const tables = { sign_in: sql`sign_in`, activity: sql`activity`, graph_activity: sql`graph_activity` };
    expect(await scratch.store.row(sql`select count(*) as count from ${tables[table]}`)).toEqual({ count });
    const { told } = await scratch.store.row(sql`select sum(duplicates) as told from evidence_file`);
    expect(told).toBe(outcome.duplicates);
  });

  test('a directory audit and the record of the unified audit log about the same change are two records', async () => {
    await writeAll('directoryAudit', ['graph-lines']);
    await writeAll('unifiedAudit', ['goose-lines']);
    const { duplicates } = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(duplicates).toBe(0);
    expect(await scratch.store.row(sql`select count(*) as count from activity`)).toEqual({
      count: sample.directoryAudit.length + sample.unifiedAudit.length,
    });
  });

  test('the same bytes are read once, whatever their name', async () => {
    await scratch.write('one.json', JSON.stringify(sample.signIn));
    await scratch.write('two.json', JSON.stringify(sample.signIn));
    expect(await ingest(scratch.store, scratch.folder, [scratch.evidence])).toMatchObject({
      read: 1,
      known: 1,
      duplicates: 0,
    });
  });

  test('a later run that brings some again adds only what is new', async () => {
    await scratch.write('some.json', JSON.stringify(sample.signIn.slice(0, 2)));
    await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    await scratch.write('all.json', JSON.stringify(sample.signIn));
    const outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(outcome).toMatchObject({ read: 1, known: 1, duplicates: 2 });
    expect(await scratch.store.row(sql`select count(*) as count, count(distinct id) as ids from sign_in`)).toEqual({
      count: sample.signIn.length,
      ids: sample.signIn.length,
    });
  });
});
