import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Basis,
  type Correspondent,
  readCorrespondents,
  readSharedKinds,
  type SharedKind,
  type SharedMessage,
  streamMessages,
} from '../../response/correspondent/correspondence.ts';
import { csvLine } from '../../response/worklist/csv.ts';
import { Fault } from '../../shape/fault.ts';
import type { Store } from '../../store/store.ts';
import { makeFolder, replaceTextFile } from '../atomic-file.ts';
import { groupBy } from '../read/group-by.ts';
import { letterText } from './letter.ts';

/** The first five are those that the import of metadata reads. */
const columns = ['InternetMessageId', 'Sender', 'Recipients', 'Subject', 'SentDateTime', 'Mailbox'];

/**
 * Writes for every correspondent a folder with `metadata.csv`, `metadata.json` and `letter.md`; returns the correspondents. After
 * `layCorrespondence`. No credential is in the files, only kinds and counts.
 *
 * @throws Fault `path-unreadable` if the folder is not empty: what lies in it could be sent to the wrong ones. `disk-full`.
 */
export async function writeNotices(store: Store, directory: string, basis: Basis): Promise<Correspondent[]> {
  await makeFolder(directory);
  if ((await readdir(directory)).length > 0) {
    throw new Fault('path-unreadable', 'the folder is not empty', {
      place: { file: directory },
      hint: 'Give --out a new folder, so that letters of an earlier run are not mistaken for these.',
    });
  }
  const correspondents = await readCorrespondents(store);
  const known = new Map(correspondents.map((one) => [one.correspondent, one]));
  const kinds = groupBy(await readSharedKinds(store), ({ correspondent }) => correspondent);
  const write = async (messages: readonly SharedMessage[]): Promise<void> => {
    const one = known.get(messages[0]?.correspondent ?? '');
    if (one !== undefined) await writeNotice(directory, one, messages, kinds.get(one.correspondent) ?? [], basis);
  };
  let waiting: SharedMessage[] = [];
  for await (const rows of streamMessages(store)) {
    for (const row of rows) {
      if (waiting[0] !== undefined && waiting[0].correspondent !== row.correspondent) {
        await write(waiting);
        waiting = [];
      }
      waiting.push(row);
    }
  }
  await write(waiting);
  return correspondents;
}

async function writeNotice(
  directory: string,
  one: Correspondent,
  messages: readonly SharedMessage[],
  kinds: readonly SharedKind[],
  basis: Basis,
): Promise<void> {
  const folder = join(directory, folderName(one.correspondent));
  await makeFolder(folder);
  const rows = messages.map(({ messageId, sender, recipients, subject, sent, mailboxes }) => ({
    internetMessageId: messageId === null ? null : `<${messageId}>`,
    sender,
    recipients,
    subject,
    sentDateTime: sent,
    mailboxes,
  }));
  const lines = rows.map((row) =>
    csvLine([
      row.internetMessageId ?? '',
      row.sender ?? '',
      row.recipients.join(';'),
      row.subject ?? '',
      row.sentDateTime ?? '',
      row.mailboxes.join(';'),
    ]),
  );
  const found = kinds.map(({ kind, title, credentials, messages: holding }) => ({
    kind,
    title,
    credentials,
    messages: holding,
  }));
  const document = { correspondent: one.correspondent, basis, credentials: found, messages: rows };
  await replaceTextFile(folder, 'metadata.csv', (write) => write(`${csvLine(columns)}${lines.join('')}`));
  await replaceTextFile(folder, 'metadata.json', (write) => write(`${JSON.stringify(document, undefined, 2)}\n`));
  await replaceTextFile(folder, 'letter.md', (write) =>
    write(letterText({ ...one, messages: messages.length }, kinds, basis)),
  );
}

/** A name that every file system takes. Domains are as they are; of addresses odd characters are left out and a hash stands for them. */
function folderName(correspondent: string): string {
  if (/^[a-z0-9][a-z0-9._@+-]{0,150}$/.test(correspondent)) return correspondent;
  const hash = createHash('sha256').update(correspondent).digest('hex').slice(0, 12);
  return `${correspondent
    .replaceAll(/[^a-z0-9.@-]/g, '')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 100)}-${hash}`;
}
