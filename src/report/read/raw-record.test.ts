import { expect, test } from 'vitest';
import { openSmallCase } from '../fixture/case-fixture.ts';
import { sql } from '../../store/sql.ts';
import type { Place } from './evidence.ts';
import { groupBy } from './group-by.ts';
import { readRawRecords } from './raw-record.ts';

test('spends its budget on the first record of every statement before any second one', async () => {
  const { store, close } = await openSmallCase();
  const places = groupBy(
    await store.rows<Place & { detection: string }>(sql`select * from match order by detection, record`),
    ({ detection }) => detection,
  );
  const ids = [...places.keys()];
  const all = await readRawRecords(store, places, { each: 3, recordLength: 50, totalLength: 1e6 });
  const some = await readRawRecords(store, places, { each: 3, recordLength: 50, totalLength: 15 * 50 });
  const few = await readRawRecords(store, places, { each: 3, recordLength: 50, totalLength: 3 * 50 });
  await close();
  const lengths = (chosen: typeof all) => ids.map((id) => chosen.get(id)?.length ?? 0);
  expect(Math.max(...lengths(all))).toBe(3);
  expect(lengths(some).every((length) => length >= 1)).toBe(true);
  expect(lengths(some).reduce((sum, length) => sum + length, 0)).toBe(15);
  expect(lengths(few)).toEqual([1, 1, 1, ...ids.slice(3).map(() => 0)]);
});
