import type { Instant } from '../../shape/instant.ts';
import type { Clause, Scope } from '../directive/directive.ts';
import { isRemediated } from '../register/state.ts';
import type { Item } from '../register/select.ts';
import type { Application, Clocks } from './clocks.ts';

/** What a clause asks for one credential. */
export interface Obligation {
  readonly clause: Clause;
  /** Undefined while it is not known from when the time runs. */
  readonly due: Instant | undefined;
  readonly done: Instant | undefined;
  /** Done, but after it was due. */
  readonly isLate: boolean;
  /** Due, and not done. */
  readonly isOverdue: boolean;
}

/** What a directive asks for a credential, in the order of its clauses. */
export function obligationsOf(item: Item, { directive, now }: Application, clocks: Clocks): Obligation[] {
  return directive.clauses
    .filter(({ scope }) => isAbout(scope, item))
    .map((clause) => {
      const due = clocks.dueOfCredential(clause, item.standing.entered);
      const done = doneTime(clause, item);
      return {
        clause,
        due,
        done,
        isLate: done !== undefined && due !== undefined && done > due,
        isOverdue: done === undefined && due !== undefined && now >= due,
      };
    });
}

/** The earliest time among what is not done: of the directive, and that which the owner was given. */
export function nextDue({ standing }: Item, obligations: readonly Obligation[]): Instant | undefined {
  const own = isRemediated(standing.state) || standing.due === undefined ? [] : [standing.due];
  return [
    ...own,
    ...obligations.flatMap(({ due, done }) => (done === undefined && due !== undefined ? [due] : [])),
  ].toSorted()[0];
}

function isAbout(scope: Scope, { kind, severity }: Item): boolean {
  if (scope.of === 'kinds') return scope.kinds.includes(kind);
  if (scope.of === 'severities') return scope.severities.includes(severity);
  return scope.of === 'all';
}

/** A false alarm has nothing to be verified. */
function doneTime({ done }: Clause, { standing }: Item): Instant | undefined {
  if (standing.state === 'dismissed') return standing.remediated;
  if (done === 'verified') return standing.state === 'verified' ? standing.verified : undefined;
  return isRemediated(standing.state) ? standing.remediated : undefined;
}
