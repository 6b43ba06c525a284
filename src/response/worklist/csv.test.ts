import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, guarded, parseCsv, unguarded } from './csv.ts';

describe('cells', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|'/c calc'!A1"])(
    '%j is no formula on the way out',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  test('come back as they went', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("'=1", "''-", "'", '"', 'a\r\nb', ' x ', ';', ''),
      fc.string({ unit: fc.constantFrom("'", '=', '"', ',', '\n', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const text = [csvLine(['a', 'b']), ...rows.map(csvLine)].join('');
        const parsed = parseCsv(text);
        const expected = rows.filter((cells) => cells.some((one) => one !== ''));
        expect(Array.isArray(parsed) ? parsed.slice(1).map(({ cells }) => cells.map(unguarded)) : parsed).toEqual(
          expected,
        );
      }),
    );
  });
});

describe('files of spreadsheets', () => {
  test('with a byte order mark, semicolons and line feeds', () => {
    expect(parseCsv('\uFEFFid;note\nx;"a\nb"\n\ny;\n')).toEqual([
      { line: 1, cells: ['id', 'note'] },
      { line: 2, cells: ['x', 'a\nb'] },
      { line: 5, cells: ['y', ''] },
    ]);
  });

  test('with a quote that never ends', () => {
    expect(parseCsv('a,b\nx,"y\n')).toEqual({ unclosed: 2 });
    expect(parseCsv('a,b\nx,"y"z\n')).toEqual({ unclosed: 2 });
  });
});
