import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** A place where the evidence may be incomplete. `kind` is a closed set of the ingest. */
export type GapRow = {
  kind: string;
  log: string | null;
  file: string | null;
  first: Instant | null;
  last: Instant | null;
  detail: string;
};

/** Every gap, by log, time and kind. */
export async function readGaps(store: Store): Promise<GapRow[]> {
  return await store.rows<GapRow>(sql`
    select kind, log, path as file, iso(gap.first) as first, iso(gap.last) as last, coalesce(detail, '') as detail
    from gap left join evidence_file using (file_id)
    order by log nulls first, gap.first nulls first, kind, path nulls first, gap.last nulls first, detail`);
}

/** What records of the case cannot be examined for, as sentences by log: kinds of gaps that are in the records, not between them. */
export async function readBlindSpots(store: Store): Promise<string[]> {
  const rows = await store.rows<{ text: string }>(sql`
    select log || ': ' || detail as text from gap where kind in ('outcome-missing', 'account-missing', 'source-missing') order by log, kind`);
  return rows.map(({ text }) => text);
}
