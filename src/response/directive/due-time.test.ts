import { describe, expect, test } from 'vitest';
import { parseDue, parseZonedTime } from './due.ts';
import { type Clock, dueTime } from './due-time.ts';
import { instantOf, isZone, wallTimeAt } from './zoned-time.ts';

const clock: Clock = {
  start: '2024-02-28T22:00:00.000Z',
  shiftMilliseconds: 0,
  discovery: '2024-01-31T10:11:12.000Z',
  clauseTime: (clause) => (clause === 'notification' ? '2024-01-31T08:00:00.000Z' : undefined),
  holidays: new Set(['2024-03-04']),
};
const at = (text: string, more: Partial<Clock> = {}): string | undefined => {
  const due = parseDue(text);
  if (due === undefined) throw new Error(`not read: ${text}`);
  return dueTime(due, { ...clock, ...more });
};

describe('due', () => {
  test.each([
    ['2024-04-30 23:59 America/New_York', '2024-05-01T03:59:00.000Z'],
    ['2024-01-30 23:59 America/New_York', '2024-01-31T04:59:00.000Z'],
    ['2024-04-30T23:59:00Z', '2024-04-30T23:59:00.000Z'],
    ['start + 28 days', '2024-03-27T22:00:00.000Z'],
    ['discovery', '2024-01-31T10:11:12.000Z'],
    ['discovery + 72 h', '2024-02-03T10:11:12.000Z'],
    ['discovery + 90 minutes', '2024-01-31T11:41:12.000Z'],
    ['discovery + 1 month', '2024-02-29T10:11:12.000Z'],
    ['clause notification + 1 month', '2024-02-29T08:00:00.000Z'],
    // Wednesday in New York; Thursday, Friday, a holiday on Monday, Tuesday.
    ['start + 3 business days, 17:30 America/New_York', '2024-03-05T22:30:00.000Z'],
    ['start + 2 weeks, 23:59 America/New_York', '2024-03-14T03:59:00.000Z'],
  ])('%s', (text, expected) => expect(at(text)).toBe(expected));

  test('is unknown while what it runs from is unknown', () => {
    expect(at('start + 1 day', { start: undefined })).toBeUndefined();
    expect(at('clause other + 1 day')).toBeUndefined();
  });

  test('of a fixed time moves by the span of the start', () => {
    expect(at('2024-04-30T00:00:00Z', { shiftMilliseconds: 86_400_000 })).toBe('2024-05-01T00:00:00.000Z');
  });

  test.each([
    'tomorrow',
    '2024-04-31 10:00 UTC',
    '2024-04-30 24:00 UTC',
    '2024-04-30 10:00',
    '2024-04-30 10:00 Mars/Base',
    'start - 1 day',
    'start + 1 fortnight',
    'start + 4 days, 25:00 UTC',
  ])('%s is none', (text) => expect(parseDue(text)).toBeUndefined());
});

describe('time on the wall', () => {
  test('is there twice, once or never', () => {
    const zone = 'America/New_York';
    expect(instantOf({ day: '2024-11-03', time: '01:30' }, zone)).toBe('2024-11-03T05:30:00.000Z');
    expect(instantOf({ day: '2024-03-10', time: '02:30' }, zone)).toBe('2024-03-10T07:30:00.000Z');
    expect(instantOf({ day: '2024-07-01', time: '00:00' }, 'Pacific/Auckland')).toBe('2024-06-30T12:00:00.000Z');
    expect(wallTimeAt('2024-05-01T03:59:00.000Z', zone)).toEqual({ day: '2024-04-30', time: '23:59' });
  });

  test('is of a zone that exists', () => {
    expect([isZone('UTC'), isZone('Europe/Berlin'), isZone('Mars/Base')]).toEqual([true, true, false]);
    expect(parseZonedTime('2024-04-02 00:00 America/New_York')).toBe('2024-04-02T04:00:00.000Z');
  });
});
