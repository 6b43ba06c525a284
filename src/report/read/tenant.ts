import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** A tenant that the last audit saw, and when its newest export was made. */
export type TenantRow = { tenant: string; name: string; taken: Instant };

/** By name. */
export function readTenants(store: Store): Promise<TenantRow[]> {
  return store.rows<TenantRow>(
    sql`select tenantId as tenant, name, iso(taken) as taken from posture_tenant order by name, tenantId`,
  );
}
