import { eventTables } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { identifier, literal, sql, type Sql } from '../store/sql.ts';

/** The guess was wrong, or the account could not be guessed at. Source: Microsoft Entra error codes. */
export const guessCodes = sql`(50126, 50053, 50034, 50056, 50057)`;

/** The password was right and something after it stopped the sign-in, so it counts as known to who tried. */
export const passwordRightCodes = sql`(50055, 50072, 50074, 50076, 50078, 50079, 50105, 50125, 50131, 50144, 50158, 53000, 53001, 53002, 53003, 53004)`;

/**
 * Views for analyses: `scoped_<table>` holds the events of the time asked for, `attempt` every attempt of a user to
 * sign in, from the sign-in logs and from the unified audit log; `origin` each of them once by its address and once by its
 * client; `origin_day` how many accounts each origin failed at and let in, a day.
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
    sql`create or replace temp view attempt as
      select 'sign_in' as source_table, file_id, record, time, principal, ip, userAgent, appId, errorCode, authenticationProtocol as protocol
      from scoped_sign_in where log in ('sign-in', 'non-interactive-sign-in', 'adfs-sign-in')
      union all
      select 'activity', file_id, record, time, principal, ip, userAgent, appId, errorCode, null
      from scoped_activity where log = 'unified-audit' and operation in ('UserLoggedIn', 'UserLoginFailed')`,
    // Where an attempt comes from, in two ways: its address, and its client, which stays when the address changes.
    sql`create or replace temp view origin as
      select 'address ' || ip as origin, 'address' as kind, * from attempt where ip is not null
      union all by name
      select 'client ' || userAgent || ' for ' || coalesce(appId, 'no application') || coalesce(' over ' || nullif(protocol, 'none'), '') as origin, 'client' as kind, * from attempt where userAgent is not null`,
    // Accounts that an origin failed at and let in, per day. Counting by day is cheap, counting in a moving window is not:
    // a day that cannot hold a spray needs no window.
    sql`create or replace temp table origin_day as
      select origin, time::date as day, count(distinct principal) filter (errorCode in ${guessCodes}) as failed,
        count(distinct principal) filter (errorCode = 0) as welcome
      from origin group by all having failed > 0`,
  ];
}

/**
 * Attempts of origins that, in a day and those beside it, failed at `accountsAtLeast` accounts or more and at more than
 * `times` as many as they let in that day. No origin that fails a test of a moving day or hour is left out.
 */
export function attemptsOfFailingOrigins(accountsAtLeast: number, times: number): Sql {
  return sql`(
    select o.* from origin o semi join (
      select origin, day from (
        select origin, day, welcome, sum(failed) over (partition by origin order by day range between interval 1 day preceding and interval 1 day following) as failed
        from origin_day
      ) where failed >= ${accountsAtLeast} and failed > ${times} * welcome
    ) d on o.origin = d.origin and o.time >= d.day - interval 1 day and o.time < d.day + interval 2 days)`;
}

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
