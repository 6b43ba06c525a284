import type { Severity } from './severity.ts';

/** The tables that hold events, one row a record. */
export const eventTables = ['sign_in', 'activity', 'graph_activity'] as const;

export type EventTable = (typeof eventTables)[number];

/**
 * The logs that a record can come from, kept in the column `log` of every event table.
 * A detection names the logs it needs; where none of them is in the case it was not examined.
 */
export const logs = [
  'sign-in',
  'non-interactive-sign-in',
  'service-principal-sign-in',
  'managed-identity-sign-in',
  'adfs-sign-in',
  'directory-audit',
  'unified-audit',
  'graph-activity',
  'azure-activity',
  'risk-detection',
] as const;

export type Log = (typeof logs)[number];

/** What every detection, Sigma rule or analysis, says of itself. */
export interface DetectionFacts {
  /** File name without endings, e.g. `app-role-full-access-as-app`. */
  readonly detection: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** ATT&CK technique ids such as `T1098.003`, sorted. */
  readonly techniques: readonly string[];
  /** What the responder does next, one or two sentences. */
  readonly next: string;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  /** The logs that it looks at. Any one of them is enough to examine it, unless `needs` says more. */
  readonly logs: readonly Log[];
  /** Of each of these groups one log must be in the case, such as for a correlation of a sign-in with a change. */
  readonly needs?: readonly (readonly Log[])[];
}
