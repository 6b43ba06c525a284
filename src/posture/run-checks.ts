import { severities } from '../shape/severity.ts';
import { join, sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Check, Verdict } from './check.ts';
import { allChecks } from './registry.ts';

/** What a check says of one tenant. */
interface TenantVerdict {
  readonly tenant: string;
  readonly verdict: Verdict;
  readonly because: string;
}

/**
 * Asks every check about every tenant and keeps the answers in the tables `posture_verdict` and `posture_object`. Call after
 * `deriveFacts`.
 *
 * @param options `only` the check with this id; `onCheck` is told before each.
 */
export async function runChecks(
  store: Store,
  options: { readonly only?: string; readonly onCheck?: ((check: string) => void) | undefined } = {},
): Promise<void> {
  const tenants = await store.rows<{ tenant: string }>(sql`select tenantId as tenant from settled_tenant order by all`);
  await store.run(sql`delete from posture_object`);
  await store.run(sql`delete from posture_verdict`);
  const checks = await allChecks();
  const answered: Answers = new Map();
  for (const check of checks.filter(({ check }) => options.only === undefined || check === options.only)) {
    options.onCheck?.(check.check);
    const missing = await missingNeeds(store, check, answered);
    await keepObjects(
      store,
      check,
      tenants.map(({ tenant }) => tenant).filter((tenant) => !missing.has(tenant)),
    );
    const counts = await store.rows<{ tenant: string; count: number }>(
      sql`select tenantId as tenant, count(*) as count from posture_object where "check" = ${check.check} group by all`,
    );
    const countOf = new Map(counts.map(({ tenant, count }) => [tenant, count]));
    const verdicts = tenants.map(({ tenant }) => judge(tenant, missing.get(tenant), countOf.get(tenant) ?? 0));
    await keepVerdicts(store, check, verdicts);
  }
}

/** Tenants without something that checks need, by the question. */
type Answers = Map<string, readonly string[]>;

/** Tenants for which something is missing, and what. Many checks need the same: it is asked once. */
async function missingNeeds(store: Store, check: Check, answered: Answers): Promise<Map<string, string[]>> {
  const missing = new Map<string, string[]>();
  for (const { what, tenants } of check.needs) {
    const question = JSON.stringify([tenants.text, tenants.values]);
    const without = answered.get(question) ?? (await tenantsWithout(store, tenants));
    answered.set(question, without);
    for (const tenant of without) missing.set(tenant, [...(missing.get(tenant) ?? []), what]);
  }
  return missing;
}

async function tenantsWithout(store: Store, tenants: Sql): Promise<string[]> {
  const without = await store.rows<{ tenant: string }>(
    sql`select tenantId as tenant from settled_tenant where tenantId not in (${tenants}) order by all`,
  );
  return without.map(({ tenant }) => tenant);
}

async function keepObjects(store: Store, check: Check, tenants: readonly string[]): Promise<void> {
  if (tenants.length === 0) return;
  const examined: Sql = sql`tenantId in (${join(tenants.map((tenant) => sql`${tenant}`))})`;
  const rows = (await hasSeverity(store, check.objects))
    ? sql`select * replace (coalesce(severity, ${check.severity}) as severity) from (${check.objects})`
    : sql`select *, ${check.severity} as severity from (${check.objects})`;
  const rank = sql`list_position(${severityList}, severity)`;
  // Grouped in two steps: a list of distinct texts for every object takes several times as long.
  await store.run(sql`insert into posture_object
    select ${check.check}, tenantId, type, id, arg_min(name, place), array_to_string(list_sort(list(because)), '; '), arg_max(severity, ${rank}), min(file_id), arg_min(record, place)
    from (
      select tenantId, type, id, because, severity, arg_min(name, file_id * 1e12 + record) as name, min(file_id * 1e12 + record) as place,
        min(file_id) as file_id, arg_min(record, file_id * 1e12 + record) as record
      from (${rows}) where ${examined} group by tenantId, type, id, because, severity
    ) group by tenantId, type, id`);
}

/** The severities as the engine ranks them, weakest first. */
const severityList: Sql = sql`from_json(${JSON.stringify(severities)}, '["VARCHAR"]')`;

async function hasSeverity(store: Store, objects: Sql): Promise<boolean> {
  const found = await store.rows(sql`select 1 as found from (describe ${objects}) where column_name = 'severity'`);
  return found.length > 0;
}

function judge(tenant: string, missing: readonly string[] | undefined, count: number): TenantVerdict {
  if (missing !== undefined)
    return { tenant, verdict: 'not-examined', because: `not in the case: ${missing.join(', ')}` };
  if (count === 0) return { tenant, verdict: 'met', because: 'nothing against it in what was exported' };
  return { tenant, verdict: 'not-met', because: count === 1 ? '1 object' : `${count} objects` };
}

async function keepVerdicts(store: Store, check: Check, verdicts: readonly TenantVerdict[]): Promise<void> {
  await store.run(sql`insert into posture_verdict
    select ${check.check}, v.tenant, v.verdict, v.because
    from (select unnest(from_json(${JSON.stringify(verdicts)}, '[{"tenant":"VARCHAR","verdict":"VARCHAR","because":"VARCHAR"}]')) as v)`);
}
