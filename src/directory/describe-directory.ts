import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { deriveFacts } from './facts.ts';
import { loadReference } from './reference.ts';
import { type Settled, settleDirectory } from './settle.ts';

/**
 * Prepares all that checks and privilege paths read: tables `now_…` of what exists, `known_…` of what we know of permissions,
 * and `fact_…` and `ca_…` of what follows. They go with the connection.
 *
 * @param asOf only exports made up to then count.
 */
export async function describeDirectory(store: Store, asOf?: Date): Promise<Settled> {
  await store.widen();
  const settled = await settleDirectory(store, asOf);
  await loadReference(store);
  await deriveFacts(store);
  return settled;
}

/** True if the case has any record of a directory. */
export async function hasDirectory(store: Store): Promise<boolean> {
  const found = await store.rows(sql`select 1 as found from directory_file limit 1`);
  return found.length > 0;
}
