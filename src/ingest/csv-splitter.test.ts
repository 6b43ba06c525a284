import { describe, expect, test } from 'vitest';
import { CsvSplitter } from './csv-splitter.ts';
import { parseRow } from './layout.ts';
import { limits } from './limits.ts';
import type { Rejection } from './spool.ts';

/** What the splitter makes of a text that comes in pieces of some bytes. */
function split(text: string, pieceBytes = 6, separator = ',') {
  let header: string[] = [];
  const rows: [number, number, string[]][] = [];
  const rejections: Rejection[] = [];
  const splitter = new CsvSplitter(
    {
      add: (record, line, pieces) =>
        rows.push([record, line, parseRow(Buffer.concat([...pieces]).toString('utf8'), separator)]),
      reject: (rejection) => rejections.push(rejection),
    },
    separator,
    (row) => {
      header = parseRow(row, separator);
      return header.length;
    },
  );
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) splitter.push(bytes.subarray(at, at + pieceBytes));
  splitter.end();
  return { header, rows, rejections };
}

describe('rows of CSV', () => {
  test.each([1, 2, 5, 1000])(
    'in pieces of %i bytes, with quotes, separators and line ends inside cells',
    (pieceBytes) => {
      const text = 'a,b\r\n1,"x, ""y"""\r\n2,"first\r\nsecond"\r\n\r\n3,\r\n4,"ü"';
      expect(split(text, pieceBytes)).toEqual({
        header: ['a', 'b'],
        rows: [
          [1, 2, ['1', 'x, "y"']],
          [2, 3, ['2', 'first\r\nsecond']],
          [3, 6, ['3', '']],
          [4, 7, ['4', 'ü']],
        ],
        rejections: [],
      });
    },
  );

  test('steps over the lines that PowerShell and spreadsheets put before the header', () => {
    for (const first of ['#TYPE System.Object', '"#TYPE System.Object"', 'sep=,']) {
      expect(split(`${first}\r\na,b\r\n1,2\r\n`)).toMatchObject({ header: ['a', 'b'], rows: [[1, 3, ['1', '2']]] });
    }
  });

  test('takes other separators', () => {
    expect(split('a;b\n1;"2;3"\n', 4, ';').rows).toEqual([[1, 2, ['1', '2;3']]]);
  });

  test('lets blanks between a closing quote and the separator pass, and rows that are too short', () => {
    expect(split('a,b\n"1" ,2\n3\n').rows.map(([, , cells]) => cells.length)).toEqual([2, 1]);
  });
});

describe('broken CSV', () => {
  test('a row with lost quotes is counted and told', () => {
    const { rows, rejections } = split('a,b\n1,2\n3,{x,y}\n4,5\n');
    expect(rows.map(([record]) => record)).toEqual([1, 3]);
    expect(rejections).toEqual([
      {
        record: 2,
        line: 3,
        sample: '3,{x,y}',
        reason: '3 columns where the header has 2: quotes are missing, as after saving in a spreadsheet',
      },
    ]);
  });

  test('a broken quote costs its line alone', () => {
    const { rows, rejections } = split('a,b\n1,"x"y\n2,3\n');
    expect(rows).toEqual([[2, 3, ['2', '3']]]);
    expect(rejections).toMatchObject([{ record: 1, line: 2, reason: 'broken quote' }]);
  });

  test('a quote that is never closed costs its line, and what follows is read', () => {
    const { rows, rejections } = split('a,b\n1,"x\n2,3\n4,5\n');
    expect(rejections).toMatchObject([{ record: 1, line: 2, reason: 'a quote is opened and never closed' }]);
    expect(rows.map(([, , cells]) => cells)).toEqual([
      ['2', '3'],
      ['4', '5'],
    ]);
  });

  test('a row without end does not fill the memory', () => {
    const { rows, rejections } = split(
      `a,b\n1,"${'x'.repeat(limits.recordBytes + 3 * 1024 * 1024)}"\n2,3\n`,
      1024 * 1024,
    );
    expect(rejections).toMatchObject([{ record: 1, line: 2 }]);
    expect(rows.map(([, , cells]) => cells)).toEqual([['2', '3']]);
  });
});
