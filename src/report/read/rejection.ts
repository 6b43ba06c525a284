import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from './group-by.ts';

/** Rows of one file that could not be read, by reason. `firstRecord` and `firstLine` say where to look. */
export interface FileRejections {
  readonly file: string;
  readonly rejected: number;
  readonly reasons: readonly RejectionReason[];
}

export interface RejectionReason {
  readonly reason: string;
  readonly count: number;
  readonly firstRecord: number | null;
  readonly firstLine: number | null;
}

type FileRow = { file_id: number; file: string; rejected: number };
type ReasonRow = {
  file_id: number;
  reason: string;
  count: number;
  firstRecord: number | null;
  firstLine: number | null;
};

/** Every file with rejections, by path; reasons most frequent first. */
export async function readRejections(store: Store): Promise<FileRejections[]> {
  const files = await store.rows<FileRow>(sql`
    select file_id, path as file, rejected from evidence_file where rejected > 0 order by path, sha256, file_id`);
  const reasons = groupBy(
    await store.rows<ReasonRow>(sql`
      select file_id, coalesce(reason, '') as reason, count(*) as count, min(record) as firstRecord, min(line) as firstLine
      from rejection group by all order by file_id, count desc, reason`),
    (row) => row.file_id,
  );
  return files.map(({ file_id, file, rejected }) => ({
    file,
    rejected,
    reasons: (reasons.get(file_id) ?? []).map(({ reason, count, firstRecord, firstLine }) => ({
      reason,
      count,
      firstRecord,
      firstLine,
    })),
  }));
}
