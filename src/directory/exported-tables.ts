import { type DirectoryTableName, directoryTables } from '../store/directory-tables.ts';
import { identifier, join, literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Which tables of the directory have anything of each tenant. Call after `settleDirectory`. */
export async function exportedTables(
  store: Store,
): Promise<{ readonly tenant: string; readonly tables: ReadonlySet<DirectoryTableName> }[]> {
  const each = Object.keys(directoryTables).map(
    (name) => sql`select distinct tenantId, ${literal(name)} as name from ${identifier(`now_${name}`)}`,
  );
  const rows = await store.rows<{ tenant: string; names: DirectoryTableName[] }>(sql`
    select t.tenantId as tenant, coalesce(list(n.name order by n.name) filter (where n.name is not null), []) as names
    from settled_tenant t left join (${join(each, sql` union all `)}) n using (tenantId) group by all order by all`);
  return rows.map(({ tenant, names }) => ({ tenant, tables: new Set(names) }));
}
