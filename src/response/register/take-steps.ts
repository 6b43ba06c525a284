import { Fault } from '../../shape/fault.ts';
import type { Instant } from '../../shape/instant.ts';
import { appendSteps, type Hand, type JournalPlace } from '../journal/append.ts';
import type { Action, Entry, Step } from '../journal/entry.ts';
import { type Standing, stepped, untouched } from './fold.ts';
import type { LoadedRegister } from './load-register.ts';
import { statesBefore } from './state.ts';

/** Tries steps one after the other on what the register says; nothing is written. */
export class Rehearsal {
  readonly #standings: Map<string, Standing>;
  readonly #now: Instant;
  readonly #journaled: ReadonlySet<string>;

  constructor({ register }: LoadedRegister, now: Instant) {
    this.#standings = new Map(register.standings);
    this.#journaled = new Set(
      [...register.standings].flatMap(([id, { entered }]) => (entered === undefined ? [] : [id])),
    );
    this.#now = now;
  }

  standingOf(id: string): Standing {
    return this.#standings.get(id) ?? untouched;
  }

  /** Why the step is not possible for this credential, or undefined: then later steps are tried after it. */
  tryStep(id: string, action: Action, values: Readonly<Record<string, string>>): string | undefined {
    const at = values['at'];
    if (at !== undefined && at > this.#now) return `${at} lies in the future`;
    const standing = this.standingOf(id);
    const after = stepped(standing, { action, values, time: this.#now });
    if (after === undefined)
      return `${action} is not possible for ${id}: it is ${standing.state}, and must be ${statesBefore(action).join(' or ')}`;
    this.#standings.set(id, after);
    return undefined;
  }

  /** The credentials that the journal does not know yet among these. */
  unentered(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.#journaled.has(id));
  }
}

/**
 * Writes one step for several credentials. Whatever credential the journal did not know is entered before, so that its time runs.
 *
 * @throws Fault `step-refused` if the step is not possible for one of them; then nothing is written.
 */
export async function takeStep(place: JournalPlace, loaded: LoadedRegister, step: Step, hand: Hand): Promise<Entry[]> {
  const rehearsal = new Rehearsal(loaded, hand.now);
  for (const id of step.credentials) {
    const trouble = rehearsal.tryStep(id, step.action, step.values);
    if (trouble !== undefined) {
      throw new Fault('step-refused', trouble, {
        hint: 'Nothing was written. `snowfence respond show ID` tells how it came there; `respond reopen` takes it up again.',
      });
    }
  }
  return appendSteps(place, [...enterStep(loaded, rehearsal), step], hand);
}

/** The step that enters all credentials that are not in the journal; none if all are. */
export function enterStep({ items }: LoadedRegister, rehearsal: Rehearsal, at?: Instant): Step[] {
  const credentials = rehearsal.unentered(items.map(({ id }) => id)).toSorted();
  return credentials.length === 0 ? [] : [{ action: 'enter', credentials, values: at === undefined ? {} : { at } }];
}
