import { describe, expect, test } from 'vitest';
import { auditData, csvRow, purviewHeader, purviewRow } from '../support/evidence.ts';
import { readFiles, users } from '../support/read-evidence.ts';

const header = purviewHeader.join(',');
const csv = (rows: readonly string[], lineEnd = '\r\n'): string =>
  [header, ...rows].map((row) => row + lineEnd).join('');
const rows = [1, 2, 3, 4, 5].map((number) => purviewRow(number));
/** The third row with something done to it. */
const withThird = (third: string): string[] => rows.map((row, index) => (index === 2 ? third : row));

describe('CSV with broken rows', () => {
  test('a quote broken in the middle costs its row alone', async () => {
    const read = await readFiles({ 'a.csv': csv(withThird(purviewRow(3).replace('"50"', '"5"0"'))) });
    expect(read.principals).toEqual(users(1, 2, 4, 5));
    expect(read.rejections).toMatchObject([{ record: 3, line: 4, reason: 'broken quote' }]);
  });

  test('a quote that is opened and never closed costs its row alone', async () => {
    const row = '3,2024-01-10T00:00:00Z,50,MailItemsAccessed,user3,"never closed';
    const middle = await readFiles({ 'a.csv': csv(withThird(row)) });
    expect(middle.principals).toEqual(users(1, 2, 4, 5));
    expect(middle.rejections).toMatchObject([{ record: 3, line: 4, reason: 'broken quote' }]);
    const last = await readFiles({ 'a.csv': csv([...rows.slice(0, 2), row, '4,2024-01-10,50,x,y,{}', '']) });
    expect(last.principals).toEqual(users(1, 2));
    expect(last.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'a quote is opened and never closed'],
      [5, 'not a record of any export that snowfence knows'],
    ]);
  });

  test('rows with too many columns, too few and none', async () => {
    const short = '3,2024-01-10';
    const read = await readFiles({ 'a.csv': csv([...withThird(`${purviewRow(3)},"more"`), short, '', purviewRow(6)]) });
    expect(read.principals).toEqual(users(1, 2, 4, 5, 6));
    expect(read.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [4, '7 columns where the header has 6: quotes are missing, as after saving in a spreadsheet'],
      [7, 'not a record of any export that snowfence knows'],
    ]);
  });

  test('line numbers count the line ends inside of quotes', async () => {
    const folded = csvRow([2, 'a\nb\r\nc', 50, 'x', 'y', JSON.stringify(auditData(2), null, 1)]);
    const inner = folded.split('\n').length;
    const read = await readFiles({ 'a.csv': csv([purviewRow(1), folded, 'broken,"x"y', purviewRow(3)]) });
    expect(read.principals).toEqual(users(1, 2, 3));
    expect(read.rejections).toMatchObject([{ line: 3 + inner, reason: 'broken quote' }]);
  });

  test('a row longer than any record, and the line number after it', async () => {
    const long = `3,"${'x'.repeat(17 * 1024 * 1024)}`;
    const read = await readFiles({ 'a.csv': csv([...withThird(long), 'broken,"x"y', purviewRow(6)], '\n') });
    expect(read.principals).toEqual(users(1, 2, 4, 5, 6));
    expect(read.rejections.map(({ line }) => line)).toEqual([4, 7]);
    expect(read.rejections[0]?.reason).toBe('row longer than 16 MiB, or a quote that is never closed');
  });

  test('AuditData that is no JSON is told by line', async () => {
    const read = await readFiles({ 'a.csv': csv(withThird(purviewRow(3, '{"CreationTime":"2024-01-10T00:00:00"'))) });
    expect(read.principals).toEqual(users(1, 2, 4, 5));
    expect(read.rejections).toMatchObject([{ record: 3, line: 4 }]);
  });
});

describe('headers', () => {
  const data = JSON.stringify(auditData(1));

  test('with quotes, duplicates, empty names, SQL and names like those given to duplicates', async () => {
    const names = [
      'a',
      'A',
      'a (2)',
      '',
      ' ',
      'column 4',
      '"quoted"',
      "x'); drop table sign_in; --",
      'AuditData',
      'é',
      'É',
    ];
    const cells = names.map((name, index) => (name === 'AuditData' ? data : `cell ${index}`));
    const read = await readFiles({ 'a.csv': `${csvRow(names)}\n${csvRow(cells)}\n${csvRow(['only'])}\n` });
    expect(read.principals).toEqual(users(1));
    expect(read.rejections).toMatchObject([{ line: 3, record: 2 }]);
  });

  test('of 5,000 columns', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => (index === 4321 ? 'AuditData' : `column "${index}"`));
    const cells = names.map((name) => (name === 'AuditData' ? data : 'x'));
    const read = await readFiles({ 'a.csv': `${csvRow(names)}\n${csvRow(cells)}\n` });
    expect(read.principals).toEqual(users(1));
  });

  test('of more columns than any export has are no export', async () => {
    const read = await readFiles({
      'a.csv': `${'x,'.repeat(100_000)}\n1,2\n`,
      'b.csv': `a,b\n${'x,'.repeat(100_000)}\n`,
    });
    expect(read.outcome).toMatchObject({ read: 2, records: 0, rejected: 2 });
    expect(read.rejections[0]?.reason).toMatch(/^more than [\d,]+ columns/);
  });

  test('after a type line of PowerShell or a separator line of a spreadsheet', async () => {
    const typed = await readFiles({ 'a.csv': `#TYPE System.Object\r\n${csv(rows)}` });
    expect(typed.principals).toEqual(users(1, 2, 3, 4, 5));
    const cells = [1, '2024-01-10', 50, 'x', 'y', data].map((cell) => csvRow([cell])).join(';');
    const separated = await readFiles({ 'a.csv': `sep=;\r\n${purviewHeader.join(';')}\r\n${cells}\r\n` });
    expect(separated.outcome.rejected).toBe(0);
    expect(separated.principals).toEqual(users(1));
  });

  test('alone are an empty export', async () => {
    const read = await readFiles({ 'a.csv': `${header}\r\n` });
    expect(read.outcome).toMatchObject({ read: 1, records: 0, rejected: 0 });
  });
});
