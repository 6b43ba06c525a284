import { eventTables } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { identifier, literal, sql, type Sql } from '../store/sql.ts';

/** The guess was wrong, or the account could not be guessed at. Source: Microsoft Entra error codes. */
export const guessCodes = sql`(50126, 50053, 50034, 50056, 50057)`;

/** The password was right and something after it stopped the sign-in, so it counts as known to who tried. */
export const passwordRightCodes = sql`(50055, 50072, 50074, 50076, 50078, 50079, 50105, 50125, 50131, 50144, 50158, 53000, 53001, 53002, 53003, 53004)`;

/**
 * Views for analyses: `scoped_<table>` holds the events of the time asked for, `attempt` every attempt of a user to
 * sign in, from the sign-in logs and from the unified audit log.
 */
export function analysisViews(window: TimeWindow): Sql[] {
  const since = window.since === undefined ? sql`true` : sql`time >= ${literal(window.since)}::timestamp`;
  const until = window.until === undefined ? sql`true` : sql`time < ${literal(window.until)}::timestamp`;
  const scoped = eventTables.map(
    (table) => sql`create or replace temp view ${identifier(`scoped_${table}`)} as select * from ${identifier(table)} where ${since} and ${until}`,
  );
  return [
    ...scoped,
    sql`create or replace temp view attempt as
      select 'sign_in' as source_table, file_id, record, time, principal, ip, userAgent, appId, errorCode, authenticationRequirement
      from scoped_sign_in where log in ('sign-in', 'non-interactive-sign-in', 'adfs-sign-in')
      union all
      select 'activity', file_id, record, time, principal, ip, userAgent, appId, errorCode, null
      from scoped_activity where log = 'unified-audit' and operation in ('UserLoggedIn', 'UserLoginFailed')`,
  ];
}
