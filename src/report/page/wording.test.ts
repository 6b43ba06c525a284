import { expect, test } from 'vitest';
import { logs } from '../../shape/detection.ts';
import { counted, grouped, listed, logName, moment, size } from './wording.ts';

test('groups digits in threes', () => {
  expect([0, 999, 1000, 12_345_678].map(grouped)).toEqual(['0', '999', '1\u202f000', '12\u202f345\u202f678']);
});

test('counts, lists and names', () => {
  expect([counted(1, 'file'), counted(0, 'file'), counted(2, 'day')]).toEqual([
    '1\u00a0file',
    '0\u00a0files',
    '2\u00a0days',
  ]);
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
  expect([logName('graph-activity'), logName('new-log')]).toEqual(['Graph activity', 'new-log']);
  expect(logs.filter((log) => logName(log) === log)).toEqual([]);
});

test('writes times and sizes', () => {
  expect([moment('2024-01-12T08:30:00.123Z'), moment(null)]).toEqual(['2024-01-12 08:30:00', '']);
  expect([size(812), size(4_821_733), size(7e15)]).toEqual(['812\u00a0bytes', '4.8\u00a0MB', '7000.0\u00a0TB']);
});
