import type { Instant } from '../../shape/instant.ts';
import type { Severity } from '../../shape/severity.ts';
import { sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Place } from './evidence.ts';
import { matchedRecords } from './matched-record.ts';

/** A finding without its evidence. */
export type FindingHead = {
  id: string;
  detection: string;
  title: string;
  severity: Severity;
  techniques: string[];
  first: Instant;
  last: Instant;
  count: number;
  principals: string[];
  ips: string[];
  why: string | null;
  next: string;
};

const heads = sql`
  select finding.id, finding.detection, coalesce(detection.title, finding.detection) as title, finding.severity,
    list_sort(coalesce(detection.techniques, [])) as techniques,
    iso(finding.first) as first, iso(finding.last) as last, finding.count,
    list_sort(coalesce(finding.principals, [])) as principals, list_sort(coalesce(finding.ips, [])) as ips,
    finding.why, coalesce(detection.next, '') as next
  from finding left join detection using (detection)`;

/** Orders from `critical` down; what is not a severity comes last. */
const worstFirst = sql`list_position(['critical', 'high', 'medium', 'low'], finding.severity) nulls last`;

/** All findings, oldest first, then by id. */
export async function readFindings(store: Store): Promise<FindingHead[]> {
  return await store.rows<FindingHead>(sql`${heads} order by finding.first, finding.id`);
}

/** The `limit` worst findings: by severity, then oldest first, then by id. */
export async function readWorstFindings(store: Store, limit: number): Promise<FindingHead[]> {
  return await store.rows<FindingHead>(sql`${heads} order by ${worstFirst}, finding.first, finding.id limit ${limit}`);
}

/** Where a record of a finding is. */
export type RecordPlace = Place & { finding: string };

/**
 * Query: the first `limit` records of each finding with the columns of {@link RecordPlace}; findings oldest first then
 * by id, records by time, file and number.
 */
export function evidencePlaces(limit: number): Sql {
  const order = sql`matched.time nulls last, evidence_file.path, evidence_file.sha256, matched.file_id, matched.record`;
  return sql`
    select matched.finding, matched.file_id, matched.record, matched.source_table
    from (${matchedRecords}) matched
    join finding on finding.id = matched.finding
    left join evidence_file using (file_id)
    qualify row_number() over (partition by matched.finding order by ${order}) <= ${limit}
    order by finding.first, finding.id, ${order}`;
}
