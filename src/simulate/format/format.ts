import type { DirectoryAudit, GraphActivity, SignIn, UnifiedAudit } from '../record.ts';

export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be';

/** What all formats understand. A format ignores what it has no use for; each has its tool's habit as the default. */
export interface WriteOptions {
  /** UTF-16 is written with its byte order mark. */
  readonly encoding?: Encoding;
  /** Between records and lines, never inside a value. */
  readonly newline?: '\n' | '\r\n';
  /** Records in one page, batch or message of formats that have those; the default is everything in one. */
  readonly pageSize?: number;
  /** Log Analytics CSV only: headers and times as the portal writes them, `TimeGenerated [UTC]` and `1/8/2024, 3:04:05.123 AM`. */
  readonly utcHeader?: boolean;
  /** Diagnostic lines only: one blob for each hour, as the storage account has it, instead of one file a category. */
  readonly hourly?: boolean;
  /** The tenant of directory audits, which do not say it themselves; the simulated tenant unless given. */
  readonly tenantId?: string;
}

export interface WrittenFile {
  /** Relative path as the tool gives it, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Pure: the same records give the same bytes, in the order given. Several files if the tool splits by kind; none without records. */
type Write<Record> = (records: readonly Record[], options?: WriteOptions) => WrittenFile[];

/** One export format with a writer for each log that it can carry. */
export interface Format {
  readonly id: string;
  readonly title: string;
  readonly signIn?: Write<SignIn>;
  readonly directoryAudit?: Write<DirectoryAudit>;
  readonly unifiedAudit?: Write<UnifiedAudit>;
  readonly graphActivity?: Write<GraphActivity>;
}
