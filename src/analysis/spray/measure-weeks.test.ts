import { describe, expect, test } from 'vitest';
import { steepestRise } from './measure-weeks.ts';

const weeksOf = (...attempts: number[]) =>
  attempts.map((count, index) => ({ week: new Date(Date.UTC(2024, 0, 8 + 7 * index)), attempts: count }));

describe('a surge', () => {
  test('is three times as many within four weeks', () => {
    expect(steepestRise(weeksOf(40, 42, 38, 60, 150))).toMatchObject({ from: 2, to: 4 });
  });

  test('is twice as many after weeks that each rose', () => {
    expect(steepestRise(weeksOf(400, 500, 650, 1000))).toMatchObject({ from: 0, to: 3 });
  });

  test('is tenfold within a month', () => {
    expect(steepestRise(weeksOf(30, 60, 120, 300))?.times).toBe(10);
  });

  test.each([
    ['weeks as they are', [100, 130, 90, 110, 125]],
    ['few guesses', [1, 2, 4, 20]],
    ['a slow rise over many weeks that did not each rise', [100, 120, 110, 150, 140, 180]],
    ['an end', [300, 200, 100]],
    ['one week', [500]],
  ])('is not %s', (_, attempts) => {
    expect(steepestRise(weeksOf(...attempts))).toBeUndefined();
  });
});
