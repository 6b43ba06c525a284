import { expect, test } from 'vitest';
import { count, duration, list, moment, sentence } from './english.ts';

test('names are listed, no more than five in a row', () => {
  expect([1, 2, 3, 5, 6, 8].map((length) => list(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].slice(0, length)))).toEqual([
    'a',
    'a and b',
    'a, b and c',
    'a, b, c, d and e',
    'a, b, c, d, e and 1 other',
    'a, b, c, d, e and 3 others',
  ]);
});

test('one is singular, thousands have commas', () => {
  expect([count(1, 'message'), count(0, 'message'), count(1234, 'mailbox', 'mailboxes')]).toEqual([
    '1 message',
    '0 messages',
    '1,234 mailboxes',
  ]);
});

test('times and spans are in UTC and in words', () => {
  const start = new Date('2023-12-07T14:02:59Z');
  expect(moment(start)).toBe('7 December 2023 14:02 UTC');
  const after = (minutes: number) => duration(start, new Date(start.getTime() + minutes * 60_000));
  expect([after(1), after(90), after(150), after(1440), after(3000)]).toEqual([
    '1 minute',
    '90 minutes',
    '3 hours',
    '24 hours',
    '2 days',
  ]);
});

test('a sentence begins with a capital, but a name of an account stays as it is', () => {
  expect([sentence('the end'), sentence('ada@x.example came.')]).toEqual(['The end.', 'ada@x.example came.']);
});
