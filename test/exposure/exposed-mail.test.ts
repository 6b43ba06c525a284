import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, openCase } from '../../src/case/open-case.ts';
import { matchExposed } from '../../src/exposure/match-exposed.ts';
import type { MetadataRole } from '../../src/exposure/metadata-role.ts';
import { type MetadataOptions, readMetadata } from '../../src/exposure/read-metadata.ts';
import { sql } from '../../src/store/sql.ts';

interface Mail {
  readonly messageId?: string;
  readonly references?: readonly string[];
  readonly subject?: string;
  readonly sent?: string;
  readonly folder?: string;
  readonly sender?: string;
  readonly recipients?: readonly string[];
  readonly parent?: number;
}

let folder: string;
let opened: Case;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exposed-'));
  opened = await openCase(join(folder, 'case'), { create: true });
});
afterAll(async () => {
  opened.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const table of [sql`message`, sql`exposed_mail`, sql`exposed_message`, sql`evidence_file`, sql`story_mailbox`])
    await opened.store.run(sql`delete from ${table}`);
});

async function scanned(...mails: readonly Mail[]): Promise<void> {
  const shape =
    '[{"messageId":"VARCHAR","references":["VARCHAR"],"subject":"VARCHAR","sent":"TIMESTAMP","folder":"VARCHAR","sender":"VARCHAR","recipients":["VARCHAR"],"parent":"BIGINT","number":"BIGINT"}]';
  const rows = mails.map((mail, index) => ({ references: [], recipients: [], ...mail, number: index + 1 }));
  await opened.store.run(sql`insert into message
    select 100, m.number, m.parent, 'message ' || m.number, m.messageId, m."references", m.subject, m.sent, m.folder, m.sender, m.recipients
    from (select unnest(from_json(${JSON.stringify(rows)}, ${shape})) as m)`);
}

async function read(name: string, text: string | Buffer, options: MetadataOptions = {}) {
  const path = join(folder, name);
  await writeFile(path, text);
  return readMetadata(opened.store, opened.folder, path, options);
}

async function states(): Promise<unknown[]> {
  const rows = await opened.store.rows(
    sql`select record, state, round(confidence, 2) as confidence, "by" from exposed_mail order by record`,
  );
  return rows.map(({ record, state, confidence, by }) => [record, state, confidence, by]);
}

async function exposed(): Promise<unknown[]> {
  const rows = await opened.store.rows(sql`select message, reason, confidence from exposed_message order by all`);
  return rows.map(({ message, reason, confidence }) => [message, reason, confidence]);
}

const ticket = {
  messageId: 'DM6PR01MB1234.7@frostline.example',
  subject: 'Ticket 4711: the connector fails',
  sent: '2023-12-04T09:30:12',
  sender: 'nora.lind@frostline.example',
  recipients: ['support@aurora.example'],
};

describe('columns of metadata', () => {
  test.each([
    [
      'as a spreadsheet of Microsoft',
      'MessageId,SenderAddress,RecipientAddress,MessageSubject,SentTimeUtc\n<DM6PR01MB1234.7@frostline.example>,nora.lind@frostline.example,support@aurora.example,Ticket 4711: the connector fails,2023-12-04 09:30:12\n',
    ],
    [
      'in German, with semicolons',
      'Postfach;Nachrichten-ID;Von;An;Betreff;Gesendet\nsupport@aurora.example;<DM6PR01MB1234.7@frostline.example>;Nora Lind <nora.lind@frostline.example>;support@aurora.example;Ticket 4711: the connector fails;04.12.2023 09:30:12\n',
    ],
    [
      'as JSON of Graph, in pages',
      JSON.stringify({
        value: [
          {
            internetMessageId: '<DM6PR01MB1234.7@frostline.example>',
            from: { emailAddress: { name: 'Nora Lind', address: 'Nora.Lind@frostline.example' } },
            toRecipients: [{ emailAddress: { address: 'support@aurora.example' } }],
            subject: 'Ticket 4711: the connector fails',
            sentDateTime: '2023-12-04T09:30:12Z',
          },
        ],
      }),
    ],
    ['with names that say nothing', 'a,b,c\n<DM6PR01MB1234.7@frostline.example>,x,2023-12-04T09:30:12Z\n'],
  ])('%s', async (_, text) => {
    await scanned(ticket);
    const mapping = await read('metadata.txt', text);
    expect(mapping).toMatchObject({ records: 1, rejected: 0 });
    const [row] = await opened.store.rows(sql`select messageId, sent from exposed_mail`);
    expect(row).toEqual({ messageId: ticket.messageId, sent: new Date('2023-12-04T09:30:12Z') });
    await matchExposed(opened.store);
    expect(await states()).toEqual([[1, 'matched', 1, 'message id']]);
  });

  test('are shown before they are taken, and may be named', async () => {
    const text = 'one,two,three\nnora.lind@frostline.example,support@aurora.example,2023-12-04 09:30:12\n';
    const seen: unknown[] = [];
    const refused = await read('plain.csv', text, {
      map: new Map<MetadataRole, string[]>([
        ['sender', ['ONE']],
        ['recipients', ['two']],
      ]),
      confirm: async ({ mapping }) => {
        seen.push([...mapping]);
        return false;
      },
    });
    expect(refused).toBeUndefined();
    expect(seen).toEqual([
      [
        ['sender', ['one']],
        ['recipients', ['two']],
        ['sent', ['three']],
      ],
    ]);
    expect(await states()).toEqual([]);
  });

  test('that say too little are refused with what there is', async () => {
    await expect(read('thin.csv', 'colour,size\nred,3\n')).rejects.toMatchObject({
      code: 'metadata-unclear',
      hint: expect.stringContaining('colour, size'),
    });
    await expect(
      read('thin.csv', 'colour,size\nred,3\n', { map: new Map([['message-id', ['weight']]]) }),
    ).rejects.toMatchObject({ message: 'there is no column weight' });
  });
});

