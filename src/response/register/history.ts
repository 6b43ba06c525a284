import type { Entry } from '../journal/entry.ts';

/** Entries of one credential, in order. */
export function historyOf(entries: readonly Entry[], id: string): Entry[] {
  return entries.filter(({ credentials }) => credentials.includes(id));
}
