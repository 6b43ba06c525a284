import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { marks } from './group-guesses.ts';

/** A stranger is a hundred times likelier than the account's user. */
const veryStrange = sql`j.score >= ln(100)`;

const guessedAccounts = sql`create or replace temp table campaign_account as
  select campaign, account_key, min(time) as first from sprayed join judged using (id) where outcome = 'wrong' group by all`;

/**
 * Adds to the groups in `sprayed` what else has their marks around the same time: guesses that are not strange to their account or looked
 * explained, and right passwords from a source that is strange to the account. Marks that are not an agent or an address are shared with
 * people, so that there the account must have been guessed at before. An address that fails at many is strange to an account that was never in
 * its network, even where too little is known of the account's habits to say so. Leaves the temporary table `judged_mark`.
 */
export async function attachMarked(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table campaign_span as
    select campaign, min(time) - interval 1 day as since, max(time) + interval 1 day as until from sprayed join judged using (id) group by campaign`);
  await store.run(guessedAccounts);
  await store.run(sql`create or replace temp table judged_mark as
    select j.id, j.time, j.account_key, outcome, isStrange or isUnknown or (m.kind = 'address' and h.account_key is null) as isForeign, m.kind, m.mark
    from (select *, unnest(${marks}) as m from judged where id not in (select id from sprayed)) j
    semi join failing_mark f on f.kind = m.kind and f.mark = m.mark
    left join habit h on h.account_key = j.account_key and h.feature = 'network' and h.value = j.network_key and h.first < j.time`);
  await store.run(sql`insert into sprayed
    select j.id, min(c.campaign) from judged_mark j join campaign_mark c using (kind, mark)
    join campaign_span s on s.campaign = c.campaign and j.time between s.since and s.until
    left join campaign_account a on a.campaign = c.campaign and a.account_key = j.account_key and a.first <= j.time
    where j.outcome = 'wrong' or (j.isForeign and (list_contains(['agent', 'address'], j.kind) or a.account_key is not null))
    group by j.id`);
}

/**
 * Adds to the campaigns without marks the right passwords that are theirs, and makes the temporary table `opened` (`id` of an
 * attempt, `campaign` or null): right passwords that whoever guesses now knows, also those without a campaign, where an account
 * under a slow attack opens to a very strange source or an agent or address opens an account after it failed at several others.
 */
export async function attachSuccesses(store: Store): Promise<void> {
  await store.run(guessedAccounts);
  // Where only the number over time shows a campaign: an account that it guessed at opens to a client that is new to the account, in a network
  // that was seen guessing and that nobody here uses.
  await store.run(sql`insert into sprayed
    select j.id, min(a.campaign) from judged j
    join campaign_account a on a.account_key = j.account_key and j.time between a.first and a.first + interval 30 days
    join (select distinct campaign, network_key from sprayed join judged using (id) where outcome = 'wrong') c
      on c.campaign = a.campaign and c.network_key = j.network_key
    left join tenant_habit t on t.feature = 'network' and t.value = j.network_key
    left join habit h on h.account_key = j.account_key and h.feature = 'client' and h.value = j.client_key and h.first < j.time
    where j.outcome <> 'wrong' and ${veryStrange} and h.account_key is null and coalesce(t.accounts, 0) <= 2
      and a.campaign not in (select campaign from campaign_mark) and j.id not in (select id from sprayed) group by j.id`);
  await store.run(sql`create or replace temp table opened as
    select id, campaign from sprayed join judged using (id) where outcome <> 'wrong'
    union
    select j.id, null from judged j join account_run r
      on r.account_key = j.account_key and j.time > r.alarm and j.time <= r.last + interval 7 days
    left join habit h on h.account_key = j.account_key and h.feature = 'client' and h.value = j.client_key and h.first < j.time
    where j.outcome <> 'wrong' and ${veryStrange} and h.account_key is null and j.id not in (select id from sprayed)
    union
    select j.id, null from judged_mark j join likeness l using (kind, mark)
    join judged g on g.id = l.id and g.account_key <> j.account_key and abs(epoch(g.time) - epoch(j.time)) <= 86400
    where j.outcome <> 'wrong' and j.isForeign and list_contains(['agent', 'address'], j.kind) and j.id not in (select id from sprayed)
    group by j.id having count(distinct g.account_key) >= 3`);
}
