import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** True if mail was scanned into the case: without it nothing can be said of credentials. */
export async function hasMail(store: Store): Promise<boolean> {
  const found = await store.rows(sql`select 1 as found from mail_file limit 1`);
  return found.length > 0;
}
