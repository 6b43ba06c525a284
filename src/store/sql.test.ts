import { describe, expect, test } from 'vitest';
import { empty, identifier, join, literal, type Sql, sql, trusted } from './sql.ts';

const both = ({ text, values }: Sql) => ({ text, values });

describe('sql', () => {
  test('binds every value, and inserts SQL with its own values in order', () => {
    const inner = sql`b = ${2}`;
    expect(both(sql`select ${1} where ${inner} and c = ${null}`)).toEqual({
      text: 'select ? where b = ? and c = ?',
      values: [1, 2, null],
    });
  });

  test('never lets text become SQL', () => {
    const hostile = `'; drop table match; --`;
    expect(both(sql`select ${hostile}`)).toEqual({ text: 'select ?', values: [hostile] });
    expect(both(literal(hostile))).toEqual({ text: `'''; drop table match; --'`, values: [] });
    expect(both(identifier('a"b'))).toEqual({ text: '"a""b"', values: [] });
    expect(both(trusted('BIGINT'))).toEqual({ text: 'BIGINT', values: [] });
  });

  test('joins parts with their values, and nothing to nothing', () => {
    expect(both(join([sql`a = ${1}`, sql`b = ${'x'}`], sql` and `))).toEqual({
      text: 'a = ? and b = ?',
      values: [1, 'x'],
    });
    expect(both(join([identifier('a'), identifier('b')]))).toEqual({ text: '"a", "b"', values: [] });
    expect(both(join([]))).toEqual(both(empty));
  });
});
