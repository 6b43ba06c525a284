import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';
import type { StageId } from '../../shape/story.ts';
import type { Evidence, Stage } from './evidence.ts';
import { stageIds } from '../../shape/story.ts';

type Log = keyof Evidence;
type Listed = Record<Log, string[]>;

const emptyLists = (): Listed => ({ signIn: [], directoryAudit: [], unifiedAudit: [], graphActivity: [] });

/** Which records belong to the attacker, kept while the story is told. */
export class Truth {
  readonly #stages = new Map<StageId, Listed>(stageIds.map((id) => [id, emptyLists()]));

  mark(stage: StageId | undefined, log: Log, id: string): void {
    if (stage !== undefined) this.#stages.get(stage)?.[log].push(id);
  }

  stages(): Stage[] {
    return [...this.#stages].map(([id, lists]) => ({ id, ...lists }));
  }
}

/** Takes the records of one tenant in any order and gives them back in order of time, then of id. */
export class Chronicle {
  readonly #truth: Truth;
  readonly #signIn: SignIn[] = [];
  readonly #directoryAudit: DirectoryAudit[] = [];
  readonly #unifiedAudit: UnifiedAudit[] = [];
  readonly #graphActivity: GraphActivity[] = [];

  constructor(truth: Truth) {
    this.#truth = truth;
  }

  signIn(record: SignIn, stage?: StageId): SignIn {
    this.#signIn.push(record);
    this.#truth.mark(stage, 'signIn', record.id);
    return record;
  }

  directoryAudit(record: DirectoryAudit, stage?: StageId): DirectoryAudit {
    this.#directoryAudit.push(record);
    this.#truth.mark(stage, 'directoryAudit', record.id);
    return record;
  }

  unifiedAudit(record: UnifiedAudit, stage?: StageId): UnifiedAudit {
    this.#unifiedAudit.push(record);
    this.#truth.mark(stage, 'unifiedAudit', record.Id);
    return record;
  }

  graphActivity(record: GraphActivity, stage?: StageId): GraphActivity {
    this.#graphActivity.push(record);
    this.#truth.mark(stage, 'graphActivity', record.requestId);
    return record;
  }

  evidence(): Evidence {
    return {
      signIn: sorted(this.#signIn, (record) => record.createdDateTime + record.id),
      directoryAudit: sorted(this.#directoryAudit, (record) => record.activityDateTime + record.id),
      unifiedAudit: sorted(this.#unifiedAudit, (record) => record.CreationTime + record.Id),
      graphActivity: sorted(this.#graphActivity, (record) => record.timeGenerated + record.requestId),
    };
  }
}

function sorted<Record>(records: readonly Record[], keyOf: (record: Record) => string): Record[] {
  return records.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
