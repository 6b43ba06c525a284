import type { StageId } from '../../shape/story.ts';
import type { DatedEffect, Effect } from '../directory/effect.ts';
import { stageIds } from '../../shape/story.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';
import { tenant } from '../tenant.ts';
import type { Account } from './account.ts';
import type { Evidence, LogName, ReadMailbox, Stage } from './evidence.ts';
import type { Change } from './make-audit.ts';

type Lists = Record<LogName, string[]>;

interface Deed {
  readonly times: string[];
  readonly principals: Set<string>;
  readonly lists: Lists;
}

/** Which records belong to an intruder, kept while the story is told. */
export class Truth {
  readonly #without: ReadonlySet<StageId>;
  readonly #deeds = new Map<StageId, Deed>();
  readonly #mailboxes = new Map<string, { mailbox: string; application: string; messages: number }>();

  /** @param without stages of which no record is kept. */
  constructor(without: readonly StageId[] = []) {
    this.#without = new Set(without);
  }

  /** Whether the record is to be kept. */
  mark(stage: StageId | undefined, log: LogName, id: string, time: string, principal: string): boolean {
    if (stage === undefined) return true;
    if (this.#without.has(stage)) return false;
    const deed = this.#deeds.get(stage) ?? { times: [], principals: new Set(), lists: emptyLists() };
    this.#deeds.set(stage, deed);
    deed.times.push(time);
    deed.principals.add(principal);
    deed.lists[log].push(id);
    return true;
  }

  read(mailbox: string, application: string, messages: number): void {
    if (this.#without.has('mail-access')) return;
    const key = `${mailbox} ${application}`;
    const known = this.#mailboxes.get(key) ?? { mailbox, application, messages: 0 };
    known.messages += messages;
    this.#mailboxes.set(key, known);
  }

  /** Those that have a record, in the order in which stages usually follow each other. */
  stages(): Stage[] {
    return stageIds.flatMap((id) => {
      const deed = this.#deeds.get(id);
      if (deed === undefined) return [];
      const times = deed.times.toSorted();
      const ends = { first: times.at(0) ?? '', last: times.at(-1) ?? '' };
      return [{ id, ...ends, principals: [...deed.principals].toSorted(), ...deed.lists }];
    });
  }

  mailboxes(): ReadMailbox[] {
    return [...this.#mailboxes.values()];
  }
}

const emptyLists = (): Lists => ({ signIn: [], directoryAudit: [], unifiedAudit: [], graphActivity: [] });

/** Takes the records of one tenant in any order and gives them back in order of time, then of id. */
export class Chronicle {
  readonly tenantId: string;
  readonly truth: Truth;
  readonly #signIn: SignIn[] = [];
  readonly #directoryAudit: DirectoryAudit[] = [];
  readonly #unifiedAudit: UnifiedAudit[] = [];
  readonly #graphActivity: GraphActivity[] = [];
  /** What the intruder found or made in the directory, whether anything of it is logged or not. */
  readonly effects: DatedEffect[] = [];

  constructor(truth: Truth, tenantId: string = tenant.id) {
    this.truth = truth;
    this.tenantId = tenantId;
  }

  signIn(record: SignIn, stage?: StageId): SignIn {
    const principal = record.userPrincipalName === '' ? record.appDisplayName : record.userPrincipalName;
    if (this.truth.mark(stage, 'signIn', record.id, record.createdDateTime, principal)) this.#signIn.push(record);
    return record;
  }

  directoryAudit(record: DirectoryAudit, stage?: StageId): DirectoryAudit {
    const { user, app } = record.initiatedBy;
    const principal = user?.userPrincipalName ?? app?.displayName ?? '';
    if (this.truth.mark(stage, 'directoryAudit', record.id, record.activityDateTime, principal))
      this.#directoryAudit.push(record);
    return record;
  }

  /** @param by name of the application, if one did it. */
  unifiedAudit(record: UnifiedAudit, stage?: StageId, by = record.UserId): UnifiedAudit {
    if (this.truth.mark(stage, 'unifiedAudit', record.Id, `${record.CreationTime}.000Z`, by))
      this.#unifiedAudit.push(record);
    return record;
  }

  /** @param by user principal name or name of the application. */
  graphActivity(record: GraphActivity, stage?: StageId, by = ''): GraphActivity {
    if (this.truth.mark(stage, 'graphActivity', record.requestId, record.timeGenerated, by))
      this.#graphActivity.push(record);
    return record;
  }

  changed({ time, effect, by }: Change): void {
    if (effect !== undefined) this.effects.push({ time, effect, ...('account' in by ? { by: by.account } : {}) });
  }

  /** What was in the directory before the first day. */
  was(time: string, effect: Effect, by?: Account): void {
    this.effects.push({ time, effect, ...(by === undefined ? {} : { by }) });
  }

  evidence(): Evidence {
    return mergeEvidence([
      {
        signIn: this.#signIn,
        directoryAudit: this.#directoryAudit,
        unifiedAudit: this.#unifiedAudit,
        graphActivity: this.#graphActivity,
      },
    ]);
  }
}

/** The records of several chronicles of one tenant, in order of time, then of id. */
export function mergeEvidence(parts: readonly Evidence[]): Evidence {
  return {
    signIn: sorted(
      parts.flatMap(({ signIn }) => signIn),
      (record) => record.createdDateTime + record.id,
    ),
    directoryAudit: sorted(
      parts.flatMap(({ directoryAudit }) => directoryAudit),
      (record) => record.activityDateTime + record.id,
    ),
    unifiedAudit: sorted(
      parts.flatMap(({ unifiedAudit }) => unifiedAudit),
      (record) => record.CreationTime + record.Id,
    ),
    graphActivity: sorted(
      parts.flatMap(({ graphActivity }) => graphActivity),
      (record) => record.timeGenerated + record.requestId,
    ),
  };
}

function sorted<Record>(records: readonly Record[], keyOf: (record: Record) => string): Record[] {
  const keyed = records.map((record) => ({ key: keyOf(record), record }));
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(({ record }) => record);
}