describe('mails of the metadata', () => {
  const header = 'From,To,Subject,Sent\n';

  test('without an id are found by what agrees, with its weight', async () => {
    await scanned(ticket, { ...ticket, messageId: 'other@x', subject: 'Lunch', sent: '2023-12-04T09:31:00' });
    await read(
      'a.csv',
      `${header}nora.lind@frostline.example,support@aurora.example,RE: Ticket 4711:  the connector fails,2023-12-04 09:30:40\n`,
    );
    await matchExposed(opened.store);
    expect(await states()).toEqual([[1, 'matched', 1, 'sender, recipients, subject, time']]);
  });

  test('in local time are found, with less confidence', async () => {
    await scanned(ticket);
    await read(
      'b.csv',
      `${header}nora.lind@frostline.example,support@aurora.example,Ticket 4711: the connector fails,2023-12-04 11:30:12\n`,
    );
    await matchExposed(opened.store);
    expect(await states()).toEqual([[1, 'matched', 0.9, 'sender, recipients, subject, time but for its zone']]);
  });

  test('that fit several messages are ambiguous, that fit none are not found', async () => {
    await scanned(
      { ...ticket, messageId: 'a1@x', subject: 'Weekly report', sent: '2023-12-04T09:30:00' },
      { ...ticket, messageId: 'a2@x', subject: 'Weekly report', sent: '2023-12-04T09:30:20' },
    );
    await read(
      'c.csv',
      `${header}nora.lind@frostline.example,support@aurora.example,Weekly report,2023-12-04 09:30:10\nnobody@else.example,support@aurora.example,Holidays,2023-12-24 09:30:10\n`,
    );
    const counts = await matchExposed(opened.store);
    expect(counts).toMatchObject({ matched: 0, ambiguous: 1, notFound: 1, messages: 2 });
    expect(await states()).toEqual([
      [1, 'ambiguous', 1, 'sender, recipients, subject, time'],
      [2, 'not-found', null, null],
    ]);
  });

  test('bring copies, what is attached, and their thread', async () => {
    await scanned(
      ticket,
      { ...ticket, folder: 'Archive' },
      { messageId: 'inside@x', parent: 1, subject: 'forwarded' },
      { messageId: 'answer@x', references: [ticket.messageId], subject: 'RE: Ticket' },
      { messageId: 'stranger@x', subject: 'Ticket' },
    );
    await read('d.csv', `Message-ID\n<${ticket.messageId.toUpperCase()}>\n`);
    await matchExposed(opened.store);
    expect(await exposed()).toEqual([
      [1, 'metadata', 1],
      [2, 'metadata', 1],
      [3, 'copy', 1],
      [4, 'thread', 0.3],
    ]);
  });
});

test('what our own logs say was read counts with its certainty', async () => {
  await scanned(
    ticket,
    { ...ticket, messageId: 'b@x', folder: 'Inbox/Tickets' },
    { ...ticket, messageId: 'c@x', folder: 'Sent', recipients: ['board@aurora.example'] },
    { ...ticket, messageId: 'd@x', recipients: ['board@aurora.example'], sent: '2024-02-01T00:00:00' },
  );
  await opened.store.run(sql`insert into story_mailbox by name
    select 's1' as story, 'support@aurora.example' as mailbox, 'messages' as certainty, ['<DM6PR01MB1234.7@frostline.example>'] as messageIds, []::varchar[] as folders, timestamp '2024-01-01' as last
    union all select 's1', 'support@aurora.example', 'folder', [], ['\\Inbox/Tickets'], timestamp '2024-01-01'
    union all select 's1', 'board@aurora.example', 'window', [], [], timestamp '2024-01-12'`);
  await matchExposed(opened.store);
  expect(await exposed()).toEqual([
    [1, 'mail access', 1],
    [2, 'mail access', 0.9],
    [3, 'mail access', 0.5],
  ]);
});
