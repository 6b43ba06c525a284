import { sql, type Sql } from '../../store/sql.ts';
import { grace } from './familiar.ts';

/** What an account's way in must be worth to begin a story. */
const strangeAccountAtLeast = 2.5;
/** The same for an application's way in, which must also do something with it that it did not do before. */
const strangeApplicationAtLeast = 1;
/** The same for an application that users consented to. */
const strangeConsentAtLeast = 3;

/**
 * `seed`: ways in that are strange enough to begin a story if something was done with them; `tainted`: who fell first.
 */
export const seeds: readonly Sql[] = [
  // All that is left where no sign-in log is: a mail permission, a credential and one's own mail read through an application, at once.
  sql`create or replace temp table hasty as
    select g.actor as entity, min(g.time) as since, ${strangeAccountAtLeast} as score, null::varchar as network,
      ['a permission to mail, a credential and mail being read within ' || max(date_diff('minute', g.time, m.time)) || ' minutes', 'no sign-in of the account in the evidence'] as reasons
    from act g join act c on c.actor = g.actor and c.kind = 'credential' and c.time between g.time - interval 1 hour and g.time + interval 1 hour
    join user_alias u on 'user ' || u.id = g.actor
    join scoped_activity m on m.principal = u.name and m.operation = 'MailItemsAccessed' and m.clientAppId is not null and m.time between greatest(g.time, c.time) and g.time + interval 2 hours
    where g.kind in ('consent', 'delegated-grant', 'app-role') and g.isMail and g.actorKind = 'user'
      and g.actor not in (select entity from user_network)
    group by g.actor`,
  sql`create or replace temp table seed as
    with enrolled as (
      -- A second factor from there is worth as much as a trait of the sign-in, if it is the account's first.
      select a.target as entity, a.network, min(a.time) as time from act a
      where a.kind = 'second-factor' group by all
    ), account as (
      select n.entity, n.fell as since, n.score + case when e.time is not null then 1.0 else 0.0 end as score, n.network,
        case when e.time is not null then list_append(n.reasons, 'a second factor enrolled from there') else n.reasons end as reasons
      from user_network n left join enrolled e on e.entity = n.entity and e.network = n.network and e.time >= n.fell - ${grace}
    )
    select * from account where score >= ${strangeAccountAtLeast}
      and (exists (select 1 from act a where a.actor = account.entity and a.network = account.network and a.time >= account.since - ${grace} and a.kind <> 'second-factor')
        or exists (select 1 from account_mail m where m.entity = account.entity and m.network = account.network and m.last >= account.since - ${grace}))
    union all
    select n.entity, n.first, n.score, n.network, n.reasons from application_network n
    where n.score >= ${strangeApplicationAtLeast} and (
      exists (select 1 from act a where a.actor = n.entity and a.network = n.network and a.time >= n.first - ${grace} and a.weight >= 1.5
        and not exists (select 1 from act b where b.actor = a.actor and b.time < n.first - ${grace}))
      or exists (select 1 from application_mail m where m.entity = n.entity and m.network = n.network
        and not exists (select 1 from application_mail o where o.entity = m.entity and o.first < n.first - ${grace})))
    union all
    select * from hasty
    union all
    select entity, since, score, null, reasons from phished where score >= ${strangeConsentAtLeast}`,
  // A stolen session needs no password: wrong ones before it are the owner's, or of somebody who had no luck.
  sql`create or replace temp table guessable_seed as
    select * from seed s where starts_with(entity, 'user ') and not exists (select 1 from moved_session v where v.entity = s.entity and v.network = s.network)`,
  // Too many people use something for the first time to make it count; in a story it is worth telling.
  sql`update seed set reasons = list_append(seed.reasons, 'first use of ' || f.applications) from (
      select s.entity, s.since, array_to_string(list_sort(list(u.application)), ', ') as applications
      from seed s join (
        select 'user ' || a.id as entity, r.appDisplayName as application, min(r.time) as first, min(min(r.time)) over (partition by a.id) as begun
        from scoped_sign_in r join user_alias a on a.name = r.principal
        where r.errorCode = 0 and r.appDisplayName <> '' and 'user ' || a.id in (select entity from seed)
        group by a.id, r.appDisplayName
      ) u on u.entity = s.entity and u.first between s.since and s.since + interval 1 day and u.begun < s.since - interval 1 day
      group by s.entity, s.since
    ) f where f.entity = seed.entity and f.since = seed.since`,
  // It fell with the first of its strange ways in, whether or not anything was done there.
  sql`create or replace temp table tainted as
    select s.entity as root, s.entity, least(min(s.since), coalesce(min(n.first), min(s.since))) as since
    from seed s left join (select entity, first, score from user_network union all select entity, first, score from application_network) n
      on n.entity = s.entity and n.first between s.since - interval 30 days and s.since and n.score >= ${strangeAccountAtLeast} - 1
    group by all`,
];
