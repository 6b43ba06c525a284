import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchCase, type ScratchCase } from '../../../test/contract/scratch-case.ts';
import { sql } from '../../store/sql.ts';
import { mailboxesRead, messagesRead } from './message-read.ts';

let scratch: ScratchCase;
let number = 0;

/** A record of mail being read, as it stands in `AuditData`. */
function read(minute: number, mailbox: string, accessType: string, more: Record<string, unknown>, isThrottled = false) {
  number += 1;
  return {
    CreationTime: `2024-01-10T06:${String(minute).padStart(2, '0')}:00`,
    Id: `7a1f2c5c-0f0a-4a07-9c1e-${String(number).padStart(12, '0')}`,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    Workload: 'Exchange',
    UserType: 5,
    UserId: mailbox,
    MailboxOwnerUPN: mailbox,
    ClientAppId: 'eeeeeeee-0000-4000-8000-000000000001',
    ClientInfoString: 'Client=WebServices;;',
    OperationProperties: [
      { Name: 'MailAccessType', Value: accessType },
      { Name: 'IsThrottled', Value: isThrottled ? 'True' : 'False' },
    ],
    ...more,
  };
}

const folder = (path: string, ...ids: readonly string[]) => ({
  Folders: [{ Path: path, FolderItems: ids.map((id) => ({ InternetMessageId: `<${id}>` })) }],
  OperationCount: ids.length,
});

beforeAll(async () => {
  scratch = await openScratchCase();
  const records = [
    // The same message in two groups of two minutes, and another folder.
    read(0, 'ada@frostline.example', 'Bind', folder('\\Inbox', 'one', 'two')),
    read(2, 'ada@frostline.example', 'Bind', folder('\\Inbox', 'two', 'three')),
    read(4, 'ada@frostline.example', 'Bind', folder('\\Sent Items', 'four')),
    read(1, 'ben@frostline.example', 'Sync', { Folders: [{ Path: '\\Inbox' }], OperationCount: 1, LogonType: 2 }),
    read(3, 'cem@frostline.example', 'Bind', folder('\\Inbox', 'five'), true),
    // Counted but not named, as in an export that lost the folders.
    read(5, 'dia@frostline.example', 'Bind', { OperationCount: 3 }),
  ];
  await scratch.load(
    await scratch.write('audit.ndjson', records.map((record) => `${JSON.stringify(record)}\n`).join('')),
  );
  await scratch.store.run(sql`create temp table message_read as
    select *, 'a story' as story, 'an application' as application, 'token' as tie from (${messagesRead(sql`select * from activity`, sql`ip`)})`);
});
afterAll(() => scratch.close());

test('what was read in a mailbox is as sure as the records are', async () => {
  const rows = await scratch.store.rows<{ row: string }>(sql`
    select concat_ws(' ', split_part(mailbox, '@', 1), certainty, client, messages, folders, messageIds, date_diff('minute', first, last)) as row
    from (${mailboxesRead}) order by row`);
  expect(rows.map(({ row }) => row)).toEqual([
    'ada messages WebServices 4 [\\Inbox, \\Sent Items] [<four>, <one>, <three>, <two>] 4',
    'ben folder WebServices as delegate 0 [\\Inbox] [] 0',
    'cem window WebServices 1 [\\Inbox] [<five>] 1440',
    'dia window WebServices 0 [] [] 0',
  ]);
});

test('a record that counts more messages than it names says so', async () => {
  const rows = await scratch.store.rows<{ mailbox: string }>(
    sql`select distinct mailbox from message_read where accessType <> 'Sync' and operationCount > named`,
  );
  expect(rows).toEqual([{ mailbox: 'dia@frostline.example' }]);
});
