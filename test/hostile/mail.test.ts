import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { compoundFile } from '../../src/mail/example/compound-file.ts';
import { msgFile } from '../../src/mail/example/msg-file.ts';
import { tarFile, tarMember } from '../../src/mail/example/tar-file.ts';
import { zipFile } from '../../src/mail/example/zip-file.ts';
import type { Leaf } from '../../src/mail/leaf.ts';
import { mailLimits } from '../../src/mail/limits.ts';
import { readAll } from '../../src/mail/read-all.ts';
import type { Content } from '../../src/mail/reader.ts';
import { allReaders } from '../../src/mail/registry.ts';
import { bomb, zip } from '../support/zip.ts';

interface Outcome {
  readonly texts: readonly string[];
  readonly unread: readonly Extract<Leaf, { kind: 'unread' }>[];
  readonly reasons: readonly string[];
  readonly messages: number;
  readonly milliseconds: number;
}

async function read(content: Content): Promise<Outcome> {
  const texts: string[] = [];
  const unread: Extract<Leaf, { kind: 'unread' }>[] = [];
  let messages = 0;
  const before = performance.now();
  for await (const leaf of readAll(content)) {
    if (leaf.kind === 'text') texts.push(leaf.text.slice(0, 1000));
    if (leaf.kind === 'unread') unread.push(leaf);
    if (leaf.kind === 'message') messages += 1;
  }
  return {
    texts,
    unread,
    reasons: unread.map(({ reason }) => reason),
    messages,
    milliseconds: performance.now() - before,
  };
}

const readBytes = (bytes: Buffer | string, name: string): Promise<Outcome> =>
  read(bytesContent(Buffer.from(bytes), name, ''));

/** A content that is never in memory as a whole. */
function streamed(name: string, sizeBytes: number, chunks: () => Iterable<Buffer>): Content {
  const [first = Buffer.alloc(0)] = chunks();
  const empty = bytesContent(first, name, '');
  return { ...empty, sizeBytes, chunks: () => Readable.from(chunks()) as AsyncIterable<Buffer> };
}

const head = 'From: ann@contoso.example\r\nTo: bob@contoso.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n';

