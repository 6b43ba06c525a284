import { join, literal, sql, trusted, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { ExcessOf } from './find-excess.ts';
import { noSuchUser } from './outcome.ts';
import { legacyClients } from './run-accounts.ts';

/** What all attempts of a campaign may have in common, in the order in which it is told. */
const traits: readonly (readonly [string, Sql])[] = [
  ['application', sql`coalesce(appDisplayName, application)`],
  ['protocol', sql`protocol`],
  ['client', sql`client`],
  ['user agent', sql`userAgent`],
  ['address', sql`ip`],
  ['network', sql`network`],
  ['country', sql`country`],
  ['error', sql`case when outcome = 'wrong' and errorCode <> 50126 then errorCode::varchar end`],
];

export type Trait = { name: string; value: string };

/** One campaign of `sprayed` with what is told of it. */
export type Campaign = {
  campaign: number;
  first: Date;
  last: Date;
  attempts: number;
  guesses: number;
  addresses: number;
  networks: number;
  accounts: number;
  /** Accounts whose password is known to whoever sprays. */
  known: string[];
  traits: Trait[];
  isScanning: boolean;
  /** What its marks were expected to fail at; null for campaigns that only their number shows. */
  expectedAccounts: number | null;
  deviation: number | null;
};

/**
 * All campaigns of `sprayed`, the earliest first. One is scanning if it was there from the beginning of the evidence to its end, without a
 * time in which most of it happened (as far as so few attempts can tell), and tries accounts that are not there (a third of its attempts: mistakes of
 * people with the same client may be among the others) or old protocols: that beats on every tenant.
 */
export async function describeCampaigns(store: Store, found: ExcessOf): Promise<Campaign[]> {
  await store.run(
    sql`create or replace temp table campaign_attempt as select campaign, j.* from sprayed join judged j using (id)`,
  );
  const common = join(
    traits.map(
      ([name, value]) =>
        sql`select campaign, ${literal(name)} as name, ${value} as value, count(*) as times from campaign_attempt where ${value} <> '' group by all`,
    ),
    sql` union all `,
  );
  const position = join(
    traits.map(([name], at) => sql`when ${literal(name)} then ${trusted(String(at))}`),
    sql` `,
  );
  const rows = await store.rows<Campaign>(sql`
    with size as (
      select campaign, min(time) as first, max(time) as last, count(*) as attempts, count(*) filter (outcome = 'wrong') as guesses,
        count(distinct ip) as addresses, count(distinct network) as networks, count(distinct account_key) as accounts,
        count(distinct date_trunc('week', time)) as weeks, count(*) filter (errorCode = ${noSuchUser}) * 3 >= count(*) as isNobody,
        count(*) filter (list_contains(${legacyClients}, clientAppUsed)) * 2 >= count(*) as isLegacy
      from campaign_attempt group by campaign
    ), span as (
      select min(time) as first, max(time) as last, date_diff('day', min(time), max(time)) + 1 as days from attempt
    ), busiest as (
      select campaign, max(attempts) as attempts from (
        select campaign, count(*) as attempts from campaign_attempt, span group by campaign, floor(3 * (epoch(time) - epoch(span.first)) / greatest(epoch(span.last) - epoch(span.first), 1))
      ) group by campaign
    ), trait as (
      select campaign, list({'name': name, 'value': value} order by case name ${position} end) as traits
      from (${common}) t join size s using (campaign) where t.times >= 0.95 * s.attempts group by campaign
    ), opening as (
      select campaign, list_sort(list(distinct principal)) as known from opened join judged using (id) where campaign is not null group by campaign
    ), mark as (
      select campaign, arg_max(expected, deviation) as expectedAccounts, max(deviation) as deviation
      from campaign_mark join failing_mark using (kind, mark) group by campaign
    )
    select s.campaign, s.first, s.last, s.attempts, s.guesses, s.addresses, s.networks, s.accounts,
      coalesce(known, []) as known, coalesce(traits, []) as traits, expectedAccounts, deviation,
      known is null and span.days >= 14 and (isNobody or isLegacy)
        and s.weeks >= 0.6 * least(span.days / 7, s.attempts) and busiest.attempts <= s.attempts / 3 + greatest(s.attempts / 6, 2 * sqrt(s.attempts))
        and epoch(s.first) - epoch(span.first) <= 86400 * greatest(span.days / 7, 3 * span.days / s.attempts)
        and epoch(span.last) - epoch(s.last) <= 86400 * greatest(span.days / 7, 3 * span.days / s.attempts) as isScanning
    from size s join busiest using (campaign) cross join span
    left join trait using (campaign) left join opening using (campaign) left join mark using (campaign)
    order by s.first, s.campaign`);
  return rows.map((row) => ({ ...row, isScanning: row.isScanning && !found.has(row.campaign) }));
}
