import { logs } from '../shape/detection.ts';
import { join, literal, sql, type Sql } from '../store/sql.ts';

/** Records that Graph returns at most on one page of directory audits. */
const auditPage = 1000;
/** Where searches of the unified audit log stop: one session, one Purview export. */
const searchLimits = [5000, 50_000];
/** Days that sign-ins are kept: without licence, with Entra ID P1 or P2. */
const retentionDays = [7, 30];

const signIns = sql`('sign-in', 'non-interactive-sign-in')`;

/** Fewer records a day than this, and a day without any says nothing. */
const busyRecords = 10;

/**
 * One query for each kind of gap, giving rows of the table `gap`: kind, log, file_id, first, last, detail.
 *
 * Sources: Search-UnifiedAuditLog returns up to 5,000 results a session and 50,000 a search; Purview exports up to
 * 50,000 rows; sign-ins are kept 7 days (free) or 30 days (P1, P2), see
 * https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention.
 */
export const gapRules: readonly Sql[] = [
  missingDays(),
  sql`select 'one-page-day', 'directory-audit', file_id, first, last,
      ${`exactly ${auditPage} directory audits of one day: some collectors keep only the first page, so the rest of the day may be missing`}
    from evidence_file where source like 'directory-audit%' and read = ${auditPage} and first::date = last::date`,
  sql`select 'search-limit', 'unified-audit', file_id, first, last,
      'exactly ' || read || ' records: the search stopped at its limit, so records of this time may be missing'
    from evidence_file where source like '%unified-audit%' and read in (${join(searchLimits.map((limit) => sql`${limit}`))})`,
  ...retentionDays.map(
    (days) => sql`select 'retention', null, null, null, first,
        ${`the sign-ins reach back ${days} days, which is as long as some licences keep them: earlier ones were probably gone when these were exported`}
      from (select min(day)::timestamp as first, max(day) - min(day) as days from coverage where log in ${signIns})
      where days between ${days - 1} and ${days + 1}`,
  ),
  // Risk detections are rare: that the first of them comes late says nothing.
  sql`select 'starts-later', c.log, null, o.first::timestamp, c.first::timestamp,
      'this log begins ' || (c.first - o.first) || ' days after the first record of the others: what happened before is not in it'
    from (select log, min(day) as first from coverage group by all) c, (select min(day) as first from coverage) o
    where c.first - o.first >= 2 and c.log <> 'risk-detection'`,
  sql`select 'log-missing', l.log, null, null, null, 'no record of this log is in the case'
    from (select unnest([${join(logs.filter((log) => log !== 'adfs-sign-in').map((log) => literal(log)))}]) as log) l
    where l.log not in (select log from coverage)`,
  ...unusableSignIns(),
  sql`select 'unrecognised-file', null, file_id, null, null, path || ': ' || coalesce((select arg_min(reason, record) from rejection r where r.file_id = e.file_id), 'nothing in it could be read')
    from evidence_file e where source = '' and rejected > 0`,
  sql`select 'empty-file', null, file_id, null, null, path || ': holds no record'
    from evidence_file where source = '' and rejected = 0`,
  sql`select 'rejected-records', null, file_id, first, last,
      path || ': ' || rejected || ' of its records could not be read'
    from evidence_file where source <> '' and source <> 'archive' and rejected > 0`,
];

/** Sign-ins of which an export leaves out what sprays are found by. */
function unusableSignIns(): Sql[] {
  const ofUsers = sql`with signed as (
      select log, time, principal, errorCode, ip, userAgent, coalesce(nullif(appId, ''), appDisplayName) as application from sign_in where log in ${signIns}
      union all
      select log, time, principal, errorCode, ip, userAgent, appId from activity where log = 'unified-audit' and operation in ('UserLoggedIn', 'UserLoginFailed')
    )`;
  const told = (kind: string, condition: Sql, share: Sql, detail: Sql): Sql => sql`
    ${ofUsers} select ${literal(kind)}, log, null, first, last, missing || ' of ' || records || ' sign-ins ' || ${detail} from (
      select log, min(time) filter (${condition}) as first, max(time) filter (${condition}) as last, count(*) filter (${condition}) as missing, count(*) as records
      from signed group by log
    ) where missing > ${share}`;
  return [
    told(
      'outcome-missing',
      sql`errorCode is null`,
      sql`records / 2`,
      sql`'do not say whether they succeeded: guessed passwords among them are not examined'`,
    ),
    told(
      'account-missing',
      sql`principal is null`,
      sql`0`,
      sql`'name no account: whom they tried is not known, and sprays among them are not examined'`,
    ),
    told(
      'source-missing',
      sql`coalesce(nullif(ip, ''), nullif(userAgent, ''), application) is null`,
      sql`records / 2`,
      sql`'name neither address nor client nor application: sprays are found by what attempts have in common, so those among them may not be'`,
    ),
  ];
}

/** Days without a record between days with some, of sign-ins and of every log that is otherwise busy. */
function missingDays(): Sql {
  return sql`select 'missing-days', log, null, (previous + 1)::timestamp, day::timestamp - interval 1 millisecond,
      (day - previous - 1) || case when day - previous = 2 then ' day' else ' days' end || ' without a record between days with records'
    from (
      select log, day, lag(day) over (partition by log order by day) as previous, avg(records) over (partition by log) as usual from coverage
    ) where day - previous > 1 and (log in ${signIns} or usual >= ${busyRecords})`;
}
