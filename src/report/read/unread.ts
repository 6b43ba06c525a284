import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from './group-by.ts';

/** Values of one file that are there and could not be read; they count as not exported. */
export interface FileUnread {
  readonly file: string;
  readonly columns: readonly UnreadColumn[];
}

export interface UnreadColumn {
  /** What the values say, as our tables call it, e.g. `accountEnabled`. */
  readonly column: string;
  readonly values: number;
  readonly firstRecord: number;
}

/** Every file with such values, by path; most frequent first. */
export async function readUnread(store: Store): Promise<FileUnread[]> {
  const rows = await store.rows<{ id: number; file: string; column: string; values: number; firstRecord: number }>(sql`
    select file_id as id, path as file, "column", "values", firstRecord
    from unread_value join evidence_file using (file_id) order by path, sha256, file_id, "values" desc, "column"`);
  return [...groupBy(rows, ({ id }) => id).values()].map((own) => ({
    file: own[0]?.file ?? '',
    columns: own.map(({ column, values, firstRecord }) => ({ column, values, firstRecord })),
  }));
}
