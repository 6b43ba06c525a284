/**
 * What public rules look for, in our own SQL over the view `attempt`: rows `at` (when its alarm could be raised) and
 * `attacks` (records of the attacker, file 2, in what the alarm counts). Rules and thresholds: Azure-Sentinel
 * SigninPasswordSpray and LowAndSlowPasswordAttempt, Elastic entra_id_brute_force_activity, Splunk o365
 * multi_source_failed_authentications_spike, Sentinel DistribPassCrackAttempt. `scale` multiplies all thresholds; 1 is the rule as published.
 */
import { sql } from '../dist/store/sql.js';

const failed = sql`errorCode in (50053, 50126, 50055, 50056, 50034, 50057, 50074, 50076, 50079, 50072, 50158, 500121)`;

export const rules = {
  // 5 accounts by one address at one application in 20 minutes, more failures than successes.
  'per address': (scale) => sql`
    select time_bucket(interval 20 minutes, time) + interval 20 minutes as at, count(*) filter (file_id = 2) as attacks
    from attempt group by ip, appId, time_bucket(interval 20 minutes, time)
    having count(distinct principal) filter (errorCode in (50053, 50126, 50055)) >= ${5 * scale}
      and count(*) filter (errorCode in (50053, 50126, 50055)) > count(*) filter (errorCode = 0)`,
  // In 15 minutes of the whole tenant: 15 accounts and one kind of error, or 30 failures at 10 accounts that are more than the 5 or more addresses.
  '15-minute bucket': (scale) => sql`
    select time_bucket(interval 15 minutes, time) + interval 15 minutes as at, count(*) filter (file_id = 2) as attacks
    from attempt where ${failed} group by time_bucket(interval 15 minutes, time)
    having (count(distinct principal) >= ${15 * scale} and count(distinct errorCode) = 1 and count(*) >= ${15 * scale})
      or (count(distinct principal) >= ${10 * scale} and count(distinct ip) >= ${5 * scale} and count(distinct principal) > count(distinct ip)
        and count(*) >= ${30 * scale})`,
  // More than 20 accounts, addresses and pairs of them in 5 minutes.
  'multi-source': (scale) => sql`
    select time_bucket(interval 5 minutes, time) + interval 5 minutes as at, count(*) filter (file_id = 2) as attacks
    from attempt where errorCode in (50126, 50053, 50056) group by time_bucket(interval 5 minutes, time)
    having count(distinct principal) > ${20 * scale} and count(distinct ip) > ${20 * scale} and count(distinct (principal, ip)) > ${20 * scale}`,
  // One account: failures from more than 5 countries by addresses that are seen once, or 30 failures from 3 places in a day.
  'per account': (scale) => sql`
    select max(time) as at, count(*) filter (file_id = 2) as attacks from (
      select * from attempt where errorCode in (50055, 50126) qualify count(*) over (partition by ip) = 1
    ) group by principal having count(distinct country) > ${5 * scale}
    union all
    select time::date + interval 1 day, count(*) filter (file_id = 2)
    from attempt where ${failed} group by principal, time::date having count(*) > ${30 * scale} and count(distinct country) >= ${3 * scale}`,
};

/** Our campaigns in the same form, with all that they hold. */
export const ours = sql`
  select campaign, max(time) as at, count(*) filter (file_id = 2) as attacks, count(*) as attempts
  from strange_attempt join campaign c using (campaign) where c.kind = 'spray' and outcome = 'wrong' group by campaign`;
