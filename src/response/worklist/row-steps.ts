import { type Instant, parseInstant } from '../../shape/instant.ts';
import type { Action, Step } from '../journal/entry.ts';
import type { Standing } from '../register/fold.ts';
import type { State } from '../register/state.ts';

/** What a row of the list says about one credential; empty texts say nothing. */
export interface WorkRow {
  readonly id: string;
  readonly state: string;
  readonly owner: string;
  readonly time: string;
  readonly note: string;
}

const actionTo: Readonly<Partial<Record<State, Action>>> = {
  reset: 'reset',
  deactivated: 'deactivate',
  dismissed: 'dismiss',
  reopened: 'reopen',
};

/** The steps that lead from where a credential stands to what the row says; a text says why there are none. */
export function stepsOf(row: WorkRow, standing: Standing): Step[] | string {
  const state = row.state === '' ? standing.state : row.state.toLowerCase();
  const isMoved = state !== standing.state;
  const isGiven = row.owner !== '' && row.owner !== (standing.owner ?? '');
  const isNoted = row.note !== '' && row.note !== (standing.note ?? '');
  const at = row.time === '' ? undefined : readTime(row.time);
  if (row.time !== '' && at === undefined)
    return `"${row.time}" is no time: write it as 2024-01-31 or 2024-01-31T16:20Z, in UTC`;
  if (row.time !== '' && !isMoved) return 'there is a time but no new state: say what was done then';
  if (row.owner === '' && standing.owner !== undefined && row.state !== '' && !isMoved)
    return `the owner was taken away: name another one instead of ${standing.owner}`;
  const note = isNoted ? { note: row.note } : {};
  const step = (action: Action, values: Step['values']): Step => ({ action, credentials: [row.id], values });
  const assign = isGiven
    ? [step('assign', { to: row.owner, ...(standing.due === undefined ? {} : { due: standing.due }), ...note })]
    : [];
  if (!isMoved) return assign.length > 0 ? assign : isNoted ? [step('note', note)] : [];
  if (state === 'assigned') return assign.length > 0 ? assign : 'assigned to whom? Fill in an owner';
  const action = actionTo[state as State];
  if (action === undefined)
    return `"${row.state}" cannot be set here: write assigned, reset, deactivated, dismissed or reopened`;
  if (action === 'dismiss' && !isNoted) return 'dismissed for what reason? Write it as the note';
  return [...assign, step(action, { ...(at === undefined ? {} : { at }), ...note })];
}

/** As we write times, or as spreadsheets show those: with a blank in the middle. Without a zone it is UTC. */
function readTime(text: string): Instant | undefined {
  return parseInstant(text.replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2').replace(/T(\d):/, 'T0$1:'));
}
