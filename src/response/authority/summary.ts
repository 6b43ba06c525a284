import type { Instant } from '../../shape/instant.ts';
import { severities, type Severity } from '../../shape/severity.ts';
import type { Store } from '../../store/store.ts';
import { noHash } from '../journal/entry.ts';
import { type Application, Clocks } from '../obligation/clocks.ts';
import { countsOf, type Status, statusOf } from '../obligation/status.ts';
import { fold, untouched } from '../register/fold.ts';
import type { LoadedRegister } from '../register/load-register.ts';
import type { Item } from '../register/select.ts';
import { isRemediated, type State, states } from '../register/state.ts';
import { type MailCoverage, readMailCoverage } from './coverage.ts';

/** How many credentials of one system or kind, and how far they are. */
export interface Group {
  readonly name: string;
  readonly total: number;
  readonly remediated: number;
  readonly verified: number;
  readonly contradicted: number;
}

/** What an authority is told: counts and times, no values, accounts, subjects or names of people. */
export interface AuthoritySummary {
  readonly application: Application;
  readonly status: Status;
  readonly bySystem: readonly Group[];
  readonly byKind: readonly Group[];
  readonly dates: {
    readonly discovered: Instant | undefined;
    readonly firstRemediated: Instant | undefined;
    readonly lastRemediated: Instant | undefined;
  };
  /** What changed since an earlier time: number by state, then and now. */
  readonly change:
    | { readonly since: Instant; readonly before: Readonly<Record<State, number>>; readonly entered: number }
    | undefined;
  readonly coverage: MailCoverage;
  /** Names this state of the journal, so that the same report can be made again and compared. */
  readonly journal: { readonly lines: number; readonly hash: string };
}

/** @param loaded the register as it was at `application.now`. */
export async function summariseForAuthority(
  store: Store,
  loaded: LoadedRegister,
  application: Application,
  since: Instant | undefined,
): Promise<AuthoritySummary> {
  const { items, entries, register } = loaded;
  const remediated = items
    .flatMap(({ standing }) => (isRemediated(standing.state) ? (standing.remediated ?? []) : []))
    .toSorted();
  return {
    application,
    status: statusOf(items, register, application),
    bySystem: groupsOf(items, ({ system }) => (system === '' ? 'not known' : system)),
    byKind: groupsOf(items, ({ kind }) => kind),
    dates: {
      discovered: new Clocks(application, register).discovery,
      firstRemediated: remediated[0],
      lastRemediated: remediated.at(-1),
    },
    change: since === undefined ? undefined : changeSince(items, loaded, since),
    coverage: await readMailCoverage(store),
    journal: { lines: entries.length, hash: entries.at(-1)?.hash ?? noHash },
  };
}

function changeSince(items: readonly Item[], { entries }: LoadedRegister, since: Instant): AuthoritySummary['change'] {
  const { standings } = fold(entries, since);
  const then = items.map((item) => ({ ...item, standing: standings.get(item.id) ?? untouched }));
  const counts = countsOf(then.filter(({ standing }) => standing.entered !== undefined));
  const before = Object.fromEntries(states.map((state) => [state, sumOf(counts[state])])) as Record<State, number>;
  const entered = items.filter(
    ({ standing }, index) => standing.entered !== undefined && then[index]?.standing.entered === undefined,
  );
  return { since, before, entered: entered.length };
}

/** Over all severities. */
export function sumOf(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

function groupsOf(items: readonly Item[], nameOf: (item: Item) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const name = nameOf(item);
    const known = groups.get(name) ?? { name, total: 0, remediated: 0, verified: 0, contradicted: 0 };
    const { state } = item.standing;
    groups.set(name, {
      name,
      total: known.total + 1,
      remediated: known.remediated + Number(isRemediated(state)),
      verified: known.verified + Number(state === 'verified'),
      contradicted: known.contradicted + Number(state === 'contradicted'),
    });
  }
  return [...groups.values()].toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
