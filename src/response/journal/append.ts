import { type FileHandle, open, truncate } from 'node:fs/promises';
import { Fault } from '../../shape/fault.ts';
import type { Instant } from '../../shape/instant.ts';
import type { Store } from '../../store/store.ts';
import { type Entry, lineOf, noHash, sealed, type Step } from './entry.ts';
import { agreementOf, type Head, headOf, readHead, rememberHead } from './head.ts';
import { breakFault, type JournalText, readJournalText } from './read-journal.ts';

/** The folder of a case and its store, which is open: only one process has it, so only one writes. */
export interface JournalPlace {
  readonly folder: string;
  readonly store: Store;
}

/** Who writes, and when. */
export interface Hand {
  readonly actor: string;
  readonly now: Instant;
}

/**
 * The entries of the journal, all checked. What a stopped writing left behind counts as not written.
 *
 * @throws Fault `journal-broken` at the first line that cannot be.
 */
export async function readJournal(place: JournalPlace): Promise<readonly Entry[]> {
  return (await readSound(place)).entries;
}

async function readSound({
  folder,
  store,
}: JournalPlace): Promise<{ journal: JournalText; entries: readonly Entry[]; head: Head }> {
  const journal = await readJournalText(folder);
  const agreement = agreementOf(journal, await readHead(store));
  if (agreement.kind === 'broken') throw breakFault({ ...journal, break: agreement.break });
  if (agreement.kind === 'agreed') return { journal, entries: journal.entries, head: headOf(journal) };
  return { journal, entries: journal.entries.slice(0, agreement.head.number), head: agreement.head };
}

/**
 * Writes steps at the end of the journal, all or none, and returns when they are on the disk.
 *
 * @throws Fault `journal-broken`, `step-refused` if the clock is behind the journal, `disk-full`, `path-unreadable`.
 */
export async function appendSteps(place: JournalPlace, steps: readonly Step[], hand: Hand): Promise<Entry[]> {
  if (steps.length === 0) return [];
  const { journal, entries, head } = await readSound(place);
  const last = entries.at(-1);
  if (last !== undefined && hand.now < last.time) {
    throw new Fault(
      'step-refused',
      `the last line of the journal is of ${last.time}, which is later than now (${hand.now})`,
      {
        place: { file: journal.file, line: last.number },
        hint: 'Set the clock right, or give --now a later time.',
      },
    );
  }
  const added: Entry[] = [];
  for (const step of steps) {
    const before = added.at(-1)?.hash ?? last?.hash ?? noHash;
    const number = (last?.number ?? 0) + added.length + 1;
    added.push(sealed({ ...step, number, time: hand.now, actor: hand.actor, before }));
  }
  const text = added.map((entry) => `${lineOf(entry)}\n`).join('');
  const end = added.at(-1);
  if (end === undefined) return [];
  const intended = { number: end.number, hash: end.hash, bytes: head.bytes + Buffer.byteLength(text) };
  await rememberHead(place.store, 'head', head);
  await rememberHead(place.store, 'intended', intended);
  try {
    await write(journal.file, text, head.bytes);
  } catch (error) {
    // Nothing is under way any more, so that lines which come from elsewhere cannot pass for the rest of this writing.
    // If that fails as well, what failed first is what the user has to know.
    await rememberHead(place.store, 'intended', head).catch(() => undefined);
    throw error;
  }
  await rememberHead(place.store, 'head', intended);
  return added;
}

/** Cuts off what a stopped writing left behind `length`, and adds the text; if that fails nothing of it stays. */
async function write(file: string, text: string, length: number): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'a', 0o600);
    if ((await handle.stat()).size > length) await handle.truncate(length);
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    if (handle !== undefined) await truncate(file, length).catch(() => undefined);
    throw toFault(error, file);
  } finally {
    await handle?.close();
  }
}

function toFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const hint = 'Free some space and run the same command again: nothing of it was written.';
    return new Fault('disk-full', 'the disk that holds the journal is full', { place: { file }, hint, cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EISDIR') {
    const hint = 'Make the file writable for you and run the same command again.';
    return new Fault('path-unreadable', 'the journal cannot be written', { place: { file }, hint, cause: error });
  }
  return error;
}
