import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '../../src/case/open-case.ts';
import { sql } from '../../src/store/sql.ts';
import { credentialCase, hostile } from '../support/credential-case.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
let root = '';
const notify = (...words: string[]): Promise<CliResult> =>
  runCli(['respond', 'notify', ...words, '--case', folder, '--now', '2024-02-01T09:00:00Z']);

beforeEach(async () => {
  root = await temporaryFolder();
  folder = await credentialCase(root);
  const opened = await openCase(folder);
  await opened.store.run(sql`insert into message values
    (1, 4, null, '', 'four@gmail.com', [], 'hello', timestamp '2023-11-05 10:00:00', 'Inbox', 'Cy <Cy@Gmail.com>', ['nora@mail.frostline.example', '../../evil@x/../y', 'odd@-bad-.example'])`);
  opened.close();
});

describe('notify', () => {
  test('writes a folder for each correspondent, with nothing of others and no credential', async () => {
    const out = join(root, 'letters');
    const run = await notify('--out', out, '--own-domain', 'Frostline.example');
    expect(run.code).toBe(0);
    expect(run.stderr).toBe(
      'all 4 scanned messages, because the case does not say which were accessed; 2 addresses without a usable domain left out\n',
    );
    expect(run.stdout.split('\n').map((line) => line.trimEnd())).toEqual([
      'correspondent     messages  credentials  told (UTC)',
      'contoso.example          2            3',
      'cy@gmail.com             1            0',
      'fabrikam.example         1            2',
      '',
    ]);
    expect((await readdir(root)).toSorted()).toEqual(['case', 'evidence', 'letters']);
    expect((await readdir(out)).toSorted()).toEqual(['contoso.example', 'cy@gmail.com', 'fabrikam.example']);
    const read = (name: string) => readFile(join(out, name), 'utf8');
    expect(await read('fabrikam.example/metadata.csv')).toBe(
      `InternetMessageId,Sender,Recipients,Subject,SentDateTime,Mailbox\r\n<one@contoso.example>,nora@frostline.example,ina@fabrikam.example,'${hostile.formula},2023-11-02T10:00:00.000Z,nora@frostline.example\r\n`,
    );
    expect(await read('contoso.example/metadata.csv')).toContain('"bo@contoso.example;help@contoso.example"');
    expect(await read('contoso.example/metadata.csv')).not.toContain('fabrikam');
    const json = JSON.parse(await read('contoso.example/metadata.json')) as {
      credentials: unknown;
      messages: unknown[];
    };
    expect(json.messages).toHaveLength(2);
    expect(json.credentials).toEqual([
      { kind: 'entra-client-secret', title: 'Client secret', credentials: 1, messages: 2 },
      { kind: 'prose-password', title: 'Password in a sentence', credentials: 2, messages: 2 },
    ]);
    const letter = await read('contoso.example/letter.md');
    expect(letter).toContain('Client secret (1 in 2 messages) and Password in a sentence (2 in 2 messages)');
    expect(letter).not.toMatch(/alert|cmd|app-1|7Q~/);
    expect(await read('cy@gmail.com/letter.md')).toContain('found none. That is no proof');
    expect((await notify('--out', out, '--own-domain', 'frostline.example')).stderr).toMatch(
      /^path-unreadable: .*the folder is not empty/,
    );
  });

  test('takes the messages that were accessed if the case knows them, and the domains of its tenants', async () => {
    const opened = await openCase(folder);
    await opened.store.run(sql`create table if not exists exposed_message (file_id integer, message bigint)`);
    await opened.store.run(sql`insert into exposed_message (file_id, message) values (1, 2)`);
    await opened.store.run(sql`insert into directory_domain (file_id, record, id) values (1, 1, 'frostline.example')`);
    opened.close();
    const run = await notify('--list', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({
      basis: 'exposed',
      messages: 1,
      correspondents: [{ correspondent: 'contoso.example', messages: 1, credentials: 2, told: [] }],
    });
  });

  test('keeps who was told when', async () => {
    expect((await notify('--list')).stderr).toMatch(
      /^nothing-to-read: no domain of your own organization is known\nGive it with --own-domain/,
    );
    expect(
      await notify(
        '--told',
        'Contoso.example',
        '--at',
        '2024-01-31T10:00:00Z',
        '--by',
        'nora',
        '--note',
        'by telephone',
      ),
    ).toMatchObject({
      code: 0,
      stdout: 'contoso.example was told at 2024-01-31T10:00:00.000Z\n',
    });
    expect((await notify('--told', 'nobody.example')).stderr).toMatch(
      /^object-unknown: no message is from or to nobody\.example/,
    );
    const list = await notify('--list', '--own-domain', 'frostline.example');
    expect(list.stdout).toMatch(/^contoso\.example +2 +3 +2024-01-31 10:00 by nora$/m);
    expect((await notify()).code).toBe(2);
  });
});
