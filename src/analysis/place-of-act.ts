import { sql, type Sql } from '../store/sql.ts';

/** The first halves of IPv4 addresses, the first three groups of IPv6 addresses: what one provider gives out in one region. */
const prefix = (ip: Sql): Sql =>
  sql`case when contains(${ip}, ':') then array_to_string(string_split(${ip}, ':')[:3], ':') else regexp_extract(${ip}, '^[0-9]+\\.[0-9]+') end`;

/** IPv4 addresses without their last number, IPv6 as in {@link prefix}. */
const neighbourhood = (ip: Sql): Sql =>
  sql`case when contains(${ip}, ':') then array_to_string(string_split(${ip}, ':')[:3], ':') else regexp_extract(${ip}, '^[0-9]+\\.[0-9]+\\.[0-9]+') end`;

/**
 * For each of `acts` (rows `file_id`, `record`, `principal`, `time`, `ip`) where it came from, compared with the account's sign-ins:
 * - `network`: the autonomous system as sign-ins from the same address or its neighbours tell it, else the address's prefix;
 * - `before`: successes more than a day earlier, and `there`, those of them in the same network;
 * - `recent`: successes in the same network from a day before the act on;
 * - `guesses`: wrong passwords in the thirty days before, from networks that never let the account in and are not those of scanners;
 * - `isSameCountry`: an earlier success was in the country of the address; null where that is not known.
 */
export function placesOfActs(acts: Sql): Sql {
  return sql`
  with act as (select *, ${prefix(sql`ip`)} as prefix, ${neighbourhood(sql`ip`)} as neighbourhood from (${acts})),
  attempted as (
    select distinct ip, ${prefix(sql`ip`)} as prefix, ${neighbourhood(sql`ip`)} as neighbourhood, autonomousSystemNumber as number, country
    from attempt where ip is not null and ${prefix(sql`ip`)} in (select prefix from act)
  ), located as (
    select a.*, coalesce(exact.number, near.number) as number, coalesce(exact.country, near.country, region.country) as country
    from act a
    left join (select ip, max(number) as number, max(country) as country from attempted group by ip) exact on exact.ip = a.ip
    left join (select neighbourhood, mode(number) as number, mode(country) as country from attempted group by neighbourhood) near on near.neighbourhood = a.neighbourhood
    left join (select prefix, case when count(distinct country) = 1 then max(country) end as country from attempted group by prefix) region on region.prefix = a.prefix
  ), seen as (
    select source_table, file_id, record, principal, time, ${prefix(sql`ip`)} as prefix, autonomousSystemNumber as number, country, errorCode,
      coalesce('AS' || autonomousSystemNumber, ${prefix(sql`ip`)}) as network
    from attempt where principal in (select principal from act)
  ), own as (
    select distinct principal, network from seen where errorCode = 0
  ), guessed as (
    select principal, time, number, prefix from seen anti join own using (principal, network)
    anti join (select source_table, file_id, record from strange_attempt semi join (select campaign from campaign where kind = 'scanning') using (campaign)) using (source_table, file_id, record)
    where errorCode = 50126
  ), compared as (
    select l.file_id, l.record,
      count(*) filter (s.time < l.time - interval 1 day) as before,
      count(*) filter (s.time < l.time - interval 1 day and (s.number = l.number or s.prefix = l.prefix)) as there,
      count(*) filter (s.time between l.time - interval 1 day and l.time + interval 10 minutes and (s.number = l.number or s.prefix = l.prefix)) as recent,
      bool_or(s.time < l.time - interval 1 day and s.country = l.country) as isSameCountry
    from located l left join seen s on s.principal = l.principal and s.errorCode = 0 group by l.file_id, l.record
  ), tried as (
    select l.file_id, l.record, count(*) as guesses from located l join guessed g on g.principal = l.principal
      and g.time between l.time - interval 30 days and l.time and g.number is distinct from l.number and g.prefix <> l.prefix
    group by l.file_id, l.record
  )
  select l.file_id, l.record, l.principal, l.time, coalesce('AS' || l.number, l.prefix) as network, c.before, c.there, c.recent,
    coalesce(t.guesses, 0) as guesses, case when l.country is not null then c.isSameCountry end as isSameCountry
  from located l join compared c using (file_id, record) left join tried t using (file_id, record)`;
}

/** Accounts that were made in the time of the evidence, and when: rows `principal`, `made`. */
export const madeAccounts: Sql = sql`
  select lower(coalesce(list_filter(flatten(list_transform(targets, lambda t: t.properties)), lambda p: p.name = 'UserPrincipalName')[1].new, targets[1].name)) as principal,
    min(time) as made
  from scoped_activity where operation = 'Add user' group by all`;
