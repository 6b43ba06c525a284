import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { overlap, type Period } from './find-excess.ts';

/** Days with guesses at one account that are looked for: one in five. A slower run is not told. */
const attackedPerDay = sql`0.2`;

/** Accounts differ: in a quiet tenant too, some have such a day once in 500. */
const usualAtLeast = sql`0.002`;

/** How many days of a tenant's average an account's own past counts against. */
const priorDays = sql`60`;

/** Older days of an account are its past; younger ones may be the run itself. */
const past = sql`interval 30 days`;

/** False alarms in thirty days over all accounts. */
const falseRunsPerMonth = 0.1;

/** Names that are given to accounts nobody looks after. */
const neglected = sql`'(^|[^a-z])(test|legacy|svc|service|dev|demo|old|tmp|temp|dummy|pilot|lab|backup|scan|printer|kiosk|shared)([^a-z]|$)'`;

/** Values of `clientAppUsed` for protocols that know no second factor. */
export const legacyClients = sql`['IMAP4', 'IMAP', 'POP3', 'POP', 'Authenticated SMTP', 'SMTP', 'Exchange ActiveSync', 'Other clients', 'MAPI Over HTTP', 'Exchange Web Services', 'Autodiscover', 'Offline Address Book', 'Outlook Anywhere (RPC over HTTP)', 'Exchange Online PowerShell']`;

/**
 * Makes the temporary table `account_run`: accounts at which strange guesses go on for longer than their past and the tenant's
 * average explain, whatever the guesses have in common. A sequential probability ratio test that begins anew when
 * it falls below zero: each day with such guesses adds the logarithm of the rate looked for over the usual one, the time
 * between takes away what an attacked account would have had. Neglected accounts begin with an advantage. One row a run:
 * `first`, `last`, `alarm` (when it was sure), `days`, `guesses`, `score`, `needed`.
 */
export async function runAccounts(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table guessed_day as
    select account_key, any_value(principal) as principal, time::date as day, count(*) as guesses, min(time) as first, max(time) as last
    from judged where outcome = 'wrong' and not isExplained and (isStrange or isUnknown) and errorCode <> 50034
      and id not in (select id from sprayed) group by account_key, time::date`);
  await store.run(sql`create or replace temp table account_run as
    with span as (
      select (select min(time) from attempt)::date as beginning, (select date_diff('day', min(time), max(time)) + 1 from attempt) as days,
        (select count(distinct account_key) from success) + (select count(distinct account_key) from guessed_day) as accounts,
        (select count(*) from guessed_day) as guessed
    ), rate as (
      select *, greatest(guessed / (greatest(accounts, 50) * days), ${usualAtLeast}) as usual,
        ln(greatest(guessed, accounts * days * ${usualAtLeast}, 10) / (${falseRunsPerMonth} * greatest(days, 10) / 30)) as needed from span
    ), lately as (
      select account_key, min(time) as entered, max(time) as last, bool_and(authenticationRequirement = 'singleFactorAuthentication') as isSingle,
        bool_or(list_contains(${legacyClients}, clientAppUsed)) as isLegacy
      from plain_attempt semi join guessed_day using (account_key) where outcome = 'success' group by account_key
    ), step as (
      select d.*, needed, usual, lately.last as left_off, entered, isSingle, isLegacy, date_diff('day', beginning, day) as age,
        count(*) over (partition by d.account_key order by day range between unbounded preceding and ${past} preceding) as earlier,
        date_diff('day', lag(day) over (partition by d.account_key order by day), day) as pause
      from guessed_day d join rate on true left join lately using (account_key)
    ), gain as (
      select *, case when entered is null or entered > day or left_off < day - interval 30 days then 1.5 else 0 end
          + case when regexp_matches(split_part(principal, '@', 1), ${neglected}) then 1.5 else 0 end 
          + case when isSingle then 0.7 else 0 end + case when isLegacy then 0.7 else 0 end as advantage,
        (${priorDays} * usual + earlier) / (${priorDays} + greatest(age - 30, 0)) as own from step
    ), summed as (
      select *, sum(greatest(ln(${attackedPerDay} / own), 0) - (${attackedPerDay} - least(own, ${attackedPerDay})) * coalesce(pause, 0))
        over (partition by account_key order by day rows unbounded preceding) as total,
        greatest(ln(${attackedPerDay} / own), 0) as own_gain from gain
    ), lowest as (
      -- The sum so far without this day's gain: where it is lowest, the test begins.
      select *, min(total - own_gain) over (partition by account_key order by day rows unbounded preceding) as bottom from summed
    ), started as (
      select *, total - bottom as score, max(case when total - own_gain = bottom then day end) over (partition by account_key order by day rows unbounded preceding) as beginning from lowest
    )
    select account_key, any_value(principal) as principal, beginning, min(first) as first, max(last) as last, count(*) as days, sum(guesses)::bigint as guesses,
      max(score) as score, any_value(needed) - max(advantage) as needed, min(first) filter (score >= needed - advantage) as alarm, max(advantage) > 0 as isNeglected
    from started group by account_key, beginning having max(score) >= any_value(needed) - max(advantage) and count(*) >= 3`);
}

/** So many accounts under a slow attack at the same time are one campaign. */
const runsAtLeast = 3;

type Run = { account: string; since: number; until: number };

/**
 * Makes campaigns in `sprayed` of runs that overlap in time, numbered from `campaigns` on: few accounts that are guessed at
 * again and again, whatever the guesses have in common. Those at the time of one of `earlier` belong to it. Hours of the periods count from the midnight of `firstDay`.
 */
export async function gatherRuns(
  store: Store,
  campaigns: number,
  earlier: readonly Period[],
  firstDay: number,
): Promise<Period[]> {
  const runs = await store.rows<Run>(sql`
    select account_key::varchar as account, epoch(first) / 3600 - ${firstDay * 24} as since, epoch(last) / 3600 - ${firstDay * 24} as until
    from account_run order by first, account_key`);
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group !== undefined && group.some(({ until }) => until >= run.since)) group.push(run);
    else groups.push([run]);
  }
  const periods: Period[] = [];
  for (const group of groups.filter((candidate) => candidate.length >= runsAtLeast)) {
    const from = Math.min(...group.map(({ since }) => since));
    const until = Math.max(...group.map((run) => run.until));
    const beside = earlier.find((other) => overlap(other, { from, until }) > 0.5);
    const campaign = beside?.campaign ?? campaigns + periods.length;
    for (const { account, since, until } of group) {
      await store.run(sql`insert into sprayed select id, ${campaign}::integer from judged
        where account_key = ${account}::ubigint and outcome = 'wrong' and not isExplained
          and epoch(time) / 3600 - ${firstDay * 24} between ${since} and ${until} and id not in (select id from sprayed)`);
    }
    if (beside === undefined) periods.push({ campaign, from, until });
  }
  return periods;
}
