import { sql, type Sql } from '../../store/sql.ts';
import { movedSessions } from './session.ts';

/** Days of evidence before which the silence of an account says nothing. */
const silenceDays = 14;
/** Days of an account's sign-ins before which nothing is new: people have an office, a home and weekends. */
const pastDays = 7;
/** Days without a success after which an account counts as asleep. */
const asleepDays = 30;
/** Days after somebody's first sign-in from a network within which a machine of the tenant says that it is the owner's. */
const trustDays = 2;
/** Days over which guesses count towards the success after them. */
const guessDays = 60;

/**
 * `user_network`: for each account and network when it first got in, and how strange that was by `score`, with the reasons in words.
 * What raises it: a network, country or client that the account did not use before, a long sleep before, wrong passwords from other
 * networks before (worth the more, the fewer accounts have any). What lowers it: a device that the tenant manages, a second
 * factor given at the first sign-in. Accounts that were made in this time have no past, so their score is null.
 *
 * `application_network`: the same for service principals, over all their keys.
 */
export const contextTables: readonly Sql[] = [
  sql`create or replace temp table moved_sign_in as ${movedSessions}`,
  sql`create or replace temp table moved_session as
    select 'user ' || coalesce(a.id, m.principal) as entity, network from moved_sign_in m
    left join user_alias a on a.name = m.principal group by all`,
  sql`create or replace temp table sprayed as
    select 'user ' || coalesce(a.id, x.principal) as entity, min(x.time) as sprayedSince, any_value(len(c.accounts)) as accounts
    from strange_attempt x join campaign c on c.campaign = x.campaign and c.kind = 'spray' left join user_alias a on a.name = x.principal group by all`,
  // Only accounts that did something which could be a step, or whose session or password was in other hands.
  sql`create or replace temp table watched as
    select actor as entity from step where actorKind is distinct from 'application' and actor is not null
    union select target from step where targetKind = 'user' and kind in ('second-factor', 'user', 'directory-role', 'password')
    union select entity from moved_session union select entity from sprayed`,
  sql`create or replace temp table user_place as
    with source as (
      select 'user ' || coalesce(case when contains(s.userId, '-') then s.userId end, a.id, s.principal) as entity, s.*
      from user_source s left join user_alias a on a.name = s.principal
    ), known as (
      select *, min(first) over (partition by entity) as userFirst,
        min(first) over (partition by entity, country) as countryFirst,
        min(first) over (partition by entity, client) as clientFirst
      from source where entity in (select entity from watched)
    )
    select entity, network, any_value(principal) as principal, min(first) as first, max(last) as last, sum(successes)::bigint as successes,
        any_value(userFirst) as userFirst, arg_min(country, first) as country,
        -- A place does not become the owner's because they come there after somebody else.
        coalesce(min(first) filter (isTrusted) <= min(first) + to_days(${trustDays}), false) as isTrusted, arg_min(isMultiFactor, first) as isMultiFactor,
        min(countryFirst) as countryFirst, arg_min(clientFirst, first) as clientFirst,
        max(lastGuess) as lastGuess, sum(guesses)::bigint as guesses
      from known group by entity, network`,
  sql`create or replace temp table guessed_before as
    select p.entity, p.network, sum(o.guesses) as guesses from user_place p
    join user_place o on o.entity = p.entity and o.first is null and o.network <> p.network and o.lastGuess between p.first - to_days(${guessDays}) and p.last
    where p.first is not null group by all`,
  sql`create or replace temp table user_network as
    with begun as (
      select split_part(principal, '@', 2) as domain, min(least(first, firstGuess)) as start from user_source group by all
    ), closed as (
      -- Accounts with wrong passwords from networks that never let them in.
      select principal, network, sum(guesses) as guesses from user_source group by all having max(first) is null
    ), rare as (
      select least(1.5, -log10(greatest((select count(distinct principal) from closed where guesses > 0), 1) / greatest(count(distinct principal), 1))) as worth from user_source
    ), judged as (
      select p.*, b.start, coalesce(g.guesses, 0) as guessesBefore,
        max(p.last) over (partition by p.entity order by p.first, p.network rows between unbounded preceding and 1 preceding) as previous
      from user_place p left join begun b on b.domain = split_part(p.principal, '@', 2) left join guessed_before g on g.entity = p.entity and g.network = p.network
      where p.first is not null
    ), marked as (
      select *, first - userFirst >= to_days(${pastDays}) as hasPast,
        first - userFirst < interval 1 day and first - start >= to_days(${silenceDays}) as isSilent,
        previous is not null and first - previous >= to_days(${asleepDays}) as isAsleep
      from judged
    )
    select m.entity, principal, m.network, country, m.first, last, successes, isTrusted,
      -- An account without a past fell with its first success.
      case when first - userFirst >= interval 1 day then first else userFirst end as fell,
      case when n.entity is not null then null when isTrusted then 0.0 else
        case when hasPast then 1.0 when isSilent then 1.5 else 0.0 end + case when isAsleep then 1.0 else 0.0 end
        + case when hasPast and country is not null and countryFirst >= first then 1.0 else 0.0 end
        + case when hasPast and clientFirst >= first then 1.0 else 0.0 end
        + case when guessesBefore > 0 then (select worth from rare) + case when guessesBefore >= 3 then 0.5 else 0.0 end else 0.0 end
        + case when v.entity is not null and hasPast then 2.5 else 0.0 end + case when y.entity is not null then 1.5 else 0.0 end
        - case when isMultiFactor then 1.0 else 0.0 end end as score,
      list_filter([
        case when hasPast and countryFirst >= first and country is not null then 'a network and a country that the account had not used before'
          when hasPast then 'a network that the account had not used before' end,
        case when hasPast and clientFirst >= first then 'a client that it had not used before' end,
        case when isSilent then 'no sign-in of the account in the ' || date_diff('day', start, first) || ' days of evidence before' end,
        case when isAsleep then 'no sign-in of the account for ' || date_diff('day', previous, first) || ' days before' end,
        case when guessesBefore > 0 then guessesBefore || case when guessesBefore = 1 then ' wrong password' else ' wrong passwords' end || ' from other networks before' end,
        case when y.entity is not null then 'a password spray at ' || y.accounts || case when y.accounts = 1 then ' account' else ' accounts' end || ' before' end,
        case when v.entity is not null and hasPast then 'a session that had begun on another machine' end
      ], lambda r: r is not null) as reasons
    from marked m left join (
      select target as entity, min(time) as made from step where kind = 'user' group by all
    ) n on n.entity = m.entity and m.first between n.made - interval 1 day and n.made + to_days(45)
    left join moved_session v on v.entity = m.entity and v.network = m.network
    left join sprayed y on y.entity = m.entity and y.sprayedSince <= m.last`,
  sql`create or replace temp table application_network as
    with source as (
      select 'application ' || a.label as entity, s.* from application_source s join application_alias a on a.alias = s.appId
    ), place as (
      select entity, network, arg_min(country, first) as country, min(first) as first, max(last) as last, sum(successes)::bigint as successes,
        arg_min(key, first) as key
      from source group by all
    ), begun as (select min(first) as start from application_source),
    known as (
      select *, min(first) over (partition by entity) as applicationFirst, min(first) over (partition by entity, country) as countryFirst,
        (select start from begun) as start
      from place
    ), marked as (
      select *, first - applicationFirst >= interval 3 days as hasPast,
        first = applicationFirst and first - start >= to_days(${silenceDays})
          and entity not in (select target from step where kind in ('application', 'service-principal') and target is not null) as isSilent,
        -- Networks that are new within the 30 days after this one: software stays where it is.
        (select count(*) from place o where o.entity = known.entity and o.first between known.first - interval 30 days and known.first + interval 30 days
          and o.successes <= 5) as networksAround,
        (select min(s.first) from source s where s.entity = known.entity and s.key = known.key) as keyFirst
      from known
    )
    select entity, network, country, first, last, successes, hasPast,
      case when hasPast then 1.0 when isSilent then 1.0 else 0.0 end
      + case when hasPast and countryFirst >= first and country is not null then 0.5 else 0.0 end
      + case when hasPast and keyFirst >= first then 0.5 else 0.0 end
      + case when networksAround >= 3 then 1.0 else 0.0 end as score,
      list_filter([
        case when hasPast then 'a network that the application had not used before' end,
        case when hasPast and keyFirst >= first then 'a credential that it had not used before' end,
        case when isSilent then 'no sign-in of the application in the ' || date_diff('day', start, first) || ' days of evidence before' end,
        case when networksAround >= 3 then networksAround || ' networks within a month' end
      ], lambda r: r is not null) as reasons
    from marked`,
];
