import type { KeyMaterial } from '../mail/piece.ts';

/** A message at the top of a file, or with 0 what is in the file and in no message. */
export interface Unit {
  readonly fileId: number;
  /** From 1 in the order of the file. */
  readonly unit: number;
}

/** Files to scan; of a large one a share of its messages. */
export interface ScanTask {
  readonly files: readonly { readonly fileId: number; readonly path: string }[];
  /** Of the messages at the top of each file those whose number leaves `index` when divided by `of`. */
  readonly share: { readonly index: number; readonly of: number };
  /** Units that ended a worker before: they are not tried again. */
  readonly skipped: readonly Unit[];
}

/** What every worker is told at its start. It holds the key of the fingerprints, which is never written down. */
export interface ScanSetup {
  readonly key: Uint8Array;
  /** Where workers lay what they unpack, and write their rows. */
  readonly folder: string;
  /** Files with rules of the user's own. */
  readonly rules: readonly string[];
}

/** A key that needs a passphrase: tried with the passwords of the whole run at its end. In memory only. */
export interface LockedKey {
  readonly fingerprint: string;
  readonly key: KeyMaterial;
}

/** What was read of one file. */
export interface FileCounts {
  readonly fileId: number;
  readonly reader: string;
  readonly parts: number;
  readonly characters: number;
}

/** What a worker says when it is done with a task. */
export interface ScanResult {
  readonly files: readonly FileCounts[];
  /** Files of rows, one JSON object a line, by table. */
  readonly rows: Readonly<Record<RowTable, string>>;
  readonly lockedKeys: readonly LockedKey[];
  /** Values that may be passphrases, by fingerprint. In memory only. */
  readonly passphrases: ReadonlyMap<string, string>;
}

/** What workers write rows for. */
export const rowTables = ['message', 'place', 'unread', 'key'] as const;

export type RowTable = (typeof rowTables)[number];
