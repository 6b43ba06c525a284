import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** One file of evidence as it was read. `records` are the distinct records kept; rejections are not among them. */
export type CustodyRow = {
  file: string;
  sha256: string;
  bytes: number;
  source: string;
  records: number;
  duplicates: number;
  rejected: number;
  first: Instant | null;
  last: Instant | null;
};

/** Every file of evidence, by path. */
export async function readCustody(store: Store): Promise<CustodyRow[]> {
  return await store.rows<CustodyRow>(sql`
    select path as file, sha256, bytes, coalesce(source, '') as source, coalesce(read, 0) - coalesce(duplicates, 0) as records,
      coalesce(duplicates, 0) as duplicates, coalesce(rejected, 0) as rejected, iso(first) as first, iso(last) as last
    from evidence_file order by path, sha256, file_id`);
}

/** A file by its number, for the places where evidence is listed. */
export type FileName = { file: string; sha256: string };

/** Path and SHA-256 of every file by its number. */
export async function readFileNames(store: Store): Promise<Map<number, FileName>> {
  const rows = await store.rows<FileName & { file_id: number }>(
    sql`select file_id, path as file, sha256 from evidence_file order by file_id`,
  );
  return new Map(rows.map(({ file_id, file, sha256 }) => [file_id, { file, sha256 }]));
}
