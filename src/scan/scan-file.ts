import { fileContent } from '../mail/content.ts';
import { readAll } from '../mail/read-all.ts';
import type { SecretSearch } from './secret-search.ts';
import type { FileCounts, LockedKey, RowTable, ScanTask } from './task.ts';

/** Takes what was found in a file. */
export interface ScanSink {
  add(table: RowTable, row: object): void;
  lock(key: LockedKey): void;
}

/**
 * Reads one file to any depth and searches all its text.
 *
 * @param onUnit is told of each message at the top before it is read.
 */
export async function scanFile(
  file: ScanTask['files'][number],
  task: Pick<ScanTask, 'share' | 'skipped'>,
  search: SecretSearch,
  sink: ScanSink,
  folder: string,
  onUnit: (unit: number) => void,
): Promise<FileCounts> {
  const { fileId, path } = file;
  const skipped = new Set(task.skipped.filter((unit) => unit.fileId === fileId).map(({ unit }) => unit));
  const counts = { fileId, reader: '', parts: 0, characters: 0 };
  const { index, of } = task.share;
  let unit = 0;
  const isWanted = (message: number): boolean => {
    if (message % of !== index || skipped.has(message)) return false;
    unit = message;
    onUnit(message);
    return true;
  };
  for await (const leaf of readAll(await fileContent(path, folder), { isWanted })) {
    const place =
      'part' in leaf
        ? {
            fileId,
            unit: leaf.message === undefined ? 0 : unit,
            nested: leaf.message ?? 0,
            part: search.hide(leaf.part),
          }
        : undefined;
    switch (leaf.kind) {
      case 'message': {
        const { head } = leaf;
        sink.add('message', {
          fileId,
          unit,
          nested: leaf.number,
          parent: leaf.parent ?? null,
          place: search.hide(leaf.place),
          messageId: head.messageId,
          references: head.references,
          subject: search.hide(head.subject),
          sent: head.sent,
          folder: search.hide(head.folder),
          sender: head.from[0]?.address ?? '',
          recipients: [...new Set([...head.to, ...head.cc, ...head.bcc].map(({ address }) => address))],
        });
        const subject = { fileId, unit, nested: leaf.number, part: 'subject' };
        for (const found of search.find(head.subject)) sink.add('place', { ...subject, ...found });
        break;
      }
      case 'text':
        counts.parts += 1;
        counts.characters += leaf.text.length;
        for (const found of search.find(leaf.text)) sink.add('place', { ...place, ...found });
        break;
      case 'key': {
        const { key } = leaf;
        const fingerprint = search.fingerprint(key.bytes);
        counts.parts += 1;
        sink.add('key', {
          ...place,
          fingerprint,
          format: key.format,
          isProtected: key.isProtected,
          thumbprints: key.thumbprints,
        });
        // A key is a credential itself, whatever becomes of its passphrase.
        const redaction = `${key.isProtected ? 'protected by a passphrase' : 'open'} (${key.bytes.length} bytes)`;
        const whole = { start: 0, length: key.bytes.length, account: '', host: '' };
        sink.add('place', { ...place, ...whole, kind: `${key.format}-file`, fingerprint, redaction });
        if (key.isProtected) sink.lock({ fingerprint, key });
        break;
      }
      case 'unread':
        sink.add('unread', { ...place, name: search.hide(leaf.name), reason: leaf.reason, detail: leaf.detail });
        break;
      case 'counts':
        counts.reader = leaf.reader;
        break;
      default:
        leaf satisfies never;
    }
  }
  return counts;
}
