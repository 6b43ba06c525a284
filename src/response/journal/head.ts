import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { noHash } from './entry.ts';
import type { Break, JournalText } from './read-journal.ts';

/** Where the journal ends: number and hash of its last line, and its length. */
export interface Head {
  readonly number: number;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * What the case itself remembers of its journal, so that lines cannot be taken from the end or put there by other means: the end as
 * it was after the last writing, and the end that a writing was going to make before it began.
 */
export interface Remembered {
  readonly head: Head | undefined;
  readonly intended: Head | undefined;
}

const keys = { head: 'journal', intended: 'journal-intended' } as const;

/** The end of what was read. */
export function headOf({ entries, bytes }: JournalText): Head {
  const last = entries.at(-1);
  return { number: last?.number ?? 0, hash: last?.hash ?? noHash, bytes };
}

export async function readHead(store: Store): Promise<Remembered> {
  const rows = await store.rows<{ key: string; value: string }>(
    sql`select key, value from meta where key in (${keys.head}, ${keys.intended})`,
  );
  const of = (key: string): Head | undefined => {
    const value = rows.find((row) => row.key === key)?.value;
    return value === undefined ? undefined : (JSON.parse(value) as Head);
  };
  return { head: of(keys.head), intended: of(keys.intended) };
}

export async function rememberHead(store: Store, which: keyof Remembered, head: Head): Promise<void> {
  await store.run(sql`insert or replace into meta values (${keys[which]}, ${JSON.stringify(head)})`);
}

/** What a journal and the memory of it say together. */
export type Agreement =
  | { readonly kind: 'agreed' }
  /** A writing was stopped: what lies beyond `head` is the part of it that reached the disk. */
  | { readonly kind: 'interrupted'; readonly head: Head }
  | { readonly kind: 'broken'; readonly break: Break };

/** Compares the journal with what the case remembers. A case that remembers nothing takes the journal as it is. */
export function agreementOf(journal: JournalText, { head, intended }: Remembered): Agreement {
  const end = headOf(journal);
  const isEnd = (other: Head | undefined): boolean => other?.number === end.number && other.hash === end.hash;
  if (journal.break === undefined && (head === undefined || isEnd(head) || isEnd(intended))) return { kind: 'agreed' };
  const isIntact =
    head !== undefined && (head.number === 0 ? noHash : journal.entries[head.number - 1]?.hash) === head.hash;
  // More was going to be written than the head that was reached, so what is there may be its beginning.
  if (isIntact && intended !== undefined && intended.number > head.number && end.number < intended.number)
    return { kind: 'interrupted', head };
  if (journal.break !== undefined) return { kind: 'broken', break: journal.break };
  const last = head?.number ?? 0;
  const why =
    end.number < last
      ? `the journal ends before line ${last}, the last that was written: lines were removed`
      : isIntact
        ? 'this line and those after it were not written by snowfence with this case'
        : 'the line is not the one that was written here';
  return { kind: 'broken', break: { line: end.number < last ? end.number + 1 : isIntact ? last + 1 : last, why } };
}
