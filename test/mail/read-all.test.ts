import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesContent } from '../../src/mail/content.ts';
import { tarFile, tarMember } from '../../src/mail/example/tar-file.ts';
import { zipFile } from '../../src/mail/example/zip-file.ts';
import type { Leaf } from '../../src/mail/leaf.ts';
import { readAll } from '../../src/mail/read-all.ts';

async function leavesOf(bytes: Buffer | string, name: string): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  for await (const leaf of readAll(bytesContent(Buffer.from(bytes), name, ''))) leaves.push(leaf);
  return leaves;
}

/** One line a leaf. */
function lines(leaves: readonly Leaf[]): string[] {
  return leaves.map((leaf) => {
    switch (leaf.kind) {
      case 'message':
        return `message ${leaf.number} in ${leaf.parent ?? '-'} at ${leaf.place}: ${leaf.head.subject}`;
      case 'text':
        return `text ${leaf.message ?? '-'} at ${leaf.part}: ${leaf.text.trim()}`;
      case 'key':
        return `key ${leaf.message ?? '-'} at ${leaf.part}: ${leaf.key.format}`;
      case 'unread':
        return `unread ${leaf.message ?? '-'} at ${leaf.part}: ${leaf.reason}`;
      case 'counts':
        return `counts ${leaf.messages} ${leaf.parts} ${leaf.unread}`;
      default:
        return leaf satisfies never;
    }
  });
}

const attached = (name: string, bytes: Buffer): string =>
  `--b\nContent-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}\n`;

const head = (subject: string): string =>
  `From: ann@contoso.example\nTo: bob@contoso.example\nSubject: ${subject}\nContent-Type: multipart/mixed; boundary=b\n\n`;

test('a mail in a mail in an archive in a mail is found with the whole way to it', async () => {
  const inner = `${head('innermost')}--b\n\npassword below\n${attached('notes.log', Buffer.from('user=ann'))}--b--`;
  const zip = zipFile(
    { path: 'mails/inner.eml', content: inner },
    { path: 'mails/b.bin', content: Buffer.from([0, 1, 2, 3, 0, 1]) },
  );
  const tar = tarFile(tarMember('packed.zip', zip));
  const outer = `${head('outer')}--b\n\nsee the archive\n${attached('logs.tgz', gzipSync(tar))}--b--`;
  const mbox = `From a@b Fri Jan 12 08:00:00 2024\n${head('first').replace(/Content.*/, '')}\nhello\n\nFrom a@b Fri Jan 12 08:00:00 2024\n${outer}\n`;
  const way = 'message 2 > attachment logs.tgz > logs.tar > packed.zip > mails/inner.eml > message';
  expect(lines(await leavesOf(mbox, 'Inbox'))).toEqual([
    'message 1 in - at message 1: first',
    'text 1 at message 1 > body: hello',
    'message 2 in - at message 2: outer',
    'text 2 at message 2 > body: see the archive',
    `message 3 in 2 at ${way}: innermost`,
    `text 3 at ${way} > body: password below`,
    `text 3 at ${way} > attachment notes.log > body: user=ann`,
    'unread 2 at message 2 > attachment logs.tgz > logs.tar > packed.zip > mails/b.bin: unknown-format',
    'counts 3 7 1',
  ]);
});

test.each([
  ['UTF-16 with a mark', Buffer.from('\uFEFFpassword', 'utf16le'), 'password'],
  ['UTF-16 without', Buffer.from('user and password', 'utf16le'), 'user and password'],
  ['UTF-8', Buffer.from('Zugänge'), 'Zugänge'],
  ['Windows-1252', Buffer.from('Zug\u00E4nge', 'latin1'), 'Zugänge'],
])('what has no format is text if it looks like it: %s', async (_, bytes, text) => {
  expect(await leavesOf(bytes, 'strange.xyz')).toContainEqual({ kind: 'text', part: '', text });
});

test.each([
  ['7z', '377abcaf271c0004', 'unknown-format', /7z/],
  ['a Windows program', '4d5a90000300000004000000', 'program', /program/],
  ['MP4', '000000186674797069736d', 'audio-or-video', /MP4/],
])('what cannot be opened is said to be unread: %s', async (_, hex, reason, detail) => {
  const [leaf] = await leavesOf(Buffer.from(hex, 'hex'), 'a');
  expect(leaf).toMatchObject({ kind: 'unread', reason, detail: expect.stringMatching(detail) as string });
});
