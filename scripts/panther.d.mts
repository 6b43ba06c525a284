import type { detect, openCase } from '../src/index.ts';
import type { openEvidence } from '../src/ingest/evidence.ts';
import type { ingestContent } from '../src/ingest/ingest-file.ts';
import type { sql } from '../src/store/sql.ts';

/** One test of one rule of panther-analysis. */
export interface LabelledEvent {
  /** The rule's file, without ending. */
  readonly rule: string;
  /** Place among the tests of that file, from 1. */
  readonly number: number;
  readonly expected: boolean;
  readonly record: unknown;
}

/** What `test/real/panther-claims.yml` says of one rule. */
export interface Claim {
  readonly claims?: readonly string[];
  readonly none?: string;
  readonly differs?: Readonly<Record<number, string>>;
}

/** The detections that an event gave; undefined if it is no record of ours. */
export interface Outcome {
  readonly event: LabelledEvent;
  readonly found: readonly string[] | undefined;
}

export interface Decision {
  readonly event: LabelledEvent;
  readonly verdict: 'as labelled' | 'otherwise' | 'not claimed';
  readonly isFound?: boolean;
  /** Why it is not decided, or otherwise than labelled. */
  readonly reason: string | undefined;
}

export interface Program {
  readonly openCase: typeof openCase;
  readonly openEvidence: typeof openEvidence;
  readonly ingestContent: typeof ingestContent;
  readonly detect: typeof detect;
  readonly sql: typeof sql;
}

export function readClaims(): Promise<Record<string, Claim>>;
export function readEvents(folder: string): Promise<LabelledEvent[]>;
/** Reads all events into one case and examines it with our rules and those in the folders `rules`. */
export function runEvents(
  program: Program,
  events: readonly LabelledEvent[],
  rules: readonly string[],
): Promise<Outcome[]>;
export function decide(outcome: Outcome, claims: Readonly<Record<string, Claim>>): Decision;
