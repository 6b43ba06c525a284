import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import logAnalyticsCsv from '../../src/simulate/format/log-analytics-csv.writer.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { sample } from './sample.ts';

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

/** The engine reads a batch in buffers of this many bytes. */
const bufferBytes = 8 * 1024 * 1024;

test('a CSV of several buffers, with values over lines and short rows, is read whole', async () => {
  const records = Array.from({ length: Math.ceil(12_000 / sample.signIn.length) }, (_, copy) =>
    sample.signIn.map((record) => ({
      ...record,
      id: `${record.id}-${copy}`,
      userAgent: `${record.userAgent}${'\n.'.repeat(700)}`,
    })),
  ).flat();
  const files = logAnalyticsCsv.signIn?.(records) ?? [];
  expect(Math.max(...files.map(({ bytes }) => bytes.length))).toBeGreaterThan(bufferBytes);
  for (const [at, { bytes }] of files.entries())
    await scratch.write(`${at}.csv`, `${Buffer.from(bytes).toString().trimEnd()}\nshort,row`);
  const outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
  expect(outcome).toMatchObject({ records: records.length, rejected: files.length, unreadable: [] });
});
