import type { Columns } from './columns.ts';

/** A table of what a directory held: its columns, and which of them say that two rows are about the same thing. */
export interface DirectoryTable {
  readonly columns: Columns;
  /** Rows that agree in these are one thing; its other columns come from the newest export that has a value. */
  readonly key: readonly string[];
}

/** Columns, and the key among them. */
export const table = (columns: Columns, ...key: string[]): DirectoryTable => ({ columns, key });
