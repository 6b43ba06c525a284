import type { FaultPlace } from '../../shape/fault.ts';
import type { Condition } from './condition.ts';
import type { Selection } from './selection.ts';

export const groups = ['principal', 'application', 'application concerned'] as const;
export const habits = ['tells nothing', 'lowers severity'] as const;
export const levels = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof levels)[number];

export const statuses = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;
export type Status = (typeof statuses)[number];

/** Where the records come from that a rule looks at; lower case. `definition` is not kept: it is prose. */
export interface LogSource {
  readonly product: string | undefined;
  readonly category: string | undefined;
  readonly service: string | undefined;
  readonly place: FaultPlace;
}

/** Records in a real export's spelling, and whether the rule must find them. */
export interface RuleExample {
  readonly name: string;
  readonly fires: boolean;
  readonly records: readonly unknown[];
  readonly place: FaultPlace;
}

/** What rules and correlations say of themselves. */
export interface RuleFacts {
  /** File name without ending; `-2`, `-3` ... is added for further rules of one file. */
  readonly detection: string;
  readonly title: string;
  readonly id: string | undefined;
  /** By which correlations may call it, like the id. */
  readonly name: string | undefined;
  readonly status: Status | undefined;
  /** Empty if the rule has none. */
  readonly description: string;
  readonly references: readonly string[];
  readonly author: string | undefined;
  /** As written, e.g. `2026-11-21`. */
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly falsePositives: readonly string[];
  /** `medium` if the rule does not say. */
  readonly level: Level;
  /** What the responder does next; a general sentence if the rule does not say. */
  readonly next: string;
  readonly examples: readonly RuleExample[];
  readonly place: FaultPlace;
}

/** Selections and the condition over them. */
export interface Detection {
  /** By name, in the order of the file. */
  readonly selections: ReadonlyMap<string, Selection>;
  /** A list of conditions has become one `or`. */
  readonly condition: Condition;
}

/** One Sigma detection rule, checked and with all modifiers applied. Nothing in it depends on our tables. */
export interface Rule extends RuleFacts, Detection {
  readonly logSource: LogSource;
  /** What makes one finding: each principal, each application that acts whoever the record names, or each that is changed. A key of ours. */
  readonly group: (typeof groups)[number];
  /** Whether a finding weighs less if its like was there from the beginning of the evidence to its end. A key of ours. */
  readonly habit: (typeof habits)[number];
  /** The filters that narrow the rule. */
  readonly filters: readonly Filter[];
}

/** A Sigma filter: narrows the rules that it names. */
export interface Filter extends Detection {
  readonly title: string;
  readonly logSource: LogSource;
  /** Ids and names; undefined for `any`, all rules of the log source. */
  readonly rules: readonly Reference[] | undefined;
  readonly place: FaultPlace;
}

/** A rule or correlation as another document calls it, by id or name. */
export interface Reference {
  readonly text: string;
  readonly place: FaultPlace;
}

/** Whether the reference means this document. */
export function isCalled({ id, name }: Pick<RuleFacts, 'id' | 'name'>, { text }: Reference): boolean {
  return id === text || name === text;
}
