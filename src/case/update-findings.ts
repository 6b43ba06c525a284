import { eventTables } from '../shape/detection.ts';
import { identifier, join, literal, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * A detection of this severity that more than so many keys set off is ordinary here, or one cause: it is told as one
 * finding with all its principals, so that what matters is not lost among hundreds.
 */
const foldAbove = [
  ['low', 10],
  ['medium', 50],
] as const;

const guid = literal('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$');

/** Puts the matches of a detection that many keys set off under one key, and says so in `reason`; habits are together already. */
export async function foldFindings(store: Store): Promise<void> {
  for (const [severity, most] of foldAbove) {
    await store.run(sql`create or replace temp table folded as
      select m.detection, count(distinct key) as keys from match m join detection d on d.detection = m.detection
      where d.severity = ${severity} and (m.detection, key) not in (select (detection, key) from habit_finding)
      group by m.detection having keys > ${most}`);
    const others = sql`detection in (select detection from folded) and (detection, key) not in (select (detection, key) from habit_finding)`;
    await store.run(sql`delete from reason where ${others}`);
    await store.run(sql`insert into reason
      select detection, 'together', keys || ' accounts or applications set this off. With so many it is told as one finding; see its principals and timeline.csv.' from folded`);
    await store.run(sql`create or replace temp table kept as
      select distinct detection, source_table, file_id, record from match where ${others}`);
    await store.run(sql`delete from match where ${others}`);
    await store.run(sql`insert into match select detection, 'together', source_table, file_id, record from kept`);
  }
}

/** Makes the findings anew from the matches and the temporary tables `reason` and `habit_finding`: one for each detection and key. */
export async function updateFindings(store: Store): Promise<void> {
  const matched = eventTables.map(
    (table) => sql`select m.detection, m.key, e.time, e.principal, e.ip
      from match m join ${identifier(table)} e on m.file_id = e.file_id and m.record = e.record
      where m.source_table = ${table}`,
  );
  await store.run(sql`delete from finding`);
  await store.run(sql`insert into finding
    select md5(f.detection || chr(31) || f.key)[:16], f.detection, f.key,
      case when h.key is null then d.severity else ['low', 'low', 'medium', 'high'][list_position(['low', 'medium', 'high', 'critical'], d.severity)] end,
      f.first, f.last, f.count,
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
    left join habit_finding h on h.detection = f.detection and h.key = f.key
    left join reason r on r.detection = f.detection and r.key = f.key`);
}
