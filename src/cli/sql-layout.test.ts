import { expect, test } from 'vitest';
import { compile } from '../sigma/index.ts';
import { trusted } from '../store/sql.ts';
import { Store } from '../store/store.ts';
import { layOutSql } from './sql-layout.ts';

/** Blanks outside of texts and names do not count. */
function withoutBlanks(sql: string): string {
  return sql.replaceAll(/('(?:[^']|'')*'|"(?:[^"]|"")*")|\s+/g, (_, kept: string | undefined) => kept ?? '');
}

const many = Array.from({ length: 200 }, (_, index) => `it's (text), "number" ${index}`);
const rule = `title: t
logsource: {product: microsoft365, category: directory_change}
detection:
  a: {OperationName: ${JSON.stringify(many)}, ModifiedProperties.AppRole.Value.NewValue|contains: "a  'b'  [("}
  b: {UserAgent|re: '[(]x)?', Some.Path: "\\"quoted\\""}
  c: [keyword, other]
  condition: a or not b and c
`;

test('only blanks outside of texts and names are changed', () => {
  const { queries, faults } = compile(rule.replace('[(]x)?', '[(]x?'));
  expect(faults.map(({ located }) => located)).toEqual([]);
  for (const { sql } of queries) {
    const laidOut = layOutSql(sql);
    expect(withoutBlanks(laidOut)).toBe(withoutBlanks(sql));
    expect(layOutSql(laidOut)).toBe(laidOut);
  }
});

test('control characters in texts are written out', async () => {
  const text = "select 'it''s \u001B[2J\n\u202Ex' as text, 'plain' as other";
  const laidOut = layOutSql(text);
  expect(laidOut).toBe(
    "select ('it''s ' || chr(27) || '[2J' || chr(10) || '' || chr(8238) || 'x') as text, 'plain' as other",
  );
  const store = await Store.open(':memory:');
  try {
    expect(await store.rows(trusted(laidOut))).toEqual(await store.rows(trusted(text)));
  } finally {
    store.close();
  }
});

test('what fits on a line stays on it', () => {
  expect(layOutSql('select a,\n  b from (select * from t)')).toBe('select a, b\nfrom (select * from t)');
});

test('what does not is opened at brackets, conditions and commas', () => {
  const name = (letter: string): string => letter.repeat(40);
  const sql = `select * from t where ${name('a')} = 1 and (${name('b')} = 2 or ${name('c')} in (3, 4) or ${name('d')} = 5)`;
  expect(layOutSql(sql).split('\n')).toEqual([
    'select *',
    'from t',
    `where ${name('a')} = 1`,
    '  and (',
    `    ${name('b')} = 2`,
    `    or ${name('c')} in (3, 4)`,
    `    or ${name('d')} = 5`,
    '  )',
  ]);
});
