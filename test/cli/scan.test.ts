import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../src/case/open-case.ts';
import { identifier, sql } from '../../src/store/sql.ts';
import { layFiles } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';

const secret = 'Ab18Q~rTs0Fak3Fak3Fak3Fak3Fak3Fak3Fa0kE';
const password = 'Wgr!92tKpzal';
const subjectPassword = 'Kzt#77vQmoru';
const namePassword = 'Summer2024x';

const mail = (id: number, subject: string, body: string): string =>
  `From: Nora Lind <nora.lind@frostline.example>\r\nTo: support@aurora.example\r\nSubject: ${subject}\r\nMessage-ID: <m${id}@frostline.example>\r\nDate: Mon, 04 Dec 2023 09:3${id}:12 +0000\r\n${body}`;
const plain = (text: string): string => `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

let folder: string;
let evidence: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
  evidence = join(folder, 'mail');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Credential {
  readonly kind: string;
  readonly account: string | null;
  readonly state: string;
  readonly exposed: readonly string[];
  readonly messages: readonly { file: string; record: number; messageId: string; part: string }[];
}

interface ScannedFile {
  readonly file: string;
  readonly messages: number;
  readonly rejected: number;
  readonly notExamined: number;
}

const read = (dir: string, name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'));
const readCredentials = (dir: string): Credential[] => read(dir, 'credentials.json') as Credential[];

describe('scan', () => {
  test('finds what is in bodies, subjects, attachments and names, once each, with every place', async () => {
    await layFiles(evidence, {
      'a.eml': mail(1, 'keys', plain(`client id: 5eed0000-0000-4000-8000-000000000001\r\nsecret: ${secret}`)),
      'b.eml': mail(2, 'RE: keys', plain(`thanks\r\n> secret: ${secret}`)),
      'c.eml': mail(
        3,
        `password for svc-backup: ${subjectPassword}`,
        `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n${plain(`user svc-sql, password: ${password}`)}--x\r\nContent-Type: image/png; name="pwd_admin_${namePassword}.png"\r\nContent-Disposition: attachment; filename="pwd_admin_${namePassword}.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n--x--\r\n`,
      ),
      'broken.zip': 'PK\u0003\u0004 and no more',
    });
    const dir = join(folder, 'case');
    const run = await runCli(['scan', evidence, '--case', dir]);
    expect(run).toMatchObject({ code: 0 });
    const credentials = readCredentials(dir);
    expect(
      credentials
        .map(({ kind, account, messages }) => [kind, account, messages.map(({ part }) => part)])
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ).toEqual([
      ['entra-client-secret', '5eed0000-0000-4000-8000-000000000001', ['message > body', 'message > body']],
      ['password', 'admin', ['message > attachment pwd_admin_•••.png > file name']],
      ['password', 'svc-backup', ['subject']],
      ['password', 'svc-sql', ['message > body']],
    ]);
    const files = read(dir, 'messages.json') as ScannedFile[];
    expect(
      files
        .toSorted((a, b) => (a.file < b.file ? -1 : 1))
        .map(({ messages, rejected, notExamined }) => [messages, rejected, notExamined]),
    ).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  test('lets no secret out: not to the terminal, not into a file, not into a table', async () => {
    const dir = join(folder, 'case');
    const again = await runCli(['scan', evidence, '--case', dir, '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ scan: { scanned: 0, known: 4 } });
    await runCli(['respond', 'list', '--case', dir]);
    const opened = await openCase(dir);
    const tables = await opened.store.rows<{ name: string }>(
      sql`select table_name as name from duckdb_tables() where database_name = 'case'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) => opened.store.rows(sql`select to_json(t)::varchar as line from ${identifier(name)} t`)),
    );
    opened.close();
    const texts = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const all = [again.stdout, again.stderr, JSON.stringify(dumps), ...texts].join('\n');
    for (const value of [secret, password, subjectPassword, namePassword]) expect(all).not.toContain(value);
  });

  test('keeps a case that is sealed, its fingerprints too, in one file', async () => {
    const dir = join(folder, 'sealed');
    writeFileSync(join(folder, 'key'), Buffer.alloc(32, 3));
    const key = ['--key-file', join(folder, 'key')];
    expect((await runCli(['scan', evidence, '--case', dir, ...key])).code).toBe(0);
    expect(existsSync(join(dir, 'case.duckdb')) || existsSync(join(dir, 'fingerprint.key'))).toBe(false);
    expect(await runCli(['respond', 'list', '--case', dir])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('--key-file'),
    });
    expect((await runCli(['respond', 'list', '--case', dir, ...key])).stdout).toContain('svc-sql');
  });

  test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'opens a key with a passphrase from another mail',
    async () => {
      const keys = join(folder, 'keys');
      const at = (name: string): string => join(folder, name);
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-keyout',
          at('k.pem'),
          '-out',
          at('c.pem'),
          '-days',
          '9',
          '-subj',
          '/CN=frost',
        ],
        { stdio: 'ignore' },
      );
      execFileSync(
        'openssl',
        [
          'pkcs12',
          '-export',
          '-inkey',
          at('k.pem'),
          '-in',
          at('c.pem'),
          '-out',
          at('k.pfx'),
          '-passout',
          'pass:Tulip-Harbor-41',
        ],
        { stdio: 'ignore' },
      );
      await layFiles(keys, {
        'one.eml': mail(
          4,
          'certificate',
          `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: application/x-pkcs12; name="c.pfx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${readFileSync(at('k.pfx')).toString('base64')}\r\n--x--\r\n`,
        ),
        'two.eml': mail(5, 'RE: certificate', plain('the password for the certificate is Tulip-Harbor-41')),
      });
      const dir = join(folder, 'key-case');
      const run = await runCli(['scan', keys, '--case', dir, '--json']);
      expect(JSON.parse(run.stdout)).toMatchObject({ scan: { keysOpened: 1, credentials: 2 } });
      expect(
        readCredentials(dir)
          .map(({ kind }) => kind)
          .toSorted(),
      ).toEqual(['password', 'pfx-file']);
    },
  );

  test('uses its workers again, for many files and for shares of a large one', async () => {
    const many = join(folder, 'many');
    const secretOf = (number: number): string => `password for svc-${number}: Wgr!${number}tKpzal`;
    const files = Array.from({ length: 1100 }, (_, index): [string, string] => [
      `${index}.eml`,
      mail(7, 'x', plain(index % 100 === 0 ? secretOf(index) : `nothing here ${index}`)),
    ]);
    const long = `${'Lorem ipsum dolor sit amet. '.repeat(300)}\r\n`;
    const mailbox = Array.from(
      { length: 2500 },
      (_, index) =>
        `From a@b Mon Dec 04 09:30:00 2023\r\n${mail(8, `y ${index}`, plain(`${long}${index % 500 === 0 ? secretOf(5000 + index) : ''}`))}\r\n`,
    ).join('');
    await layFiles(many, { ...Object.fromEntries(files), 'large.mbox': mailbox });
    const run = await runCli(['scan', many, '--case', join(folder, 'many-case'), '--json']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      scan: { scanned: 1101, credentials: 16, total: { messages: 3600 } },
    });
  });

  test('names files of which nothing could be read, and says what is damaged', async () => {
    const broken = join(folder, 'damaged');
    await layFiles(broken, { 'a.eml': mail(9, 'x', plain('hello')), 'cut.pst': '!BDN and no more' });
    const run = await runCli(['scan', broken, '--case', join(folder, 'damaged-case')]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('1 damaged');
    expect(run.stderr).toMatch(/nothing read.*cut\.pst: \S/);
  });

  test('a case without mail says so, whatever is asked of credentials', async () => {
    const dir = join(folder, 'no-mail');
    (await openCase(dir, { create: true })).close();
    const asked = [
      ['list'],
      ['status'],
      ['verify'],
      ['hunt'],
      ['impact'],
      ['report', '--directive', 'house', '--out', join(folder, 'report')],
      ['export', '--csv', join(folder, 'to-do.csv')],
    ];
    for (const words of asked) {
      const run = await runCli(['respond', ...words, '--case', dir]);
      expect([words[0], run.code]).toEqual([words[0], 3]);
      expect(run.stderr).toContain('no mail was scanned into this case');
    }
  });

  test('of nothing that can be read ends with 3', async () => {
    await layFiles(join(folder, 'none'), { 'x.bin': '\u0000\u0001\u0002\u0003'.repeat(40) });
    expect(await runCli(['scan', join(folder, 'none'), '--case', join(folder, 'none-case')])).toMatchObject({
      code: 3,
    });
  });

  test('takes rules in the form of gitleaks, and tells where one is wrong', async () => {
    const rules = join(folder, 'own.toml');
    writeFileSync(rules, "[[rules]]\nid = \"frost-key\"\nregex = '''frost_[a-z0-9]{12}'''\nkeywords = [\"frost_\"]\n");
    await layFiles(join(folder, 'own'), { 'a.eml': mail(6, 'x', plain('use frost_a1b2c3d4e5f6 there')) });
    const dir = join(folder, 'own-case');
    expect((await runCli(['scan', join(folder, 'own'), '--secret-rules', rules, '--case', dir])).code).toBe(0);
    expect(readCredentials(dir).map(({ kind }) => kind)).toEqual(['rule:frost-key']);
    writeFileSync(rules, '[[rules]]\nid = "bad"\nregex = "(("\n');
    expect(await runCli(['scan', join(folder, 'own'), '--secret-rules', rules, '--case', dir])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('own.toml:3'),
    });
  });
});
