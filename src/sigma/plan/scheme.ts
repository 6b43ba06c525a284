import { type EventTable, type Log, logs } from '../../shape/detection.ts';
import { eventColumns } from '../../store/tables.ts';
import { type FieldHome, homeOf } from '../field/field.ts';
import { translateItem, type TranslatedItem } from '../field/translation.ts';
import { type SourceTable, tablesOf, whyUnknown } from '../field/log-source.ts';
import type { LogSource } from '../parse/rule.ts';
import type { Item } from '../parse/selection.ts';

/**
 * What rules are held against: which tables a log source means, and where they keep a field. Every table has the columns
 * `file_id`, `record`, `time`, `principal` and `raw`, the record as JSON text.
 */
export interface Scheme {
  /** Undefined if nothing is known of the log source. */
  readonly tablesOf: (source: LogSource) => readonly SourceTable[] | undefined;
  /** Types of the columns by name. */
  readonly columnsOf: (table: string) => Readonly<Record<string, string>>;
  /** Undefined if no column has the field: it is then a path in the record. Without logs what it means in all of them. */
  readonly homeOf: (table: string, field: string, logs?: readonly Log[]) => FieldHome | undefined;
  /** What an item means in these logs, in the words of each place where its field may be. */
  readonly translate: (item: Item, table: string, logs: readonly Log[]) => readonly TranslatedItem[];
  /** Whether what has this name in a record is an object and never an array, so that nobody need look. */
  readonly isObject: (name: string) => boolean;
  /** Why nothing is known of a log source, or what is known instead. */
  readonly whyUnknown: (source: LogSource) => string;
}

/** What exports write as an object wherever they have it. */
const objects = new Set([
  'properties',
  'status',
  'devicedetail',
  'location',
  'initiatedby',
  'identity',
  'item',
  'parentfolder',
  'folder',
]);

/** The tables of a case, with the field map of `content/field`. */
export const caseScheme: Scheme = {
  tablesOf,
  columnsOf: (table) => eventColumns[table as EventTable],
  homeOf,
  translate: translateItem,
  isObject: (name) => objects.has(name.toLowerCase()),
  whyUnknown,
};

/** One table `event` of JSON records that every log source means; each field is a path in the record. */
export const recordScheme: Scheme = {
  tablesOf: () => [{ table: 'event', logs, where: {} }],
  columnsOf: () => ({}),
  homeOf: () => undefined,
  translate: (item) => [{ item, home: undefined }],
  isObject: () => false,
  whyUnknown: () => 'Every log source is known.',
};
