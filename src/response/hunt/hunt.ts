import { sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** One table of events as the hunt sees it: whose each record is, and what of it is compared with before. */
interface Trail {
  readonly rows: Sql;
}

/**
 * `userName`, `appId`, `log`, `time`, `ip`, `country`, `agent`, `target` (application or resource that was reached), `operation` of every
 * record that an identity may have left.
 */
const trails: readonly Trail[] = [
  {
    rows: sql`select case when servicePrincipalId is null then lower(principal) end as userName, case when servicePrincipalId is not null then lower(appId) end as appId,
      log, time, ip, country, userAgent as agent, case when servicePrincipalId is null then coalesce(appDisplayName, appId) else resourceDisplayName end as target,
      case when errorCode = 0 then 'sign-in' else 'failed sign-in' end as operation from sign_in`,
  },
  {
    rows: sql`select lower(principal), case when actorType = 'application' then lower(coalesce(appId, clientAppId)) else lower(clientAppId) end, log, time, ip, null, userAgent,
      coalesce(mailboxOwner, objectId), operation from activity`,
  },
  {
    rows: sql`select lower(principal), lower(appId), log, time, ip, null, userAgent, regexp_replace(split_part(requestUri, '?', 1), '[0-9a-fA-F-]{36}', '{id}', 'g'), operation from graph_activity`,
  },
];

/** Values of a list that are told; the rest is counted by who reads the table. */
const toldAtMost = 50;

/**
 * Fills `hunt_trace`: what every identity of `credential_identity` did from its exposure on, log by log, and what of it had not been
 * seen of it before. A log that has nothing of the identity has a row, too, with how far it reaches: where nothing could be seen,
 * nothing was found.
 */
export async function hunt(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table hunted as
    select type, id, min(since) as since, any_value(objectId) as objectId from credential_identity group by type, id`);
  await store.run(sql`create or replace temp table trail as
    with record as (${trails.map(({ rows }) => rows).reduce((all, one) => sql`${all} union all ${one}`)})
    select h.type, h.id, h.since, r.log, r.time, r.ip, r.country, r.agent, r.target, r.operation from record r join hunted h on h.type = 'user' and r.userName = h.id
    union all
    select h.type, h.id, h.since, r.log, r.time, r.ip, r.country, r.agent, r.target, r.operation from record r join hunted h on h.type = 'application' and r.appId = h.id`);
  const isAfter = sql`(since is null or time >= since)`;
  const fresh = (column: Sql): Sql =>
    sql`list_sort(list_filter(list(distinct ${column}) filter (${isAfter} and ${column} is not null),
      lambda v: not list_contains(coalesce(list(distinct ${column}) filter (not ${isAfter}), []), v)))[:${toldAtMost}]`;
  await store.run(sql`delete from hunt_trace`);
  await store.run(sql`insert into hunt_trace
    with reach as (select log, min(day)::timestamp as covered_from, max(day)::timestamp + interval 1 day as covered_to from coverage group by log),
    seen as (
      select type, id, log, count(*) filter (not ${isAfter}) as before, count(*) filter (${isAfter}) as after, min(time) filter (${isAfter}) as first,
        max(time) filter (${isAfter}) as last, ${fresh(sql`ip`)} as addresses, ${fresh(sql`country`)} as countries, ${fresh(sql`agent`)} as agents,
        ${fresh(sql`target`)} as targets, ${fresh(sql`operation`)} as operations
      from trail group by type, id, log
    )
    select h.type, h.id, h.since, r.log, coalesce(s.before, 0), coalesce(s.after, 0), s.first, s.last, coalesce(s.addresses, []), coalesce(s.countries, []),
      coalesce(s.agents, []), coalesce(s.targets, []), coalesce(s.operations, []), r.covered_from, r.covered_to
    from hunted h cross join reach r left join seen s on s.type = h.type and s.id = h.id and s.log = r.log`);
  for (const name of [sql`hunted`, sql`trail`]) await store.run(sql`drop table ${name}`);
}
