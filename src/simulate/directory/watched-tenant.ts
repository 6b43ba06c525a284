import type { Watch } from '../habit/world.ts';
import type { Agenda } from '../habit/agenda.ts';
import type { Population } from '../population/population.ts';
import type { Change } from '../scenario/make-audit.ts';
import { applyEffect } from './apply-effect.ts';
import { addApplications, knownPublisher } from './base-applications.ts';
import { addConditionalAccess } from './base-conditional-access.ts';
import { addExchange } from './base-exchange.ts';
import { addPolicies } from './base-policies.ts';
import { addRoles } from './base-roles.ts';
import { Clock } from './clock.ts';
import { Directory } from './directory.ts';
import type { DatedEffect } from './effect.ts';
import type { User } from './object.ts';
import { peopleOf } from './people.ts';
import { SignInTimes } from './sign-in-times.ts';

/** What becomes of a tenant's directory while its logs are written. */
export class WatchedTenant implements Watch {
  readonly #population: Population;
  readonly #clock: Clock;
  readonly #times: SignInTimes;
  readonly #effects: DatedEffect[] = [];

  constructor(population: Population, firstDay: string, days: number) {
    this.#population = population;
    this.#clock = new Clock(firstDay, days);
    this.#times = new SignInTimes(population.users);
  }

  changed({ time, effect, by }: Change): void {
    // What would happen after the last day has not happened.
    if (effect === undefined || Date.parse(time) >= this.#clock.end) return;
    this.#effects.push({ time, effect, ...('account' in by ? { by: by.account } : {}) });
  }

  lived(agenda: Agenda): void {
    this.#times.keep(agenda);
  }

  /** The directory at the end of it all. @param intruders what they found and made. */
  directory(intruders: readonly DatedEffect[]): Directory {
    const directory = new Directory(this.#population, this.#clock);
    addPolicies(directory);
    addApplications(directory);
    addRoles(directory);
    addConditionalAccess(directory);
    addExchange(directory);
    for (const effect of inOrder(this.#effects)) applyEffect(directory, effect, knownPublisher);
    for (const effect of inOrder(intruders)) applyEffect(directory, effect, null);
    return directory;
  }

  people(directory: Directory): Iterable<User> {
    return peopleOf(directory, this.#times);
  }

  /** Whoever has signed in, or tried to. */
  get times(): SignInTimes {
    return this.#times;
  }
}

/** Changes of one moment stay in the order in which they were told. */
function inOrder(effects: readonly DatedEffect[]): DatedEffect[] {
  return effects.toSorted((left, right) => (left.time < right.time ? -1 : left.time > right.time ? 1 : 0));
}
