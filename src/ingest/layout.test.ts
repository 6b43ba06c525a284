import { describe, expect, test } from 'vitest';
import { layoutOf, parseRow } from './layout.ts';

const kindOf = (text: string, isWhole = true) => layoutOf(Buffer.from(text), isWhole);

describe('the layout of a file', () => {
  test.each([
    ['lines', '{"a":1}\n{"b":2}\n'],
    ['lines', '{"a":1}'],
    ['lines', '\n\n{"a":1}\r\n{"b":2}\r\n'],
    ['lines', '{"a":1}\nbroken {\n{"b":2}\n'],
    ['json', '[{"a":1}]'],
    ['json', '  [\n{"a":1}\n]'],
    ['json', '{\n  "a": 1\n}'],
    ['json', '{"value":[{"a":1}]}'],
    ['json', '{"records":[{"a":1}]}\n{"records":[{"b":1}]}'],
    ['empty', ''],
    ['empty', ' \n\t'],
  ])('%s: %j', (kind, text) => {
    expect(kindOf(text)).toMatchObject({ kind });
  });

  test.each([
    [',', 'a,b,c\n1,2,3'],
    [';', 'a;b;c\n1;2,5;3'],
    ['\t', 'a\tb\tc'],
    ['|', 'a|b|c'],
    [',', '#TYPE Selected.System.Object;x\na,b,c'],
    [',', '"a;b","c"'],
  ])('CSV with %j', (separator, text) => {
    expect(kindOf(text)).toEqual({ kind: 'csv', separator });
  });

  test.each([
    ['a binary file, no export that snowfence reads', 'MZ\0\0a,b'],
    ['a tar archive: unpack it and name the folder', `logs/a.json${'\0'.repeat(246)}ustar\x0000`],
    ['XML or HTML, no export that snowfence reads', '<html><body>a,b</body></html>'],
    ['neither JSON nor CSV', 'just a sentence'],
  ])('unknown: %s', (reason, text) => {
    expect(kindOf(text)).toEqual({ kind: 'unknown', reason });
  });

  test('is judged by whole lines, as far as the beginning goes', () => {
    expect(kindOf('{"a":1}\n{"b":', false)).toMatchObject({ kind: 'lines' });
    expect(kindOf('{"a":1', false)).toMatchObject({ kind: 'json' });
  });
});

describe('a row of CSV', () => {
  test.each([
    ['a,b', ['a', 'b']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",', ['say "hi"', '']],
    ['', ['']],
    ['a"b,c', ['a"b', 'c']],
  ])('%j', (row, cells) => {
    expect(parseRow(row, ',')).toEqual(cells);
  });
});
