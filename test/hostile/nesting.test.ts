import { expect, test } from 'vitest';
import { auditData, csvRow, lines, purviewHeader, purviewRow, signIn } from '../support/evidence.ts';
import { readFiles, users } from '../support/read-evidence.ts';

const levels = 10_000;
const deepList = `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const deepObject = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** A sign-in with a field of this JSON text. */
const withField = (number: number, text: string): string =>
  JSON.stringify(signIn(number, { more: '@' })).replace('"@"', text);

test.each([deepList, deepObject])('a record nested 10,000 deep costs itself alone', async (deep) => {
  const good = JSON.stringify(signIn(1));
  const read = await readFiles({
    'a.json': `[${good},\n${withField(2, deep)},\n${JSON.stringify(signIn(3), null, 1)}]`,
    'b.jsonl': `${JSON.stringify(signIn(4))}\n${withField(5, deep)}\n${JSON.stringify(signIn(6))}\n`,
  });
  expect(read.principals.filter((principal) => principal !== 'user5@frostline.example')).toEqual(users(1, 3, 4, 6));
  expect(read.rejections[0]).toMatchObject({ record: 2, line: 2, reason: 'nested deeper than 200 levels' });
  expect(read.outcome.records + read.outcome.rejected).toBe(6);
});

test('lists around the records', async () => {
  const read = await readFiles({ 'a.json': `${'['.repeat(levels)}${JSON.stringify(signIn(1))}${']'.repeat(levels)}` });
  expect(read.principals).toEqual(users(1));
  expect(read.rejections).toEqual([]);
});

test('nothing but brackets', async () => {
  const read = await readFiles({
    'a.json': '['.repeat(3_000_000),
    'b.json': '{"a":'.repeat(600_000),
    'c.json': '{'.repeat(100_000),
  });
  expect(read.outcome.records).toBe(0);
  expect(read.outcome.rejected).toBeGreaterThanOrEqual(3);
});

test('inside the text of AuditData, in JSON and in CSV', async () => {
  const deep = JSON.stringify(auditData(1, { more: '@' })).replace('"@"', deepList);
  const properties = JSON.stringify(
    auditData(2, { ModifiedProperties: [{ Name: 'a', NewValue: deepList, OldValue: '' }], Parameters: '@' }),
  );
  const deepest = properties.replace('"@"', deepObject);
  const read = await readFiles({
    'a.json': lines([deep, deepest, JSON.stringify(auditData(3))].map((AuditData) => ({ RecordType: 50, AuditData }))),
    'b.csv': `${purviewHeader.join(',')}\n${purviewRow(1, auditData(4))}\n${csvRow([1, '', 50, 'x', 'y', deep.replace('0001', '0009')])}\n`,
  });
  expect(read.principals).toEqual(expect.arrayContaining(users(3, 4)));
  expect(read.outcome.records + read.outcome.rejected).toBe(5);
});
