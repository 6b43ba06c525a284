import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../shape/fault.ts';
import { type Entry, noHash, parseEntry, sealed } from './entry.ts';

/** The first line that cannot be, and why. */
export interface Break {
  readonly line: number;
  readonly why: string;
}

/** A journal as it lies on disk: the entries up to the first broken line. */
export interface JournalText {
  readonly file: string;
  readonly entries: readonly Entry[];
  /** Bytes of the whole lines up to there. */
  readonly bytes: number;
  readonly break: Break | undefined;
}

const mostBytes = 500_000_000;

/** Where the journal of a case is. */
function journalFile(folder: string): string {
  return join(folder, 'journal.ndjson');
}

/**
 * Reads the journal and checks every line: that it is whole, written as we write, numbered, not earlier than the one before, and
 * chained to it. No file is an empty journal.
 *
 * @throws Fault `path-unreadable`.
 */
export async function readJournalText(folder: string): Promise<JournalText> {
  const file = journalFile(folder);
  const text = await read(file);
  const entries: Entry[] = [];
  let [start, bytes] = [0, 0];
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = end < 0 ? text.slice(start) : text.slice(start, end);
    const checked = end < 0 ? 'the last line is cut in the middle' : check(line, entries.at(-1));
    if (typeof checked === 'string') return { file, entries, bytes, break: { line: entries.length + 1, why: checked } };
    entries.push(checked);
    bytes += Buffer.byteLength(line) + 1;
    start = end + 1;
  }
  return { file, entries, bytes, break: undefined };
}

function check(line: string, before: Entry | undefined): Entry | string {
  const entry = parseEntry(line);
  if (typeof entry === 'string') return entry;
  if (sealed(entry).hash !== entry.hash) return 'what the line says does not fit its hash: it was changed';
  if (entry.number !== (before?.number ?? 0) + 1)
    return `the line has number ${entry.number} where ${(before?.number ?? 0) + 1} belongs: lines were removed, added or swapped`;
  if (entry.before !== (before?.hash ?? noHash)) return 'the line does not follow the one before it';
  if (before !== undefined && entry.time < before.time) return 'the line is earlier than the one before it';
  return entry;
}

async function read(file: string): Promise<string> {
  try {
    const entry = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (entry === undefined) return '';
    if (entry.size <= mostBytes) return await readFile(file, 'utf8');
  } catch (cause) {
    const hint = 'Make the file readable, or restore it from a copy.';
    throw new Fault('path-unreadable', 'the journal cannot be read', { place: { file }, hint, cause });
  }
  const hint = 'Restore the journal from a copy.';
  throw new Fault('journal-broken', 'the journal is larger than any journal is', { place: { file }, hint });
}

/** The fault that a break is for everybody but `verify`. */
export function breakFault({ file, break: broken }: JournalText): Fault {
  return new Fault('journal-broken', broken?.why ?? 'the journal is broken', {
    place: { file, line: broken?.line },
    hint: 'Nothing is said or written on a journal that may have been tampered with. Keep this file as evidence and restore the journal from a copy; `snowfence verify --case DIR` checks it.',
  });
}
