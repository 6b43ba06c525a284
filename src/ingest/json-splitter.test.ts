import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonSplitter } from './json-splitter.ts';
import { limits } from './limits.ts';
import type { Rejection } from './spool.ts';

/** What the splitter makes of a text that comes in pieces of some bytes. */
function split(text: string, pieceBytes = 5) {
  const records: string[] = [];
  const lines: number[] = [];
  const rejections: Rejection[] = [];
  const splitter = new JsonSplitter({
    add: (_, line, pieces) => {
      records.push(Buffer.concat([...pieces]).toString('utf8'));
      lines.push(line);
    },
    reject: (rejection) => rejections.push(rejection),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) splitter.push(bytes.subarray(at, at + pieceBytes));
  splitter.end();
  return { records, lines, rejections };
}

describe('JSON in any arrangement', () => {
  test.each([
    ['a list', '[{"a":1},{"b":2}]'],
    ['objects one after the other', '{"a":1}{"b":2}'],
    ['objects with commas between', '{"a":1},\n{"b":2}'],
    ['lists one after the other', '[{"a":1}]\r\n\r\n[{"b":2}]'],
    ['a list in a list', '[[{"a":1}],[{"b":2}]]'],
    ['a page of Graph', '{"@odata.context":"https://x","value":[{"a":1},{"b":2}]}'],
    ['pages of Graph', '{"@odata.nextLink":"y","value":[{"a":1}]}{"value":[{"b":2}],"@odata.count":1}'],
    ['a batch of an event hub', '{"records":[{"a":1},{"b":2}]}'],
    ['a list of batches', '[{"records":[{"a":1}]},{"records":[{"b":2}]}]'],
    ['a list of one that became an object', '{"value":{"a":1}}{"value":{"b":2}}'],
    ['an empty page before', '{"value":[]}{"value":[{"a":1},{"b":2}]}'],
  ])('%s', (_, text) => {
    for (const pieceBytes of [1, 3, 1000]) {
      expect(split(text, pieceBytes)).toMatchObject({ records: ['{"a":1}', '{"b":2}'], rejections: [] });
    }
  });

  test('a record that has a list called value or records is a record', () => {
    for (const text of ['{"id":"x","value":[{"a":1}]}', '{"name":"x","records":[1,2]}', '{"a":{"value":[{"b":1}]}}']) {
      expect(split(text).records).toEqual([text]);
    }
  });

  test('brackets and quotes inside strings mean nothing', () => {
    const text = String.raw`{"a":"}]{[\"\\","b":["\\\"}"]}`;
    for (const pieceBytes of [1, 2, 3, 4, 100])
      expect(split(`[${text},${text}]`, pieceBytes).records).toEqual([text, text]);
  });

  test('tells the line on which a record begins', () => {
    expect(split('[\n  {\n    "a": 1\n  },\n  {\n    "b": 2\n  }\n]\n').lines).toEqual([2, 5]);
  });

  test('what was written comes back, whatever the pieces', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const record = fc.dictionary(
      fc.string().filter((key) => !/^(@|odata\.|value$|records$)/i.test(key)),
      value,
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (all, size, isPretty) => {
          const found = split(JSON.stringify(all, null, isPretty ? 2 : 0), size);
          expect(found.rejections).toEqual([]);
          expect(found.records.map((text): unknown => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(all)));
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('broken JSON', () => {
  test('a file that is cut off keeps what was whole, and says so', () => {
    const { records, rejections } = split('[{"a":1},{"a":2},{"a":');
    expect(records).toEqual(['{"a":1}', '{"a":2}']);
    expect(rejections.map(({ reason }) => reason)).toContain('the file ends inside this record');
    expect(split('[{"a":1}').rejections.map(({ reason }) => reason)).toEqual([
      'the file ends before its list is closed: records may be missing after this one',
    ]);
  });

  test.each([
    ['a bracket too few', '[1,2'],
    ['a brace too few', '{"y":1'],
    ['a quote too few', '"y'],
  ])('a record with %s does not swallow those after it', (_, value) => {
    const { records, rejections } = split(`[{"id":1,"t":"a","x":${value}},{"id":2,"t":"b","x":0},{"id":3,"t":"c"}]`, 9);
    expect(records).toEqual(['{"id":2,"t":"b","x":0}', '{"id":3,"t":"c"}']);
    expect(rejections).toMatchObject([
      { record: 1, line: 1, reason: 'brackets or quotes in this record do not match' },
    ]);
  });

  test('text between records is counted and stepped over', () => {
    const { records, rejections } = split('{"a":1} oops {"a":2}');
    expect(records).toEqual(['{"a":1}', '{"a":2}']);
    expect(rejections).toMatchObject([{ record: 2, reason: 'text outside of any record' }]);
  });

  test('a record that is nested too deep is refused, and the next is read', () => {
    const deep = `{"a":${'['.repeat(limits.depth)}${']'.repeat(limits.depth)}}`;
    const { records, rejections } = split(`[${deep},{"a":1}]`);
    expect(records).toEqual(['{"a":1}']);
    expect(rejections).toMatchObject([{ reason: `nested deeper than ${limits.depth} levels` }]);
  });

  test('nothing makes it throw', () => {
    const alphabet = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ':',
      ',',
      ' ',
      '\n',
      'a',
      '1',
      'value',
      'records',
      '@odata.x',
      'ü',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        split(parts.join(''), size);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
