import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { timeAxis } from './time-axis.ts';

test('marks whole days in UTC, whatever the zone of the machine', () => {
  const axis = timeAxis(Date.UTC(2024, 0, 1, 5), Date.UTC(2024, 0, 6, 20), 7);
  expect(axis.marks.map(axis.format)).toEqual([
    '2024-01-02',
    '2024-01-03',
    '2024-01-04',
    '2024-01-05',
    '2024-01-06',
    '2024-01-07',
  ]);
});

test('marks hours where the span is short', () => {
  const axis = timeAxis(Date.UTC(2024, 0, 1, 5), Date.UTC(2024, 0, 1, 9), 7);
  expect(axis.marks.map(axis.format)).toEqual([
    '01-01 05:00',
    '01-01 06:00',
    '01-01 07:00',
    '01-01 08:00',
    '01-01 09:00',
  ]);
});

test('never more marks than asked for, all inside', () => {
  const time = integer({ min: 0, max: 4e12 });
  assert(
    property(time, time, integer({ min: 3, max: 9 }), (a, b, most) => {
      const { min, max, marks } = timeAxis(Math.min(a, b), Math.max(a, b), most);
      expect(marks.length).toBeLessThanOrEqual(most);
      expect(min).toBeLessThan(max);
      for (const mark of marks) expect(mark >= min && mark <= max).toBe(true);
    }),
  );
});
