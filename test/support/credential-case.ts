import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openCase } from '../../src/case/open-case.ts';
import { sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { layFiles } from './evidence.ts';

/** What a spreadsheet and a browser would run, if somebody let them. */
export const hostile = { formula: "=cmd|'/c calc'!A1", script: '<script>alert(1)</script>' };

/** A case whose mail was scanned: four credentials in three messages. Returns its folder. */
export async function credentialCase(root: string): Promise<string> {
  const folder = join(root, 'case');
  const mail = `From: a mail\n`;
  await layFiles(join(root, 'evidence'), { 'mail.mbox': mail });
  const opened = await openCase(folder, { create: true });
  try {
    await fill(opened.store, join(root, 'evidence', 'mail.mbox'), createHash('sha256').update(mail).digest('hex'));
  } finally {
    opened.close();
  }
  return folder;
}

async function fill(store: Store, path: string, sha256: string): Promise<void> {
  await store.run(sql`insert into evidence_file values (1, ${path}, ${sha256}, 13, 'mbox', 3, 0, 0, null, null)`);
  await store.run(sql`insert into mail_file values (1, 'mbox', 3, 5, 900)`);
  await store.run(sql`insert into message values
    (1, 1, null, '', 'one@contoso.example', [], ${hostile.formula}, timestamp '2023-11-02 10:00:00', 'Inbox', 'nora@frostline.example', ['help@contoso.example', 'Bo@CONTOSO.example', 'ina@fabrikam.example']),
    (1, 2, null, '', 'two@frostline.example', [], ${hostile.script}, timestamp '2023-11-03 10:00:00', 'Sent Items', 'help@contoso.example', ['nora@frostline.example']),
    (1, 3, null, '', null, [], 'quiet', null, 'Inbox', 'otto@frostline.example', ['nora@frostline.example'])`);
  await store.run(
    sql`insert into part_unread values (1, 2, 'attachment 1', 'scan.png', 'picture', null), (1, 3, 'attachment 1', 'a.zip', 'encrypted', null)`,
  );
  await store.run(sql`insert into credential_kind values
    ('entra-client-secret', false, 'Client secret', 'Microsoft Entra ID', 'critical', 'owner of the application registration', 'up to 24 months', 'Delete it in the portal', null, 'Audit log', ['https://learn.microsoft.com']),
    ('prose-password', true, 'Password in a sentence', 'unknown', 'high', 'owner of the account', 'until changed', ${'=Change it'}, null, 'Sign-in log', ['https://learn.microsoft.com'])`);
  await store.run(sql`insert into credential values
    ('c1a4f0', 'entra-client-secret', 'f1', '7Q~…(40)', 'Microsoft Entra ID', 'app-1', 'critical', timestamp '2023-11-02 10:00:00'),
    ('c1b577', 'prose-password', 'f2', '…(9)', 'vpn.frostline.example', ${hostile.formula}, 'high', timestamp '2023-11-02 10:00:00'),
    ('d03e12', 'prose-password', 'f3', '…(12)', 'vpn.frostline.example', ${hostile.script}, 'high', timestamp '2023-11-03 10:00:00'),
    ('e77a00', 'prose-password', 'f4', '…(8)', ${hostile.script}, null, 'medium', null)`);
  await store.run(sql`insert into credential_place values
    ('c1a4f0', 1, 1, 'body', 10, 40), ('c1b577', 1, 1, 'body', 60, 9), ('d03e12', 1, 2, 'body', 5, 12), ('e77a00', 1, 3, 'body', 5, 8),
    ('c1a4f0', 1, 2, 'body', 70, 40)`);
}
