import type { Instant } from '../../shape/instant.ts';
import type { JournalPlace } from '../journal/append.ts';
import { readJournal } from '../journal/append.ts';
import type { Entry } from '../journal/entry.ts';
import { readCredentials } from './credential.ts';
import { fold, type Register, untouched } from './fold.ts';
import type { Item } from './select.ts';

/** A case's credentials with where they stand, and the journal that says so. */
export interface LoadedRegister {
  readonly items: readonly Item[];
  readonly entries: readonly Entry[];
  readonly register: Register;
}

/**
 * Reads credentials and journal.
 *
 * @param until leaves out what was written later: for who asks how it was at some time.
 * @throws Fault `journal-broken`.
 */
export async function loadRegister(place: JournalPlace, until?: Instant): Promise<LoadedRegister> {
  const all = await readJournal(place);
  const entries = until === undefined ? all : all.filter(({ time }) => time <= until);
  const register = fold(entries);
  const credentials = await readCredentials(place.store);
  const items = credentials.map((one) => ({ ...one, standing: register.standings.get(one.id) ?? untouched }));
  return { items, entries, register };
}
