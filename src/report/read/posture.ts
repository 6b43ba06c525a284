import type { Check, Verdict } from '../../posture/check.ts';
import { type Lesson, readLessons } from '../../posture/lesson.ts';
import { allChecks } from '../../posture/registry.ts';
import { severities, type Severity, worstSeverity } from '../../shape/severity.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from './group-by.ts';

/** What one check says of one tenant. */
export interface TenantPosture {
  readonly tenant: string;
  readonly verdict: Verdict;
  /** The worst of its objects'; without any, the check's. */
  readonly severity: Severity;
  readonly because: string;
  readonly objects: number;
}

/** What one check says of all tenants of the case together, the worst first: `not-met`, then `not-examined`, then `met`. */
export interface CheckPosture {
  readonly check: Check;
  readonly verdict: Verdict;
  /** The worst of its tenants that do not meet it; without any, the check's. */
  readonly severity: Severity;
  readonly because: string;
  readonly objects: number;
  readonly tenants: readonly TenantPosture[];
}

/** Checks by lesson, in the order of the lessons. */
export interface LessonPosture {
  readonly lesson: Lesson;
  readonly checks: readonly CheckPosture[];
}

const order: readonly Verdict[] = ['not-met', 'not-examined', 'met'];
const weight = { critical: 0, high: 1, medium: 2, low: 3 };

/** What one check says of one tenant, as the tables have it. */
type Found = {
  check: string;
  tenant: string;
  verdict: Verdict;
  because: string;
  severities: Severity[];
  objects: number;
};

/** The last audit of the case lesson by lesson; without one, empty. Within a lesson the worst comes first. */
export async function readPosture(store: Store): Promise<LessonPosture[]> {
  const rows = await store.rows<Found>(sql`
    select v."check", v.tenantId as tenant, v.verdict, v.because, coalesce(list(distinct o.severity) filter (o.severity is not null), []) as severities, count(o.id) as objects
    from posture_verdict v left join posture_object o on o."check" = v."check" and o.tenantId = v.tenantId
    group by all order by v."check", v.tenantId`);
  if (rows.length === 0) return [];
  const byCheck = groupBy(rows, ({ check }) => check);
  const postures = (await allChecks()).flatMap((check) => {
    const tenants = byCheck.get(check.check);
    return tenants === undefined ? [] : [together(check, tenants)];
  });
  return readLessons().map((lesson) => ({
    lesson,
    checks: postures.filter(({ check }) => check.lesson === lesson.id).toSorted(worstFirst),
  }));
}

function together(check: Check, found: readonly Found[]): CheckPosture {
  const tenants = found.map(({ tenant, verdict, because, severities, objects }) => ({
    tenant,
    verdict,
    severity: worstSeverity(severities) ?? check.severity,
    because,
    objects,
  }));
  const verdict = order.find((candidate) => tenants.some((tenant) => tenant.verdict === candidate)) ?? 'not-examined';
  const because =
    tenants.length === 1
      ? (tenants[0]?.because ?? '')
      : tenants.map(({ tenant, because: reason }) => `${tenant}: ${reason}`).join('; ');
  const severity = worstSeverity(found.flatMap(({ severities }) => severities)) ?? check.severity;
  return {
    check,
    verdict,
    severity,
    because,
    objects: tenants.reduce((sum, { objects }) => sum + objects, 0),
    tenants,
  };
}

function worstFirst(a: CheckPosture, b: CheckPosture): number {
  return (
    order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
    weight[a.severity] - weight[b.severity] ||
    (a.check.check < b.check.check ? -1 : 1)
  );
}

/** Checks by their verdict over all tenants. */
export interface PostureCounts {
  readonly notMet: number;
  readonly notExamined: number;
  readonly met: number;
}

/** The same in numbers; undefined without an audit, or if it could examine nothing. */
export async function countPosture(store: Store): Promise<PostureCounts | undefined> {
  const counts = await store.row<PostureCounts & { [name: string]: number }>(sql`
    select count(*) filter (bad) as "notMet", count(*) filter (not bad and unknown) as "notExamined", count(*) filter (not bad and not unknown) as met
    from (select bool_or(verdict = 'not-met') as bad, bool_or(verdict = 'not-examined') as unknown from posture_verdict group by "check")`);
  return counts.notMet + counts.met === 0 ? undefined : counts;
}

/** An object that breaks a check. */
export type PostureObject = {
  check: string;
  type: string;
  id: string;
  name: string;
  tenant: string;
  severity: Severity;
  because: string;
  file: string;
  record: number;
};

const severityList = sql`from_json(${JSON.stringify(severities)}, '["VARCHAR"]')`;

const placedObjects = sql`
  select o."check", o.type, o.id, o.name, o.tenantId as tenant, o.severity, o.because, e.path as file, o.record,
    row_number() over (partition by o."check" order by list_position(${severityList}, o.severity) desc, o.tenantId, o.name, o.type, o.id) as place
  from posture_object o left join evidence_file e using (file_id)`;

/** Query for the first objects of all checks, by check, the worst first, then by tenant, name and id. */
export function postureObjects(limit: number) {
  return sql`select * exclude place from (${placedObjects}) where place <= ${limit} order by "check", place`;
}

const linesAtOnce = 500;

/**
 * Query for the objects of all checks in the same order as JSON: in `lines` some hundred of them, with a comma between two. Of a
 * large tenant there are hundreds of thousands, which the engine writes much faster than we could.
 */
export function postureObjectLines() {
  return sql`select "check", string_agg(line, ${',\n '} order by place) as lines from (
      select "check", place,
        to_json({ type: type, id: id, name: name, tenant: tenant, severity: severity, because: because, evidence: { file: file, record: record } })::varchar as line
      from (${placedObjects})
    ) group by "check", (place - 1) // ${linesAtOnce} order by "check", min(place)`;
}
