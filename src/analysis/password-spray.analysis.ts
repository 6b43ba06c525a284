import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { attemptsOfFailingOrigins, guessCodes } from './attempt.ts';
import { signInExample } from './example-record.ts';

const accountsAtLeast = 5;

/**
 * Failed guesses at several accounts that have their origin in common: the address within a day, or, where the address
 * changes, the client (user agent and application) within an hour, if nearly everything that this client does fails.
 */
const analysis: Analysis = {
  detection: 'password-spray',
  title: 'Passwords sprayed over several accounts',
  description: `Failed sign-ins at ${accountsAtLeast} or more accounts from one address within a day, or by one unusual client within an hour.`,
  severity: 'high',
  techniques: ['T1110.003'],
  next: 'List every account that this origin reached with a right password, reset those, and look for the same client on other days and addresses.',
  falsePositives: ['A gateway through which a whole office signs in, on the day of a forced password change.'],
  references: ['https://attack.mitre.org/techniques/T1110/003/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    with candidate as materialized (
      select * from ${attemptsOfFailingOrigins(accountsAtLeast, 4)}
    ), counted as (
      select *,
        count(distinct principal) filter (errorCode in ${guessCodes}) over (partition by origin order by time range between interval 24 hours preceding and current row) as in_day,
        count(distinct principal) filter (errorCode in ${guessCodes}) over (partition by origin order by time range between interval 1 hour preceding and current row) as in_hour,
        count(distinct principal) filter (errorCode = 0) over (partition by origin order by time range between interval 24 hours preceding and interval 24 hours following) as welcome
      from candidate
    ), suspect as (
      -- An address or client that lets many more people in than it fails is an office or a browser, not a spray.
      select origin, min(time) - interval 24 hours as since, max(time) + interval 1 hour as until
      from (select *, case kind when 'address' then in_day else in_hour end as accounts from counted)
      where accounts >= ${accountsAtLeast} and accounts > 4 * welcome group by origin
    )
    select distinct on (c.source_table, c.file_id, c.record) c.origin as key, c.source_table, c.file_id, c.record
    from candidate c join suspect s on c.origin = s.origin and c.time between s.since and s.until
    where c.errorCode in ${guessCodes}
    order by c.source_table, c.file_id, c.record, c.origin`,
  examples: [
    {
      name: 'six accounts from one address',
      fires: true,
      records: ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].map((user, index) =>
        signInExample(`spray-${user}`, index * 40, user, 50126, { userAgent: `Agent/${index}` }),
      ),
    },
    {
      name: 'six accounts by one client, each from another address',
      fires: true,
      records: ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].map((user, index) =>
        signInExample(`spread-${user}`, index * 5, user, 50126, {
          ipAddress: `198.51.100.${index}`,
          userAgent: 'python-requests/2.31',
        }),
      ),
    },
    {
      name: 'one person who forgot the password',
      fires: false,
      records: [0, 1, 2, 3, 4, 5, 6].map((minute) =>
        signInExample(`forgot-${minute}`, minute, 'ada', 50126, { ipAddress: '192.0.2.1', userAgent: 'A' }),
      ),
    },
    {
      name: 'an office: six mistype, eight get in',
      fires: false,
      records: [
        ...['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].map((user, index) =>
          signInExample(`office-${user}`, index, user, 50126, { ipAddress: '192.0.2.9', userAgent: 'B' }),
        ),
        ...['ada', 'ben', 'cem', 'dia', 'eva', 'fay', 'gus', 'hal'].map((user, index) =>
          signInExample(`office-in-${user}`, 10 + index, user, 0, { ipAddress: '192.0.2.9', userAgent: 'B' }),
        ),
      ],
    },
  ],
};

export default analysis;
