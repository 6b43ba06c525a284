import { describe, expect, test } from 'vitest';
import { auditData, csvRow, lines, purviewHeader, purviewRow, signIn, signIns } from '../support/evidence.ts';
import { readFiles, users } from '../support/read-evidence.ts';

const accented = lines([signIn(1, { userPrincipalName: 'Zoë.Ødegård@frostline.example' }), signIn(2)]);
const principals = ['zoë.ødegård@frostline.example', 'user2@frostline.example'];
const csv = `${purviewHeader.join(',')}\r\n${purviewRow(1)}\r\n${purviewRow(2)}\r\n`;

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('encodings', () => {
  const written: [string, (text: string) => Buffer][] = [
    ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 LE without', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', (text) => utf16be(`\uFEFF${text}`)],
    ['UTF-16 BE without', (text) => utf16be(text)],
  ];
  test.each(written)('%s: lines, a list and CSV', async (_, write) => {
    const read = await readFiles({
      'a.json': write(accented),
      'b.json': write(JSON.stringify([signIn(3)], null, 2)),
      'c.csv': write(csv.replaceAll('user2@', 'zoë2@')),
    });
    expect(read.principals).toEqual([...principals, ...users(3, 1), 'zoë2@frostline.example']);
    expect(read.outcome.rejected).toBe(0);
  });

  test('UTF-16 that is longer than a chunk and cut within a character', async () => {
    const text = lines(
      signIns(6000).map((record) => ({
        ...record,
        note: 'é'.repeat(1 + (Number(record['id']?.toString().length) % 3)),
      })),
    );
    const bytes = Buffer.from(text, 'utf16le');
    expect(bytes.length).toBeGreaterThan(3_000_000);
    const read = await readFiles({ 'a.json': bytes.subarray(0, -1) });
    // The cut goes through the last line end, which so belongs to the record.
    expect(read.outcome).toMatchObject({ records: 5999, rejected: 1 });
  });

  test('a lone mark, one byte, blanks and nothing are empty files', async () => {
    const read = await readFiles({
      'a.json': Buffer.from([0xef, 0xbb, 0xbf]),
      'b.json': Buffer.from([0xff, 0xfe]),
      'c.json': Buffer.from([0xfe, 0xff]),
      'd.json': '',
      'e.json': ' \r\n\t',
      'f.csv': '\uFEFF\r\n',
    });
    expect(read.outcome).toMatchObject({ records: 0, rejected: 0 });
    expect(read.files).toHaveLength(6);
    expect((await readFiles({ 'a.json': '{' })).outcome).toMatchObject({ records: 0, rejected: 1 });
  });
});

describe('bytes that text does not have', () => {
  test('NUL and invalid UTF-8 cost the record they are in', async () => {
    const [one = '', two = '', three = '', four = ''] = signIns(4).map((record) => JSON.stringify(record));
    const nul = Buffer.from(two.replace('Browser', 'Bro\0wser'));
    const invalid = Buffer.from(three);
    invalid[three.indexOf('Browser')] = 0xff;
    for (const between of ['\n', ',\n']) {
      const open = between === '\n' ? '' : '[';
      const parts = [Buffer.from(open + one), nul, invalid, Buffer.from(four)];
      const read = await readFiles({
        'a.json': Buffer.concat(parts.flatMap((part) => [part, Buffer.from(between)]).slice(0, -1)),
      });
      expect(read.principals).toEqual(users(1, 4));
      expect(read.rejections.map(({ record, line, reason }) => [record, line, reason]).slice(0, 2)).toEqual([
        [2, 2, 'NUL byte in the record'],
        [3, 3, 'invalid UTF-8 in the record'],
      ]);
    }
  });

  test('NUL and invalid UTF-8 in CSV cost their row', async () => {
    const rows = [1, 2, 3, 4].map((number) => Buffer.from(`${purviewRow(number)}\r\n`));
    rows[1]?.write('\0', 20);
    if (rows[2] !== undefined) rows[2][20] = 0xff;
    const read = await readFiles({ 'a.csv': Buffer.concat([Buffer.from(`${purviewHeader.join(',')}\r\n`), ...rows]) });
    expect(read.principals).toEqual(users(1, 4));
    expect(read.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'NUL byte in the record'],
      [4, 'invalid UTF-8 in the record'],
    ]);
  });

  test('NUL in a header over several lines', async () => {
    const names = [...purviewHeader, 'two\nlines\0'];
    const read = await readFiles({ 'a.csv': `${csvRow(names)}\n${purviewRow(1)},"x"\n` });
    expect(read.principals).toEqual(users(1));
  });

  test('escapes of NUL and of halves of characters', async () => {
    const nul = JSON.stringify(signIn(1, { appDisplayName: 'a\0b' }));
    const half = JSON.stringify(signIn(2)).replace('Browser', 'Bro\\ud83dwser');
    const inText = `${purviewHeader.join(',')}\n${purviewRow(4, auditData(4, { ObjectId: 'a\0b', ClientInfoString: '\ud83d' }))}\n`;
    const read = await readFiles({ 'a.json': `${nul}\n${half}\n${JSON.stringify(signIn(3))}\n`, 'b.csv': inText });
    expect(read.outcome.records + read.outcome.rejected).toBe(4);
    expect(read.principals).toContain('user3@frostline.example');
  });

  test('binary files are told as such', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256));
    const read = await readFiles({
      'a.sqlite': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000)]),
      'b.bin': noise,
      'c.bin': Buffer.alloc(10_000),
      'd.html': '<!doctype html><p>Sign in</p>',
      'e.txt': 'a note',
    });
    expect(read.outcome.records).toBe(0);
    expect(read.files.every((file) => file.source === '' && file.rejected > 0)).toBe(true);
    expect(read.gaps.filter((gap) => gap.startsWith('unrecognised-file'))).toHaveLength(5);
  });
});
