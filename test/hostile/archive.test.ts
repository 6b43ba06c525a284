import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openEvidence } from '../../src/ingest/evidence.ts';
import { layFiles, lines, signIn, signIns } from '../support/evidence.ts';
import { readFiles, readPaths, users } from '../support/read-evidence.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { bomb, member, zip } from '../support/zip.ts';

const one = (number: number): string => lines([signIn(number)]);

describe('zip archives', () => {
  test('paths that climb out are read, shown harmlessly and written nowhere', async () => {
    const root = await temporaryFolder();
    const names = [
      '../../evil.json',
      '/etc/evil.json',
      'C:\\evil.json',
      '..\\..\\evil.json',
      'a\u001B[2J\nb\u202E.json',
      'nul\0.json',
      '',
    ];
    const archive = zip(names.map((name, index) => member(name, one(index + 1))));
    const evidence = await layFiles(join(root, 'a/b/c/evidence'), { 'a.zip': archive });
    const read = await readPaths([evidence], join(root, 'a/b/c/case'));
    expect(read.principals).toEqual(users(1, 2, 3, 4, 5, 6, 7));
    expect(read.files.map((file) => file.path).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(await readdir(root)).toEqual(['a']);
    expect(await readdir(join(root, 'a/b'))).toEqual(['c']);
    expect((await readdir(join(root, 'a/b/c'))).toSorted()).toEqual(['case', 'evidence']);
    expect(await readdir(join(root, 'a/b/c/case'))).toEqual(['case.duckdb']);
  });

  test('encrypted members are each told, beside an empty file too', async () => {
    const members = [member('a.json', one(1), 1), member('b.json', one(2)), member('c.json', one(3), 1)];
    const read = await readFiles({ '0.json': '', 'a.zip': zip(members) });
    expect(read.principals).toEqual(users(2));
    expect(read.rejections.map(({ file, reason }) => [file.split('!')[1], reason])).toEqual([
      ['a.json', 'the member is encrypted'],
      ['c.json', 'the member is encrypted'],
    ]);
    expect(read.outcome).toMatchObject({ read: 4, known: 0, rejected: 2 });
  });

  test('damaged members cost themselves alone', async () => {
    const good = member('good.json', one(1));
    const cut = member('cut.json', lines(signIns(5000)));
    const members = [
      { ...cut, name: 'cut.json', packed: cut.packed.subarray(0, 5000) },
      { ...good, name: 'noise.json', packed: Buffer.alloc(50, 0xff) },
      { ...good, name: 'noise too.json', packed: Buffer.alloc(60, 0xff) },
      good,
    ];
    const read = await readFiles({ 'a.zip': zip(members) });
    expect(read.principals).toContain('user1@frostline.example');
    expect(read.outcome.records).toBeGreaterThan(100);
    expect(
      read.rejections
        .filter(({ reason }) => reason.startsWith('the member is damaged: '))
        .map(({ file }) => file.split('!')[1]),
    ).toEqual(['cut.json', 'noise.json', 'noise too.json']);
  });

  test('a damaged directory, a cut archive and one without members', async () => {
    const whole = zip([member('a.json', one(1)), member('b.json', one(2))]);
    const damaged = Buffer.from(whole);
    damaged.fill(0xee, damaged.lastIndexOf('PK\u0001\u0002'), damaged.lastIndexOf('PK\u0001\u0002') + 20);
    const read = await readFiles({
      'a.zip': damaged,
      'b.zip': whole.subarray(0, -30),
      'c.zip': zip([]),
      'd.zip': Buffer.from('PK\u0003\u0004', 'latin1'),
    });
    expect(read.principals).toEqual(users(1));
    expect(read.rejections.map(({ file, reason }) => `${file.split('/').at(-1)}: ${reason}`)).toEqual([
      expect.stringMatching(/^a\.zip!\?: the zip archive is damaged: /),
      expect.stringMatching(/^b\.zip!\?: the zip archive is damaged: /),
      expect.stringMatching(/^d\.zip!\?: the zip archive is damaged: /),
    ]);
  });

  test('sizes and checksums that lie', async () => {
    const honest = member('a.json', one(1));
    const read = await readFiles({
      'a.zip': zip([
        { ...honest, bytes: 7 },
        { ...honest, name: 'b.json', crc: 1 },
        { ...member('c.json', one(3)), bytes: 0xfffffff0 },
      ]),
    });
    expect(read.principals).toEqual(users(1, 3));
  });

  test('archives in archives, to a depth', async () => {
    const inner = zip([member('1.json', one(1)), member('2.json.gz', gzipSync(one(2)))]);
    const middle = zip([member('inner.zip', inner), member('3.json', one(3))]);
    const outer = zip([member('middle.zip', middle), member('4.json.gz', gzipSync(one(4)))]);
    const tooDeep = zip([member('outer.zip', outer)]);
    const read = await readFiles({ 'a.zip': middle });
    expect(read.principals).toEqual(users(1, 2, 3));
    const deep = await readFiles({
      'a.zip': tooDeep,
      'b.gz': gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(one(9)))))),
    });
    expect(deep.rejections.map(({ reason }) => reason)).toContain('archives nested deeper than 3 are not opened');
    expect(deep.principals).toContain('user4@frostline.example');
    expect(deep.files.length).toBeGreaterThan(2);
  });

  test('an archive inside a damaged member costs that member alone', async () => {
    const inner = member('inner.zip', zip([member('1.json', lines(signIns(3000)))]));
    const outer = zip([
      { ...inner, packed: inner.packed.subarray(0, inner.packed.length >> 1) },
      member('2.json', one(9001)),
    ]);
    const read = await readFiles({
      'a.zip': outer,
      'b.json.gz.gz': gzipSync(gzipSync(one(2)).subarray(0, 60)),
      'c.json': one(9002),
    });
    expect(read.principals).toEqual(users(9001, 9002));
    expect(read.outcome.rejected).toBe(2);
  });

  test('bombs of zeros and of quotes stop early', async () => {
    const zeros = await bomb('zeros.json', 100 * 1024 * 1024);
    const read = await readFiles({
      'a.zip': zip([zeros, member('good.json', one(1))]),
      'b.json.gz': gzipSync(Buffer.alloc(70_000_000, '"')),
    });
    expect(read.principals).toEqual(users(1));
    expect(
      read.rejections.map(({ reason }) => reason).filter((reason) => reason.includes('archive bomb')),
    ).toHaveLength(2);
  });

  test('honest text in gzip in zip is no bomb, however large', async () => {
    const note = randomBytes(10_000).toString('hex').repeat(50);
    const text = lines(signIns(70).map((record) => ({ ...record, note })));
    const root = await layFiles(await temporaryFolder(), {
      'a.zip': zip([member('a.json.gz', gzipSync(text, { level: 1 }))]),
    });
    let bytes = 0;
    for await (const content of openEvidence(join(root, 'a.zip'), root)) {
      for await (const chunk of content.chunks) bytes += chunk.length;
    }
    expect(bytes).toBe(text.length);
    expect(bytes).toBeGreaterThan(64 * 1024 * 1024);
  });
});
