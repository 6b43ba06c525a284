import type { Instant } from './instant.ts';
import type { Severity } from './severity.ts';

/** The record that proves a statement: file as the user named it, its SHA-256 and the record's number in it, from 1. */
export interface Evidence {
  readonly file: string;
  readonly sha256: string;
  readonly record: number;
}

/** What a detection found, with at least one record as proof. `findings.json` is an array of these. */
export interface Finding {
  /** Stable for the same detection and the same actor: 16 hexadecimal digits. */
  readonly id: string;
  /** Name of the detection: the rule's or analysis' file name without endings. */
  readonly detection: string;
  readonly title: string;
  readonly severity: Severity;
  /** ATT&CK technique ids such as `T1110.003`, sorted. */
  readonly techniques: readonly string[];
  readonly first: Instant;
  readonly last: Instant;
  /** Number of records that matched; `evidence` may list fewer, never none. */
  readonly count: number;
  readonly principals: readonly string[];
  readonly ips: readonly string[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** What the responder does next. */
  readonly next: string;
  /** Why it is believed, in words and with the numbers; null where title and description say all. */
  readonly why: string | null;
}
