import type { Instant } from '../../shape/instant.ts';
import { severities, type Severity } from '../../shape/severity.ts';
import type { Clause } from '../directive/directive.ts';
import type { Register } from '../register/fold.ts';
import type { Item } from '../register/select.ts';
import { isRemediated, type State, states } from '../register/state.ts';
import { type Application, Clocks } from './clocks.ts';
import { type Obligation, obligationsOf } from './obligation.ts';
import { dutyOf } from './organization.ts';

/** How far a clause is. Of the organization's clauses `total` is 1. */
export interface ClauseStatus {
  readonly clause: Clause;
  readonly total: number;
  readonly done: number;
  /** Of those done, how many after they were due. */
  readonly late: number;
  /** Neither done nor due yet. */
  readonly open: number;
  readonly overdue: number;
  /** The earliest due time of what is not done. */
  readonly due: Instant | undefined;
  /** The last time something of it was done. */
  readonly last: Instant | undefined;
  /** Of what repeats: times that passed. */
  readonly missed: number;
  /** True if something of it has no due time yet, because it is not known what it runs from. */
  readonly isWaiting: boolean;
}

/** Who has how much to do under which clause; `owner` is a role in brackets for what nobody was given. */
export interface Debt {
  readonly owner: string;
  readonly clause: string;
  readonly open: number;
  readonly overdue: number;
  readonly due: Instant | undefined;
}

export interface Status {
  readonly clauses: readonly ClauseStatus[];
  readonly debts: readonly Debt[];
  /** Number of credentials by state and severity. */
  readonly counts: Readonly<Record<State, Readonly<Record<Severity, number>>>>;
  readonly total: number;
  /** Not in the journal yet: their time does not run. */
  readonly unentered: number;
}

/** What a directive asks of this case at a time, and how far it is. */
export function statusOf(items: readonly Item[], register: Register, application: Application): Status {
  const clocks = new Clocks(application, register);
  const each = items.map((item) => ({ item, obligations: obligationsOf(item, application, clocks) }));
  const completed = completedTime(items);
  const clauses = application.directive.clauses.map((clause) => {
    if (clause.scope.of === 'organization') return organizationStatus(clause, application, clocks, completed);
    return credentialStatus(
      clause,
      each.flatMap(({ obligations }) => obligations.filter((one) => one.clause === clause)),
    );
  });
  return {
    clauses,
    debts: debtsOf(each, clauses),
    counts: countsOf(items),
    total: items.length,
    unentered: items.filter(({ standing }) => standing.entered === undefined).length,
  };
}

/** When the last credential was remediated; undefined while one is left. */
function completedTime(items: readonly Item[]): Instant | undefined {
  if (items.some(({ standing }) => !isRemediated(standing.state))) return undefined;
  return items
    .flatMap(({ standing }) => standing.remediated ?? [])
    .toSorted()
    .at(-1);
}

function organizationStatus(
  clause: Clause,
  application: Application,
  clocks: Clocks,
  completed: Instant | undefined,
): ClauseStatus {
  const duty = dutyOf(clause, application, clocks, completed);
  return {
    clause,
    total: 1,
    done: Number(duty.isDone),
    late: Number(duty.isLate),
    open: Number(!duty.isDone && !duty.isOverdue),
    overdue: Number(duty.isOverdue),
    due: duty.isDone ? undefined : duty.due,
    last: duty.done,
    missed: duty.missed.length,
    isWaiting: !duty.isDone && duty.due === undefined,
  };
}

function credentialStatus(clause: Clause, obligations: readonly Obligation[]): ClauseStatus {
  const left = obligations.filter(({ done }) => done === undefined);
  const overdue = left.filter(({ isOverdue }) => isOverdue).length;
  return {
    clause,
    total: obligations.length,
    done: obligations.length - left.length,
    late: obligations.filter(({ isLate }) => isLate).length,
    open: left.length - overdue,
    overdue,
    due: left.flatMap(({ due }) => due ?? []).toSorted()[0],
    last: obligations
      .flatMap(({ done }) => done ?? [])
      .toSorted()
      .at(-1),
    missed: 0,
    isWaiting: left.some(({ due }) => due === undefined),
  };
}

function debtsOf(
  each: readonly { readonly item: Item; readonly obligations: readonly Obligation[] }[],
  clauses: readonly ClauseStatus[],
): Debt[] {
  const debts = new Map<string, Debt>();
  const owe = (owner: string, clause: string, due: Instant | undefined, isOverdue: boolean): void => {
    const known = debts.get(`${clause} ${owner}`) ?? { owner, clause, open: 0, overdue: 0, due: undefined };
    const earliest = [known.due, due].flatMap((time) => time ?? []).toSorted()[0];
    const more = isOverdue ? { overdue: known.overdue + 1 } : { open: known.open + 1 };
    debts.set(`${clause} ${owner}`, { ...known, ...more, due: earliest });
  };
  for (const { item, obligations } of each) {
    for (const { clause, due, done, isOverdue } of obligations) {
      // Who was given the reset does not owe the look into the logs.
      const given = clause.done === 'remediated' ? item.standing.owner : undefined;
      if (done === undefined) owe(given ?? `[${clause.who}]`, clause.id, due, isOverdue);
    }
  }
  for (const { clause, done, due, overdue } of clauses) {
    if (clause.scope.of === 'organization' && done === 0) owe(`[${clause.who}]`, clause.id, due, overdue > 0);
  }
  const key = ({ overdue, due, owner, clause }: Debt): string =>
    `${overdue > 0 ? 0 : 1} ${due ?? '9'} ${owner} ${clause}`;
  return [...debts.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Number of credentials by state and severity. */
export function countsOf(items: readonly Item[]): Status['counts'] {
  const count = (state: State, severity: Severity): number =>
    items.filter((item) => item.standing.state === state && item.severity === severity).length;
  const bySeverity = (state: State): Record<Severity, number> =>
    Object.fromEntries(severities.map((severity) => [severity, count(state, severity)])) as Record<Severity, number>;
  return Object.fromEntries(states.map((state) => [state, bySeverity(state)])) as Status['counts'];
}
