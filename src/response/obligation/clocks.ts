import type { Instant } from '../../shape/instant.ts';
import type { Clause, Directive } from '../directive/directive.ts';
import { type Clock, dueTime } from '../directive/due-time.ts';
import type { Register } from '../register/fold.ts';

/** A directive as it applies to this case: when it starts here, and what time it is. */
export interface Application {
  readonly directive: Directive;
  readonly now: Instant;
  /** Instead of the directive's own; fixed times move by the same span. */
  readonly start?: Instant | undefined;
  /** Instead of the times at which credentials were entered. */
  readonly discovery?: Instant | undefined;
}

/** The clock of the organization, and of each credential by the time of its discovery. */
export class Clocks {
  readonly #application: Application;
  readonly #register: Register;
  readonly #holidays: ReadonlySet<string>;
  readonly #known = new Map<string, Instant | undefined>();

  constructor(application: Application, register: Register) {
    this.#application = application;
    this.#register = register;
    this.#holidays = new Set(application.directive.holidays);
  }

  /** When the organization learned of the first credential; undefined if none is in the journal. */
  get discovery(): Instant | undefined {
    const entered = [...this.#register.standings.values()].flatMap(({ entered }) => entered ?? []).toSorted();
    return this.#application.discovery ?? entered[0];
  }

  /** Times at which the organization said that it has done what the clause asks, in order. */
  timesOf(clause: string): readonly Instant[] {
    return this.#register.clauses.get(`${this.#application.directive.id}/${clause}`) ?? [];
  }

  dueOfOrganization(clause: Clause): Instant | undefined {
    return dueTime(clause.due, this.#clock(this.discovery));
  }

  /** @param entered when the credential was entered; one that is not in the journal is discovered now. */
  dueOfCredential(clause: Clause, entered: Instant | undefined): Instant | undefined {
    const discovery = this.#application.discovery ?? entered ?? this.#application.now;
    const key = `${clause.id} ${discovery}`;
    if (!this.#known.has(key)) this.#known.set(key, dueTime(clause.due, this.#clock(discovery)));
    return this.#known.get(key);
  }

  #clock(discovery: Instant | undefined): Clock {
    const { directive, start } = this.#application;
    const own = directive.start.date;
    return {
      start: start ?? own,
      shiftMilliseconds: start === undefined || own === undefined ? 0 : Date.parse(start) - Date.parse(own),
      discovery,
      holidays: this.#holidays,
      clauseTime: (id) => {
        const clause = directive.clauses.find((one) => one.id === id);
        return this.timesOf(id)[0] ?? (clause === undefined ? undefined : this.dueOfOrganization(clause));
      },
    };
  }
}
