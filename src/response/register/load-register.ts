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

/** Reads credentials and journal. @throws Fault `journal-broken`. */
export async function loadRegister(place: JournalPlace): Promise<LoadedRegister> {
  const entries = await readJournal(place);
  const register = fold(entries);
  const credentials = await readCredentials(place.store);
  const items = credentials.map((one) => ({ ...one, standing: register.standings.get(one.id) ?? untouched }));
  return { items, entries, register };
}
