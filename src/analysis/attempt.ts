import { eventTables } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { identifier, literal, sql, type Sql } from '../store/sql.ts';

/**
 * Relations for analyses: `scoped_<table>` holds the events of the time asked for, `attempt` every attempt of a user to
 * sign in, once: from the sign-in logs, and from the unified audit log what those do not have. Its `appId` is the application's name
 * where the export has no more; `isRenewal` says that no password was given but a token from an earlier sign-in.
 */
export function analysisViews(window: TimeWindow): Sql[] {
  const since = window.since === undefined ? sql`true` : sql`time >= ${literal(window.since)}::timestamp`;
  const until = window.until === undefined ? sql`true` : sql`time < ${literal(window.until)}::timestamp`;
  const scoped = eventTables.map(
    (table) =>
      sql`create or replace temp view ${identifier(`scoped_${table}`)} as select * from ${identifier(table)} where ${since} and ${until}`,
  );
  return [
    ...scoped,
    repeatedAttempts,
    sql`create or replace temp view attempt as
      select 'sign_in' as source_table, file_id, record, time, principal, userId, ip, userAgent, coalesce(nullif(appId, ''), appDisplayName) as appId, appDisplayName, errorCode,
        authenticationProtocol, clientAppUsed, authenticationRequirement, nullif(autonomousSystemNumber, 0) as autonomousSystemNumber,
        nullif(country, '') as country, deviceOperatingSystem, deviceBrowser,
        coalesce(contains(lower(incomingTokenType), 'refreshtoken'), false) as isRenewal
      from scoped_sign_in where ${ofUsers}
      union all
      select 'activity', file_id, record, time, principal, actorId, ip, userAgent, appId, null, errorCode,
        null, null, null, null, null, null, null, false
      from scoped_activity anti join repeated_attempt using (file_id, record) where ${audited}`,
  ];
}

const ofUsers = sql`log in ('sign-in', 'non-interactive-sign-in', 'adfs-sign-in')`;
const audited = sql`log = 'unified-audit' and operation in ('UserLoggedIn', 'UserLoginFailed')`;

/**
 * Records of the unified audit log that tell an attempt that the sign-in logs tell too: the same request, or the same
 * outcome of the same account within a second, as the audit log has no fractions of seconds.
 */
const repeatedAttempts = sql`
  create or replace temp table repeated_attempt as
  with told as (
    select unnest([hash(principal, epoch(time)::bigint, errorCode = 0), hash(correlationId, errorCode = 0)]) as mark
    from scoped_sign_in where ${ofUsers} and exists (select 1 from scoped_activity where ${audited})
  ), heard as (
    select file_id, record, unnest([
        hash(principal, epoch(time)::bigint - 1, errorCode = 0), hash(principal, epoch(time)::bigint, errorCode = 0),
        hash(principal, epoch(time)::bigint + 1, errorCode = 0), hash(coalesce(correlationId, 'none'), errorCode = 0)
      ]) as mark
    from scoped_activity where ${audited} and exists (select 1 from scoped_sign_in where ${ofUsers})
  )
  select distinct file_id, record from heard semi join told using (mark)`;

/** Attempts with these codes at accounts that had `atLeast` of them within an hour, as rows of an analysis by account. */
export function repeatedWithinAnHour(codes: Sql, atLeast: number): Sql {
  return sql`
    with repeated as (
      select *, count(*) over (partition by principal order by time range between interval 1 hour preceding and current row) as times
      from attempt where errorCode in ${codes}
    ), hit as (
      select principal, min(time) - interval 1 hour as since, max(time) as until from repeated where times >= ${atLeast} group by all
    )
    select r.principal as key, source_table, file_id, record
    from repeated r join hit h on r.principal = h.principal and r.time between h.since and h.until`;
}
