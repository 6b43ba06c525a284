import type { JournalPlace } from './append.ts';
import { agreementOf, type Head, headOf, readHead } from './head.ts';
import { readJournalText } from './read-journal.ts';

/** What a check of the journal says. */
export interface JournalCheck {
  readonly file: string;
  readonly end: Head;
  /** False if the case has never written this journal, so that only the chain could be checked. */
  readonly isRemembered: boolean;
  readonly break: { readonly line: number; readonly why: string } | undefined;
}

/** Checks chain, numbers, order of times, and that the journal ends where the case remembers. */
export async function verifyJournal({ folder, store }: JournalPlace): Promise<JournalCheck> {
  const journal = await readJournalText(folder);
  const remembered = await readHead(store);
  const agreement = agreementOf(journal, remembered);
  const common = { file: journal.file, end: headOf(journal), isRemembered: remembered.head !== undefined };
  if (agreement.kind === 'agreed') return { ...common, break: undefined };
  if (agreement.kind === 'broken') return { ...common, break: agreement.break };
  const isWhole = journal.break === undefined && journal.entries.length === agreement.head.number;
  if (isWhole) return { ...common, break: undefined };
  const why = 'a writing was stopped here; the next step that is written removes what it left';
  return { ...common, break: { line: agreement.head.number + 1, why } };
}
