import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** Accounts and applications that findings name: how many there are, and those with the most serious ones. */
export interface Concerned {
  readonly total: number;
  readonly foremost: readonly string[];
}

/** The `limit` foremost are those with the worst finding, then with the most findings, then by name. */
export async function readConcerned(store: Store, limit: number): Promise<Concerned> {
  const rows = await store.rows<{ principal: string; total: number }>(sql`
    select principal, count(*) over () as total from (
      select principal, min(list_position(['critical', 'high', 'medium', 'low'], severity)) as worst, count(*) as findings
      from (select unnest(principals) as principal, severity from finding) group by principal
    ) order by worst nulls last, findings desc, principal limit ${limit}`);
  return { total: rows[0]?.total ?? 0, foremost: rows.map(({ principal }) => principal) };
}
