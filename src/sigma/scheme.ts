import { type EventTable, logs } from '../shape/detection.ts';
import { eventColumns } from '../store/tables.ts';
import { type FieldHome, homeOf } from './field.ts';
import { knownSources, type SourceTable, tablesOf } from './log-source.ts';
import type { LogSource } from './rule.ts';

/**
 * What rules are held against: which tables a log source means, and where they keep a field. Every table has the columns
 * `file_id`, `record`, `time`, `principal` and `raw`, the record as JSON text.
 */
export interface Scheme {
  /** Undefined if nothing is known of the log source. */
  readonly tablesOf: (source: LogSource) => readonly SourceTable[] | undefined;
  /** Types of the columns by name. */
  readonly columnsOf: (table: string) => Readonly<Record<string, string>>;
  /** Undefined if no column has the field: it is then a path in the record. */
  readonly homeOf: (table: string, field: string) => FieldHome | undefined;
  /** The known log sources in one sentence. */
  readonly knownSources: () => string;
}

/** The tables of a case, with the field map of `content/field`. */
export const caseScheme: Scheme = {
  tablesOf,
  columnsOf: (table) => eventColumns[table as EventTable],
  homeOf: (table, field) => homeOf(table as EventTable, field),
  knownSources,
};

/** One table `event` of JSON records that every log source means; each field is a path in the record. */
export const recordScheme: Scheme = {
  tablesOf: () => [{ table: 'event', logs, where: {} }],
  columnsOf: () => ({}),
  homeOf: () => undefined,
  knownSources: () => 'Every log source is known.',
};
