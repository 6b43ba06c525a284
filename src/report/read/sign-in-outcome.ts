import { identifier, join, sql, trusted, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** How a sign-in ended, told by its error code. */
export const outcomes = ['success', 'wrong-password', 'locked', 'stopped', 'other'] as const;

export type Outcome = (typeof outcomes)[number];

/**
 * Error codes by outcome, from Microsoft's "Microsoft Entra authentication and authorization error codes". `stopped` are
 * the codes that come after the password was accepted: second factor, registration, expiry, assignment, conditional
 * access. A disabled account (50057) is counted there too, although the page does not say whether the password was right.
 */
const codes: Readonly<Record<Exclude<Outcome, 'success' | 'other'>, readonly number[]>> = {
  'wrong-password': [50034, 50056, 50126],
  locked: [50053],
  stopped: [
    50055, 50057, 50072, 50074, 50076, 50078, 50079, 50105, 50125, 50144, 50158, 53000, 53001, 53002, 53003, 53004,
    530031, 530032, 530034,
  ],
};

/** Sign-ins of one day (UTC) by outcome. */
export type SignInDay = { day: string } & Record<Outcome, number>;

/**
 * Sign-ins per day with at least one, in order: every record of the sign-in logs, and the sign-ins of the unified audit
 * log. A sign-in that is in two logs counts in both.
 */
export async function readSignInDays(store: Store): Promise<SignInDay[]> {
  const counts = outcomes.map((outcome) => sql`count(*) filter (outcome = ${outcome}) as ${identifier(outcome)}`);
  return await store.rows<SignInDay>(sql`
    select strftime(time, '%Y-%m-%d') as day, ${join(counts)}
    from (
      select time::date as time, ${outcomeOf(sql`errorCode`)} as outcome from sign_in where time is not null
      union all
      select time::date, ${outcomeOf(sql`coalesce(errorCode, case operation when 'UserLoggedIn' then 0 end)`)}
      from activity where operation in ('UserLoggedIn', 'UserLoginFailed') and time is not null
    ) group by time order by time`);
}

function outcomeOf(code: Sql): Sql {
  return sql`case when ${code} = 0 then 'success'
    when ${code} in (${list(codes['wrong-password'])}) then 'wrong-password'
    when ${code} in (${list(codes.locked)}) then 'locked'
    when ${code} in (${list(codes.stopped)}) then 'stopped'
    else 'other' end`;
}

function list(numbers: readonly number[]): Sql {
  return trusted(numbers.join(', '));
}
