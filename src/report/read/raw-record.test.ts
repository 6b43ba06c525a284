import { expect, test } from 'vitest';
import { openSmallCase } from '../fixture/case-fixture.ts';
import { readFindings } from './finding.ts';
import { readRawRecords } from './raw-record.ts';

test('spends its budget on the first record of every finding before any second one', async () => {
  const { store, close } = await openSmallCase();
  const ids = (await readFindings(store)).map(({ id }) => id);
  const all = await readRawRecords(store, ids, { perFinding: 3, recordLength: 50, totalLength: 1e6 });
  const some = await readRawRecords(store, ids, { perFinding: 3, recordLength: 50, totalLength: 15 * 50 });
  const few = await readRawRecords(store, ids, { perFinding: 3, recordLength: 50, totalLength: 3 * 50 });
  await close();
  const lengths = (chosen: typeof all) => ids.map((id) => chosen.get(id)?.length ?? 0);
  expect(Math.max(...lengths(all))).toBe(3);
  expect(lengths(some).every((length) => length >= 1)).toBe(true);
  expect(lengths(some).reduce((sum, length) => sum + length, 0)).toBe(15);
  expect(lengths(few)).toEqual([1, 1, 1, ...ids.slice(3).map(() => 0)]);
});
