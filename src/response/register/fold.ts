import type { Instant } from '../../shape/instant.ts';
import type { Entry } from '../journal/entry.ts';
import { type State, stateAfter } from './state.ts';

/** What the journal says of one credential. Times are of the deed (`at`), not of the writing. */
export interface Standing {
  readonly state: State;
  /** Who has it to do. */
  readonly owner?: string | undefined;
  /** The time that its owner was given. */
  readonly due?: Instant | undefined;
  readonly entered?: Instant | undefined;
  /** Since when it is reset, deactivated or dismissed. */
  readonly remediated?: Instant | undefined;
  readonly verified?: Instant | undefined;
  /** Of the last step that had one. */
  readonly note?: string | undefined;
}

/** When a correspondent was told, and by whom. */
export interface Telling {
  readonly domain: string;
  readonly at: Instant;
  readonly by: string;
  readonly note?: string | undefined;
}

/** The register: the journal read from the beginning to its end, or to some time. */
export interface Register {
  readonly standings: ReadonlyMap<string, Standing>;
  /** When the organization did what a clause asks: `directive/clause` to times, in order. */
  readonly clauses: ReadonlyMap<string, readonly Instant[]>;
  readonly tellings: readonly Telling[];
}

/** What holds for a credential that the journal does not know. */
export const untouched: Standing = { state: 'found' };

/** Reads entries in order; with `until` only those that were written at that time or before. */
export function fold(entries: readonly Entry[], until?: Instant): Register {
  const standings = new Map<string, Standing>();
  const clauses = new Map<string, Instant[]>();
  const tellings: Telling[] = [];
  for (const entry of entries) {
    if (until !== undefined && entry.time > until) break;
    const { action, values } = entry;
    const at = values['at'] ?? entry.time;
    if (action === 'clause') {
      const key = `${values['directive'] ?? ''}/${values['clause'] ?? ''}`;
      clauses.set(key, [...(clauses.get(key) ?? []), at].toSorted());
    } else if (action === 'told') {
      tellings.push({ domain: values['domain'] ?? '', at, by: entry.actor, note: values['note'] });
    }
    for (const id of entry.credentials) {
      const after = stepped(standings.get(id) ?? untouched, entry);
      if (after !== undefined) standings.set(id, after);
    }
  }
  return { standings, clauses, tellings };
}

/** The standing after a step; undefined if the step is not possible. */
export function stepped(
  standing: Standing,
  { action, values, time }: Pick<Entry, 'action' | 'values' | 'time'>,
): Standing | undefined {
  const at = values['at'] ?? time;
  if (action === 'enter') return { ...standing, entered: standing.entered ?? at };
  if (action === 'note') return { ...standing, note: values['note'] };
  const state = stateAfter(standing.state, action);
  if (state === undefined) return undefined;
  const noted = { ...standing, state, note: values['note'] ?? standing.note };
  if (action === 'assign') return { ...noted, owner: values['to'], due: values['due'] };
  if (action === 'verify') return { ...noted, verified: at, remediated: standing.remediated ?? at };
  if (action === 'reset' || action === 'deactivate' || action === 'dismiss')
    return { ...noted, remediated: standing.remediated ?? at };
  return { ...noted, remediated: undefined, verified: undefined };
}
