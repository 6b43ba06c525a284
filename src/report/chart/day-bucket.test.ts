import { expect, test } from 'vitest';
import { bucketDays, bucketName, labelEvery } from './day-bucket.ts';

test('keeps days while they fit, across the end of daylight saving time', () => {
  const buckets = bucketDays('2024-03-30', '2024-04-09', 20);
  expect(buckets.starts).toHaveLength(11);
  expect([bucketName(buckets), buckets.indexOf('2024-03-30'), buckets.indexOf('2024-04-09')]).toEqual(['day', 0, 10]);
});

test('puts days together where there are too many', () => {
  const buckets = bucketDays('2024-01-01', '2024-12-31', 60);
  expect([bucketName(buckets), buckets.starts.length, buckets.starts[1], buckets.indexOf('2024-12-31')]).toEqual([
    '7 days',
    53,
    '2024-01-08',
    52,
  ]);
  expect(buckets.starts.filter((_, index) => labelEvery(buckets, 8)(index)).length).toBeLessThanOrEqual(8);
});

test('labels a few bars, none so close to an edge that it would be cut', () => {
  expect(labelled(40, 7)).toEqual([3, 9, 15, 21, 27, 33]);
  expect(labelled(16, 8)).toEqual([1, 3, 5, 7, 9, 11, 13]);
  expect(labelled(3, 7)).toEqual([0, 1, 2]);
});

test('a stray record of 1970 does not make a million bars', () => {
  expect(bucketDays('1970-01-01', '2099-12-31', 130).starts.length).toBeLessThanOrEqual(130);
});

/** Numbers of the labelled bars of so many days. */
function labelled(days: number, most: number): number[] {
  const last = new Date(Date.UTC(2024, 0, days)).toISOString().slice(0, 10);
  const buckets = bucketDays('2024-01-01', last, 200);
  return buckets.starts.map((_, index) => index).filter(labelEvery(buckets, most));
}
