import { stat } from 'node:fs/promises';
import type { Verdict } from '../posture/check.ts';
import { Fault } from '../shape/fault.ts';
import { literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type AuditOptions, audit } from './audit.ts';

/** What is different for one check and tenant since an earlier audit. A verdict is null where that audit did not have it. */
export type AuditChange = {
  check: string;
  tenant: string;
  before: Verdict | null;
  after: Verdict | null;
  appeared: number;
  gone: number;
  /** Names of some of the objects, sorted. */
  appearedNames: string[];
  goneNames: string[];
};

const namesAtMost = 20;

/**
 * Keeps an earlier audit to compare with: the exports of this case up to a time, or what an `audit.json` says.
 *
 * @throws Fault `path-missing` if there is no such file, `case-invalid` if it is no audit.
 */
export async function rememberEarlier(store: Store, earlier: Date | string, options: AuditOptions): Promise<void> {
  if (typeof earlier !== 'string') {
    await audit(store, { ...options, asOf: earlier });
    await store.run(
      sql`create or replace temp table before_verdict as select "check", tenantId, verdict from posture_verdict`,
    );
    await store.run(
      sql`create or replace temp table before_object as select "check", tenantId, type, id, name from posture_object`,
    );
    return;
  }
  const bytes = await stat(earlier).then(
    (entry) => (entry.isFile() ? entry.size : undefined),
    () => undefined,
  );
  if (bytes === undefined) {
    throw new Fault('path-missing', 'there is no such audit', {
      place: { file: earlier },
      hint: 'Give --diff a time such as 2026-10-01, or the audit.json of an earlier audit.',
    });
  }
  try {
    await store.run(sql`create or replace temp table before_audit as select * from read_json(${literal(earlier)}, columns = {
      "check": 'VARCHAR', tenants: 'STRUCT(tenant VARCHAR, verdict VARCHAR)[]', objects: 'STRUCT(type VARCHAR, id VARCHAR, name VARCHAR, tenant VARCHAR)[]'}, maximum_object_size = ${Math.max(bytes, 16 * 1024 * 1024)})`);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('case-invalid', 'this is no audit that can be compared', {
      place: { file: earlier },
      hint: 'Give --diff the audit.json that `snowfence audit` wrote.',
      cause: error,
    });
  }
  await store.run(sql`create or replace temp table before_verdict as
    select "check", t.tenant as tenantId, t.verdict from (select "check", unnest(tenants) as t from before_audit)`);
  await store.run(sql`create or replace temp table before_object as
    select "check", o.tenant as tenantId, o.type, o.id, o.name from (select "check", unnest(objects) as o from before_audit)`);
}

/** What has changed between {@link rememberEarlier} and the last audit, by check and tenant. */
export function readChanges(store: Store): Promise<AuditChange[]> {
  return store.rows<AuditChange>(sql`
    with object as (
      select coalesce(b."check", a."check") as "check", coalesce(b.tenantId, a.tenantId) as tenantId, b.id is null as isNew, a.id is null as isGone,
        coalesce(a.name, b.name) as name
      from before_object b full join posture_object a using ("check", tenantId, type, id)
      where a.id is null or b.id is null
    ), counted as (
      select "check", tenantId, count(*) filter (where isNew) as appeared, count(*) filter (where isGone) as gone,
        list(name order by name) filter (where isNew) as appearedNames, list(name order by name) filter (where isGone) as goneNames
      from object group by all
    ), verdicts as (
      select coalesce(b."check", a."check") as "check", coalesce(b.tenantId, a.tenantId) as tenantId, b.verdict as before, a.verdict as after
      from before_verdict b full join posture_verdict a using ("check", tenantId)
    )
    select v."check", v.tenantId as tenant, v.before, v.after, coalesce(c.appeared, 0) as appeared, coalesce(c.gone, 0) as gone,
      coalesce(c.appearedNames[:${namesAtMost}], []) as "appearedNames", coalesce(c.goneNames[:${namesAtMost}], []) as "goneNames"
    from verdicts v left join counted c using ("check", tenantId)
    where v.before is distinct from v.after or c.appeared > 0 or c.gone > 0
    order by v."check", v.tenantId`);
}
