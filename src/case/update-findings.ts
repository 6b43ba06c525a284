import { eventTables } from '../shape/detection.ts';
import { identifier, join, literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

const guid = literal('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$');

/** Makes the findings anew from the matches and from the temporary table `reason`: one for each detection and key. */
export async function updateFindings(store: Store): Promise<void> {
  const matched = eventTables.map(
    (table) => sql`select m.detection, m.key, e.time, e.principal, e.ip
      from match m join ${identifier(table)} e on m.file_id = e.file_id and m.record = e.record
      where m.source_table = ${table}`,
  );
  await store.run(sql`delete from finding`);
  await store.run(sql`insert into finding
    select md5(f.detection || chr(31) || f.key)[:16], f.detection, f.key, d.severity, f.first, f.last, f.count,
      -- The application that a finding is about, where the records name only those whose mail it read.
      case when regexp_matches(f.key, ${guid}) then list_sort(list_distinct(list_append(coalesce(f.principals, []), lower(f.key))))
        else coalesce(f.principals, []) end,
      coalesce(f.ips, []), r.why
    from (
      select detection, key, min(time) as first, max(time) as last, count(*) as count,
        list_sort(list(distinct principal) filter (principal is not null)) as principals,
        list_sort(list(distinct ip) filter (ip is not null)) as ips
      from (${join(matched, sql` union all `)}) group by detection, key
    ) f join detection d on d.detection = f.detection
    left join reason r on r.detection = f.detection and r.key = f.key`);
}
