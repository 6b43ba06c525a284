import type { StageId } from '../../shape/story.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';

/** The records of one tenant in order of time. The names are those of the writers in a `Format`. */
export interface Evidence {
  readonly signIn: readonly SignIn[];
  readonly directoryAudit: readonly DirectoryAudit[];
  readonly unifiedAudit: readonly UnifiedAudit[];
  readonly graphActivity: readonly GraphActivity[];
}

/** What the attacker did in one step, by the ids of the records that show it (`requestId` of Graph activity). */
export interface Stage {
  readonly id: StageId;
  readonly signIn: readonly string[];
  readonly directoryAudit: readonly string[];
  readonly unifiedAudit: readonly string[];
  readonly graphActivity: readonly string[];
}

export interface Scenario {
  readonly production: Evidence;
  readonly test: Evidence;
  readonly truth: readonly Stage[];
}
