import { createHash } from 'node:crypto';
import { type Instant, parseInstant } from '../../shape/instant.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * What can be written down. `enter` begins the time of a credential; `verify` and `contradict` are what logs say to a claim;
 * `clause` says that the organization has done what a directive asks; `told` that a correspondent was told.
 */
const actions = [
  'enter',
  'assign',
  'reset',
  'deactivate',
  'verify',
  'contradict',
  'dismiss',
  'reopen',
  'note',
  'clause',
  'told',
] as const;

export type Action = (typeof actions)[number];

/** What is to be written: `values` are texts, such as `at` (when it was done), `to`, `due`, `note`. Never a secret. */
export interface Step {
  readonly action: Action;
  readonly credentials: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** One line of the journal. */
export interface Entry extends Step {
  /** From 1. */
  readonly number: number;
  /** When it was written. */
  readonly time: Instant;
  /** Who wrote it. */
  readonly actor: string;
  /** Hash of the line before; 64 zeros in the first. */
  readonly before: string;
  /** SHA-256 of the canonical JSON of all the rest. */
  readonly hash: string;
}

export const noHash = '0'.repeat(64);

/** The entry with its hash. */
export function sealed(rest: Omit<Entry, 'hash'>): Entry {
  const { number, time, actor, action, credentials, values, before } = rest;
  const body = { number, time, actor, action, credentials, values, before };
  return { ...body, hash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}

/** The line without its end. */
export function lineOf(entry: Entry): string {
  return canonicalJson({ ...entry });
}

/** The entry that a line says; a text says why it is none. Hash and order are not looked at. */
export function parseEntry(line: string): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'the line is no JSON; it is cut or was changed';
  }
  if (!isEntry(value)) return 'the line lacks fields of the journal, or has others';
  return canonicalJson({ ...value }) === line ? value : 'the line is not written as the journal writes it';
}

const fields = 'action,actor,before,credentials,hash,number,time,values';

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || Object.keys(value).toSorted().join(',') !== fields) return false;
  const entry = value as Record<keyof Entry, unknown>;
  const { credentials, values } = entry;
  const areTexts = (list: readonly unknown[]): boolean => list.every((item) => typeof item === 'string');
  return (
    Number.isSafeInteger(entry.number) &&
    actions.some((action) => action === entry.action) &&
    areTexts([entry.time, entry.actor, entry.before, entry.hash]) &&
    parseInstant(String(entry.time)) === entry.time &&
    Array.isArray(credentials) &&
    areTexts(credentials) &&
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    areTexts(Object.values(values))
  );
}
