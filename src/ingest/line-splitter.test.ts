import { describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { LineSplitter } from './line-splitter.ts';
import type { Rejection } from './spool.ts';

/** What the splitter makes of a text that comes in pieces of some bytes. */
function split(text: string, pieceBytes = 7) {
  const records: [number, number, string][] = [];
  const rejections: Rejection[] = [];
  const splitter = new LineSplitter({
    add: (record, line, pieces) => records.push([record, line, Buffer.concat([...pieces]).toString('utf8')]),
    reject: (rejection) => rejections.push(rejection),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) splitter.push(bytes.subarray(at, at + pieceBytes));
  splitter.end();
  return { records, rejections };
}

describe('one object a line', () => {
  test.each([1, 2, 7, 1000])(
    'in pieces of %i bytes, with and without carriage returns, the last line unfinished',
    (pieceBytes) => {
      expect(split('{"a":1}\r\n\n  {"b":"ü"} \n{"c":3}', pieceBytes)).toEqual({
        records: [
          [1, 1, '{"a":1}'],
          [2, 3, '{"b":"ü"}'],
          [3, 4, '{"c":3}'],
        ],
        rejections: [],
      });
    },
  );

  test('takes off the comma of a list that was cut by hand', () => {
    expect(split('{"a":1},\n{"b":2},\n').records.map(([, , text]) => text)).toEqual(['{"a":1}', '{"b":2}']);
  });

  test('counts what is no object, with its line and its beginning', () => {
    expect(split('{"a":1}\nhello\n[1]\n{"b":2}\n')).toEqual({
      records: [
        [1, 1, '{"a":1}'],
        [4, 4, '{"b":2}'],
      ],
      rejections: [
        { record: 2, line: 2, reason: 'not a JSON object', sample: 'hello' },
        { record: 3, line: 3, reason: 'a list where an object was expected', sample: '[1]' },
      ],
    });
  });

  test('does not hold a line without end, and reads on after it', () => {
    const { records, rejections } = split(`{"a":"${'x'.repeat(limits.recordBytes)}"}\n{"b":2}\n`, 1024 * 1024);
    expect(records.map(([record]) => record)).toEqual([2]);
    expect(rejections).toMatchObject([{ record: 1, line: 1, reason: 'line longer than 16 MiB' }]);
    expect(rejections[0]?.sample.length).toBeLessThanOrEqual(limits.rejectionSample);
  });
});
