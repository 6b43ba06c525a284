/** What an audit of a tenant's directory has to say. */
export interface PostureTruth {
  /** What was planted, or what an intruder made. */
  readonly planted: readonly ToldWeakness[];
  /** What an audit names although nobody planted it: the tenant lives with it. */
  readonly accepted: readonly ToldWeakness[];
}

export interface ToldWeakness {
  readonly tenant: string;
  /** Id of the lesson that it is of; `intrusion` for what an intruder made. */
  readonly lesson: string;
  /** Id of a check that is not met. */
  readonly check: string;
  /** Ids of objects that it names, sorted; it may name others too. */
  readonly objects: readonly string[];
  readonly why: string;
}

/** Who can become whom. */
export interface PathTruth {
  readonly planted: readonly ToldPath[];
  /** What looks like a way and is none. */
  readonly nearMisses: readonly Omit<ToldPath, 'edges'>[];
}

export interface ToldPath {
  /** Of the end. */
  readonly tenant: string;
  /** Ids of objects; the ends are `mailboxes` and `global-admin`. */
  readonly from: string;
  readonly to: string;
  /** Kinds of steps that it has, in order; there may be others between and behind them. */
  readonly edges: readonly string[];
  readonly why: string;
}

/** Empty if no directory was written. */
export interface DirectoryTruth {
  readonly posture?: PostureTruth;
  readonly paths?: PathTruth;
}
