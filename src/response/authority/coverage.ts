import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** What was searched for credentials, and what was not. */
export interface MailCoverage {
  readonly files: number;
  readonly messages: number;
  readonly parts: number;
  readonly characters: number;
  /** Parts that were not examined, by reason. */
  readonly unread: readonly { readonly reason: string; readonly parts: number }[];
}

export async function readMailCoverage(store: Store): Promise<MailCoverage> {
  const read = await store.row<{ files: number; messages: number; parts: number; characters: number }>(sql`
    select count(*) as files, coalesce(sum(messages), 0)::bigint as messages, coalesce(sum(parts), 0)::bigint as parts,
      coalesce(sum(characters), 0)::bigint as characters from mail_file`);
  const unread = await store.rows<{ reason: string; parts: number }>(
    sql`select coalesce(reason, 'unknown') as reason, count(*) as parts from part_unread group by 1 order by parts desc, reason`,
  );
  return { ...read, unread };
}
