import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lines, signIn, signIns } from '../support/evidence.ts';
import { readFiles, users } from '../support/read-evidence.ts';

describe('JSON that is cut off', () => {
  test('a list inside a record keeps the records before', async () => {
    const text = JSON.stringify(signIns(5));
    const read = await readFiles({ 'a.json': text.slice(0, -100) });
    expect(read.principals).toEqual(users(1, 2, 3, 4));
    expect(read.rejections).toMatchObject([{ record: 5, line: 1, reason: 'the file ends inside this record' }]);
  });

  test('a list between records says that some may be missing', async () => {
    const text = JSON.stringify(signIns(3));
    const read = await readFiles({ 'a.json': text.slice(0, -1) });
    expect(read.principals).toEqual(users(1, 2, 3));
    expect(read.rejections[0]?.reason).toBe(
      'the file ends before its list is closed: records may be missing after this one',
    );
  });

  test('a page of Graph, inside a record and after its list', async () => {
    const text = JSON.stringify({ '@odata.context': 'x', value: signIns(3), '@odata.nextLink': 'https://y' });
    const inside = await readFiles({ 'a.json': text.slice(0, text.lastIndexOf('user3@')) });
    expect(inside.principals).toEqual(users(1, 2));
    expect(inside.rejections.map((rejection) => rejection.reason)).toEqual(['the file ends inside this record']);
    const after = await readFiles({ 'a.json': text.slice(0, -10) });
    expect(after.principals).toEqual(users(1, 2, 3));
    expect(after.rejections).toHaveLength(1);
  });

  test('lines in the last one', async () => {
    const read = await readFiles({ 'a.json': lines(signIns(4)).slice(0, -30) });
    expect(read.principals).toEqual(users(1, 2, 3));
    expect(read.rejections).toMatchObject([{ record: 4, line: 4, reason: 'not valid JSON' }]);
  });

  test('gzip keeps what came out before', async () => {
    const packed = gzipSync(lines(signIns(5000)));
    const read = await readFiles({ 'a.json.gz': packed.subarray(0, packed.length >> 1) });
    expect(read.outcome.records).toBeGreaterThan(500);
    expect(read.outcome.records).toBeLessThan(5000);
    expect(read.rejections.at(0)?.reason).toMatch(/^the gzip data is damaged or cut off: /);
    expect(read.gaps.join()).toContain('rejected-records');
  });
});

describe('one broken record among good ones', () => {
  test('a line costs that line alone and its number is told', async () => {
    const text = lines(signIns(6)).split('\n');
    text[2] = (text[2] ?? '').replace('"status":', '"status"');
    text.splice(4, 0, 'a note that someone left here');
    const read = await readFiles({ 'a.jsonl': text.join('\r\n') });
    expect(read.principals).toEqual(users(1, 2, 4, 5, 6));
    expect(read.rejections).toMatchObject([
      { record: 3, line: 3, reason: 'not valid JSON' },
      { record: 5, line: 5, reason: 'not a JSON object', sample: 'a note that someone left here' },
    ]);
  });

  const damages: [string, (record: string) => string][] = [
    ['lacks its last brace', (record) => record.replace(/\}\s*$/, '')],
    ['lacks an inner brace', (record) => record.replace(/("errorCode": ?0\s*)\}/, '$1')],
    ['lacks two braces', (record) => record.replace(/("errorCode": ?0\s*)\}/, '$1').replace(/\}\s*$/, '')],
    ['lacks a quote', (record) => record.replace('Browser"', 'Browser')],
    ['has a quote too many', (record) => record.replace('Browser', 'Bro"wser')],
    ['has a brace too many', (record) => `${record}}`],
    ['opens a list that it does not close', (record) => record.replace('"Browser"', '["Browser"')],
  ];
  for (const indent of [0, 2]) {
    for (const [what, damage] of damages) {
      test(`in a list with indentation ${indent}, a record that ${what}`, async () => {
        const records = signIns(6).map((record) => JSON.stringify(record, null, indent));
        records[2] = damage(records[2] ?? '');
        const read = await readFiles({ 'a.json': `[${records.join(',\n')}]` });
        expect(read.principals.filter((principal) => principal !== 'user3@frostline.example')).toEqual(
          users(1, 2, 4, 5, 6),
        );
        expect(read.outcome.rejected).toBeGreaterThan(0);
        expect(read.rejections[0]?.record).toBe(what === 'has a brace too many' ? 4 : 3);
      });

      test(`in a page with indentation ${indent}, a record that ${what}, with objects that begin as it does`, async () => {
        const records = Array.from({ length: 6 }, (_, index) =>
          JSON.stringify(
            signIn(index + 1, { appliedConditionalAccessPolicies: [{ id: 'p1' }, { id: 'p2' }] }),
            null,
            indent,
          ),
        );
        records[2] = damage(records[2] ?? '');
        const read = await readFiles({ 'a.json': `{"@odata.context":"x","value":[${records.join(',\n')}]}` });
        expect(read.principals.filter((principal) => principal !== 'user3@frostline.example')).toEqual(
          users(1, 2, 4, 5, 6),
        );
        expect(read.outcome.rejected).toBeGreaterThan(0);
      });
    }
  }

  test('the last of a list costs itself alone', async () => {
    const read = await readFiles({ 'a.json': JSON.stringify(signIns(3)).replace(/\}\]$/, ']') });
    expect(read.principals).toEqual(users(1, 2));
    expect(read.rejections).toMatchObject([{ record: 3, reason: 'brackets or quotes in this record do not match' }]);
  });

  test('text between records is told and skipped', async () => {
    const [a, b] = signIns(2).map((record) => JSON.stringify(record, null, 1));
    const read = await readFiles({ 'a.json': `[${a},\n NaN, ${b}]` });
    expect(read.principals).toEqual(users(1, 2));
    expect(read.rejections).toMatchObject([{ line: 14, reason: 'text outside of any record' }]);
  });
});
