import type { StageId } from '../../shape/story.ts';
import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';

/** The records of one tenant in order of time. The names are those of the writers in a `Format`. */
export interface Evidence {
  readonly signIn: readonly SignIn[];
  readonly directoryAudit: readonly DirectoryAudit[];
  readonly unifiedAudit: readonly UnifiedAudit[];
  readonly graphActivity: readonly GraphActivity[];
}

export type LogName = keyof Evidence;

/** What the attacker did in one step, by the ids of the records that show it (`requestId` of Graph activity). */
export interface Stage {
  readonly id: StageId;
  readonly first: string;
  readonly last: string;
  /** User principal names and names of applications that did it, sorted; of a spray the accounts that were guessed at. */
  readonly principals: readonly string[];
  readonly signIn: readonly string[];
  readonly directoryAudit: readonly string[];
  readonly unifiedAudit: readonly string[];
  readonly graphActivity: readonly string[];
}

/** Whose mail was read, through what, and how many messages the log names. */
export interface ReadMailbox {
  readonly mailbox: string;
  readonly application: string;
  readonly messages: number;
}

/** One intruder, with everything that they did. */
export interface Intrusion {
  readonly scenario: string;
  readonly parameters: object;
  readonly stages: readonly Stage[];
  readonly mailboxes: readonly ReadMailbox[];
}
