import type { Path } from '../../privilege/path.ts';
import { allEdges } from '../../privilege/registry.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { readTenants } from './tenant.ts';

/** An edge to remove, and how many principals lose the end with it. */
export interface CutRow {
  readonly edge: string;
  readonly fromName: string;
  readonly toName: string;
  readonly principals: number;
  /** How it is removed. */
  readonly close: string;
}

type CutKey = { tenant: string; end: string };

/** Who reaches one end of one tenant, as the last audit found. */
export interface EndReach {
  readonly tenant: string;
  /** What the tenant is called. */
  readonly tenantName: string;
  readonly end: string;
  /** Number of nodes that reach it, by type. */
  readonly counts: readonly { readonly type: string; readonly count: number }[];
  readonly paths: readonly Path[];
  readonly cuts: readonly CutRow[];
}

/** What the last audit found of privilege paths. */
export interface PrivilegeView {
  readonly ends: readonly EndReach[];
  /** Exports that are not in the case and through which paths may lead, by tenant. */
  readonly missing: readonly { readonly tenant: string; readonly what: readonly string[] }[];
}

/** Mailboxes first, then Global Administrator, tenant by tenant. */
export async function readPrivilege(store: Store): Promise<PrivilegeView> {
  const reach = await store.rows<{ tenant: string; end: string; type: string; count: number }>(
    sql`select tenantId as tenant, "end", type, count from privilege_reach order by all`,
  );
  const paths = await store.rows<{ tenant: string; end: string; path: string }>(
    sql`select tenantId as tenant, "end", path from privilege_path order by tenantId, "end", position`,
  );
  const closings = new Map((await allEdges()).map(({ edge, close }) => [edge, close.portal]));
  const cuts = await store.rows<CutKey & { edge: string; fromName: string; toName: string; principals: number }>(
    sql`select tenantId as tenant, "end", edge, fromName as "fromName", toName as "toName", principals from privilege_cut order by tenantId, "end", position`,
  );
  const missing = await store.rows<{ tenant: string; what: string[] }>(
    sql`select coalesce(t.name, m.tenantId) as tenant, list(m.what order by m.what) as what
      from privilege_missing m left join posture_tenant t using (tenantId) group by all order by all`,
  );
  const tenants = await readTenants(store);
  const ends = tenants.flatMap(({ tenant, name }) =>
    ['mailboxes', 'global-admin'].map((end) => {
      const isIts = (row: { readonly tenant: string; readonly end: string }): boolean =>
        row.tenant === tenant && row.end === end;
      return {
        tenant,
        tenantName: name,
        end,
        counts: reach.filter(isIts).map(({ type, count }) => ({ type, count })),
        paths: paths.filter(isIts).map(({ path }) => JSON.parse(path) as Path),
        cuts: cuts
          .filter(isIts)
          .map(({ tenant: _tenant, end: _end, ...cut }) => ({ ...cut, close: closings.get(cut.edge) ?? '' })),
      };
    }),
  );
  return { ends: ends.filter(({ counts }) => counts.length > 0), missing };
}
