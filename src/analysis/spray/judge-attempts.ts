import { literal, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { type Feature, features as allFeatures, keysOf, traced } from './feature.ts';
import { habits, novelty } from './habit.ts';

/** How soon an own success after a wrong password explains it. */
const explainedWithin = sql`interval 24 hours`;

/** Days between a failure and a success from one address after which it may be somebody else's. */
const addressDays = sql`7`;

/** A phone with an old password goes along with its owner: what fails at home in the same days fails on the way, too. */
const ownDevice = sql`
  select c.id from candidate c join (
    select distinct account_key, client_key, application_key, protocol_key, unnest([time::date - 1, time::date, time::date + 1]) as day
    from candidate f where outcome = 'wrong' and client_key <> 0 and exists (select 1 from own_day o
      where o.account_key = f.account_key and o.address_key = f.address_key and abs(o.day - f.time::date) <= ${addressDays})
  ) o on o.account_key = c.account_key and o.client_key = c.client_key and o.application_key = c.application_key and o.protocol_key = c.protocol_key
    and o.day = c.time::date
  where c.outcome = 'wrong'`;

/**
 * Makes the temporary table `judged`: every wrong guess, every right password that was stopped, and those successes of a password with
 * which an account shows a network, country or client for the first time. Each has
 * - `score`: see {@link novelty}; `isStrange`: a stranger is at least ten times likelier than the account's user;
 * - `isUnknown`: the account had no success before, so that its habits say nothing;
 * - `isExplained`: its user got in within a day from the same address, made the new network or new client an own one, or
 *   the same client failed in the same days from an address where the account got in.
 */
export async function judgeAttempts(store: Store, features: readonly Feature[], strangeFrom: number): Promise<void> {
  for (const statement of habits(features)) await store.run(statement);
  const columns = sql`source_table, file_id, record, time, principal, userId, ip, userAgent, appId, appDisplayName, errorCode, clientAppUsed,
    network, country, client, protocol, application, outcome, account_key, address_key, ${keysOf(allFeatures)}`;
  await store.run(sql`create or replace temp table candidate as
    select row_number() over () as id, * from (
      select ${columns} from ${traced(sql`(from plain_attempt where list_contains(['wrong', 'known'], outcome))`)}
      union all
      select * from (
        select ${columns} from ${traced(sql`(
          select * from plain_attempt t semi join (
            select distinct account_key, first from habit where list_contains(['network', 'country', 'client'], feature)
          ) h on t.account_key = h.account_key and t.time = h.first
          where outcome = 'success' and not isRenewal
        )`)}
        qualify row_number() over (partition by account_key, time, ${keysOf(allFeatures)} order by source_table, file_id, record) = 1
      )
    )`);
  await store.run(sql`create or replace temp table novelty as ${novelty(features, sql`candidate`)}`);
  const made = (feature: string, key: Sql) => sql`
    select id from candidate c join habit h
      on h.account_key = c.account_key and h.feature = ${literal(feature)} and h.value = ${key}
      and h.first > c.time and h.first <= c.time + ${explainedWithin}
    where c.outcome <> 'success'`;
  const known = new Set(features.map(({ name }) => name));
  await store.run(sql`create or replace temp table own_day as
    select account_key, address_key, time::date as day, min(time) as first, max(time) as last from plain_attempt
    semi join (select distinct account_key, address_key from candidate where outcome <> 'success' and address_key <> 0) using (account_key, address_key)
    where outcome = 'success' group by all`);
  const returned = (day: Sql, inTime: Sql) => sql`
    select id from candidate c join own_day o on o.account_key = c.account_key and o.address_key = c.address_key and o.day = ${day} and ${inTime}
    where c.outcome <> 'success'`;
  await store.run(sql`create or replace temp table explained as
    ${returned(sql`c.time::date`, sql`o.last >= c.time`)} union ${returned(sql`c.time::date + 1`, sql`o.first <= c.time + ${explainedWithin}`)}
    ${known.has('network') ? sql`union ${made('network', sql`c.network_key`)}` : sql``}
    ${known.has('client') ? sql`union ${made('client', sql`c.client_key`)} union ${ownDevice}` : sql``}`);
  await store.run(sql`create or replace temp table judged as
    select c.*, coalesce(n.score, 0) as score, coalesce(n.score, 0) >= ${strangeFrom} as isStrange,
      coalesce(n.isUnknown, true) as isUnknown, e.id is not null as isExplained
    from candidate c left join novelty n on n.id = c.id left join explained e on e.id = c.id`);
}