describe('hostile mail', () => {
  test('parts within each other, 20,000 deep, give what is not too deep and say the rest', async () => {
    let body = '';
    for (let level = 0; level < 20_000; level += 1)
      body += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
    const { reasons, milliseconds } = await readBytes(`${head}${body}\r\ndeepest`, 'a.eml');
    expect(reasons).toContain('too-deep');
    expect(milliseconds).toBeLessThan(5000);
  });

  test('messages within messages, 1,000 deep', async () => {
    const levels = Array.from({ length: 1000 }, () => `${head}Content-Type: message/rfc822\r\n\r\n`).join('');
    const { reasons, messages, milliseconds } = await readBytes(`${levels}${head}\r\ndeepest`, 'a.eml');
    expect(reasons).toEqual(['too-deep']);
    expect(messages).toBeGreaterThan(5);
    expect(milliseconds).toBeLessThan(5000);
  });

  test('100,000 parts give as many as are read and count the others', async () => {
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\npart\r\n'.repeat(100_000);
    const { texts, unread, milliseconds } = await readBytes(
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`,
      'a.eml',
    );
    expect(texts).toHaveLength(mailLimits.partsOfMessage);
    expect(unread).toMatchObject([{ reason: 'too-many', detail: expect.stringMatching(/^95000 parts/) as string }]);
    expect(milliseconds).toBeLessThan(5000);
  });

  test.each([
    ['many', 'X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(200_000)],
    ['one that is folded', `X-Flood: a\r\n${' b\r\n'.repeat(3_000_000)}`],
    ['one address field', `To: ${'a@contoso.example, '.repeat(100_000)}\r\n`],
    ['one group', `To: ${'x:'.repeat(500_000)}\r\n`],
    ['a subject of words that do not end', `Subject: ${'=?utf-8?Q?'.repeat(100_000)}\r\n`],
    ['parameters', `Content-Type: text/plain; ${'a*1*=b;'.repeat(100_000)}\r\n`],
  ])('headers without end (%s): the body is read all the same', async (_, flood) => {
    const { texts, milliseconds } = await readBytes(`${head}${flood}\r\nthe body`, 'a.eml');
    expect(texts.some((text) => text.includes('the body'))).toBe(true);
    expect(milliseconds).toBeLessThan(10_000);
  });

  test.each([
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=nowhere\r\n\r\nkept\r\n'],
    ['a boundary of hyphens', `Content-Type: multipart/mixed; boundary="-"\r\n\r\nkept\r\n${'-'.repeat(2_000_000)}`],
    ['a boundary that is not closed', `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nkept`],
    ['text behind the last part', `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\nkept`],
    ['a character set that is none', 'Content-Type: text/plain; charset="no\u0000ne-such"\r\n\r\nkept'],
    ['UTF-16 that is none', 'Content-Type: text/plain; charset=iso-2022-jp\r\n\r\nkept \xff\xfe'],
    [
      'base64 with rubbish in it',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\na2=VwdA=='.replace('a2=VwdA', 'a2==VwdA'),
    ],
    ['NUL bytes', 'Content-Type: text/plain\r\n\r\n\0\0\0kept\0\0\0'],
    [
      'quoted-printable that breaks off',
      `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nkept=3${'= '.repeat(500_000)}=`,
    ],
  ])('what is broken is read as far as it goes: %s', async (name, rest) => {
    const { texts, milliseconds } = await readBytes(Buffer.from(`${head}${rest}`, 'latin1'), 'a.eml');
    const expected = name.startsWith('base64') ? 'k' : 'kept';
    expect(texts.join('\n')).toContain(expected);
    expect(milliseconds).toBeLessThan(5000);
  });

  test('a mailbox with a message without end goes on behind it, in little memory', async () => {
    const block = Buffer.alloc(1024 * 1024, 'lorem ipsum dolor sit amet\n');
    const blocks = Math.ceil(mailLimits.partBytes / block.length) + 20;
    const chunks = function* (): Generator<Buffer> {
      yield Buffer.from(`From a@b Fri Jan 12 08:00:00 2024\n${head}\n`);
      for (let index = 0; index < blocks; index += 1) yield block;
      yield Buffer.from(`\nFrom a@b Fri Jan 12 08:00:00 2024\n${head}\nthe second\n`);
    };
    const { texts, unread } = await read(streamed('Inbox', blocks * block.length, chunks));
    expect(unread).toMatchObject([{ part: 'message 1', reason: 'too-large' }]);
    expect(texts.map((text) => text.trim())).toEqual(['the second']);
  });

  test('a mailbox that is cut gives all that is there', async () => {
    const { texts, messages } = await readBytes(
      `From a@b Fri Jan 12 08:00:00 2024\n${head}\none\n\nFrom a@b Fri Jan 12 08:00:00 2024\n${head}\ntw`,
      'Inbox',
    );
    expect(messages).toBe(2);
    expect(texts.map((text) => text.trim())).toEqual(['one', 'tw']);
  });
});

describe('hostile archives', () => {
  test('a zip bomb is cut, and what stands behind it is read', async () => {
    const bytes = zip([await bomb('zeros.txt', 150 * 1024 * 1024)]);
    const mail = zipFile({ path: 'bomb.zip', content: bytes }, { path: 'note.txt', content: 'kept' });
    const { texts, reasons } = await readBytes(mail, 'a.zip');
    expect(reasons).toContain('too-large');
    expect(texts).toContain('kept');
  });

  test('a member that is too large for memory is laid on disk, read there and removed', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'snowfence-mail-'));
    const one = `From a@b Fri Jan 12 08:00:00 2024\n${head}\n${'lorem ipsum dolor sit amet\n'.repeat(40_000)}\n`;
    const count = Math.ceil(mailLimits.partBytes / one.length) + 1;
    const header = tarMember('Inbox.mbox', '');
    header.write((one.length * count).toString(8).padStart(11, '0'), 124);
    header.write(' '.repeat(8), 148);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const chunks = function* (): Generator<Buffer> {
      yield header;
      for (let index = 0; index < count; index += 1) yield Buffer.from(one);
      yield Buffer.alloc(512 - ((one.length * count) % 512) + 1024);
    };
    const { messages, reasons } = await read({ ...streamed('a.tar', one.length * count, chunks), scratch });
    expect(messages).toBe(count);
    expect(reasons).toEqual([]);
    expect(await readdir(scratch)).toEqual([]);
    await rm(scratch, { recursive: true });
  });

  test('archives in archives in archives end where it is too deep', async () => {
    let inner = zipFile({ path: 'note.txt', content: 'kept' });
    for (let level = 0; level < 60; level += 1)
      inner =
        level % 3 === 0
          ? gzipSync(inner)
          : level % 3 === 1
            ? tarFile(tarMember('a', inner))
            : zipFile({ path: 'a', content: inner });
    const { reasons } = await readBytes(inner, 'a.zip');
    expect(reasons).toEqual(['too-deep']);
  });

  const inside = { path: 'a/note.txt', content: 'kept '.repeat(2000) };
  test.each([
    ['zip', zipFile(inside)],
    ['tar', tarFile(tarMember(inside.path, inside.content))],
    ['gzip', gzipSync(inside.content, { level: 0 })],
    ['msg', msgFile({ properties: { 0x1000: 'kept' } })],
  ])('a %s that is cut anywhere says that it is, or gives what is there', async (_, bytes) => {
    for (let cut = 1; cut < 40; cut += 1) {
      const { reasons, texts } = await readBytes(bytes.subarray(0, Math.floor((bytes.length * cut) / 40)), '');
      expect(reasons.length + texts.length).toBeGreaterThan(0);
    }
  });

  test('compound files whose chains run in circles', async () => {
    const whole = msgFile({ properties: { 0x1000: 'x'.repeat(1500), 0x0037: 'subject' } });
    for (let at = 0; at < whole.length; at += 64) {
      const bytes = Buffer.from(whole);
      // Sectors and entries that name themselves or each other.
      for (let word = at; word + 4 <= Math.min(at + 64, whole.length); word += 4)
        bytes.writeUInt32LE((word / 4) % 3, word);
      const { milliseconds } = await readBytes(bytes, 'a.msg');
      expect(milliseconds).toBeLessThan(2000);
    }
    const storages = compoundFile([{ name: '__substg1.0_0037001F', content: [] }]);
    expect((await readBytes(storages, 'a.msg')).milliseconds).toBeLessThan(2000);
  });
});

test('noise with any signature before it ends for every reader', async () => {
  const readers = await allReaders();
  const examples = readers.flatMap((reader) => reader.examples);
  for (const example of examples) {
    const whole = Buffer.from(await example.content.bytes());
    for (let round = 0; round < 8; round += 1) {
      const bytes = Buffer.concat([whole.subarray(0, Math.floor((whole.length * (round + 1)) / 9)), randomBytes(2000)]);
      for (let hit = 0; hit < 10; hit += 1)
        bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256);
      const content = bytesContent(bytes, example.content.name, example.content.mediaType ?? '');
      const { milliseconds } = await read(content);
      expect(milliseconds).toBeLessThan(5000);
      await content.release();
    }
  }
});
