import { sql, type Sql } from '../../store/sql.ts';
import { networkOfAddress } from './network.ts';

/** Users of whom none came back to it after consenting, and their days at work since then, from which that is strange. */
const usersAtLeast = 3;
const daysAtWorkAtLeast = 8;

/**
 * `phished`: applications new to the tenant that users, not administrators, let read their mail, and how strange their use is. An honest
 * application works from the servers of its maker, and of those who let it read their mail some open it again; one that moves from network
 * to network, or that several people allowed and nobody ever opened again while it went on reading, does not look like that. What one
 * or two people tried and forgot looks the same, so that is no reason.
 */
export const phishTables: readonly Sql[] = [
  sql`create or replace temp table phished as
    with consented as (
      select a.target as entity, min(a.time) as since, max(a.time) as last, count(distinct a.actor) as users, bool_or(contains(a.detail, 'offline_access')) as isLasting
      from act a where a.kind in ('consent', 'delegated-grant') and a.actorKind <> 'application'
      group by a.target
      having bool_or(a.isMail) and not bool_or(coalesce(a.forEverybody, false))
        and not exists (select 1 from place p where p.entity = a.target and p.first < min(a.time) - interval 1 hour)
    ), reading as (
      select entity, max(last) as last from application_mail group by entity
    ), allowed as (
      select a.target as entity, u.name as principal, min(a.time) as since from act a join user_alias u on 'user ' || u.id = a.actor
      where a.kind in ('consent', 'delegated-grant') and a.target in (select entity from consented) group by all
    ), used as (
      select 'application ' || l.label as entity, s.log, s.time, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}) as network, s.principal
      from scoped_sign_in s join application_alias l on l.alias = lower(s.appId) left join address a on a.ip = s.ip
      where s.log in ('sign-in', 'non-interactive-sign-in') and s.errorCode = 0 and 'application ' || l.label in (select entity from consented)
    ), own as (
      select s.principal, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}) as network, s.time::date as day, bool_or(s.log = 'sign-in') as isAtWork
      from scoped_sign_in s left join address a on a.ip = s.ip
      where s.errorCode = 0 and s.principal in (select principal from allowed)
        and lower(s.appId) not in (select l.alias from application_alias l join consented c on c.entity = 'application ' || l.label)
      group by all
    ), moved as (
      select entity, list(distinct network) as networks from (
        select * from used where log = 'non-interactive-sign-in') anti join own using (principal, network) group by all
    ), returned as (
      -- From a place of theirs, not only a token that was renewed by its server.
      select distinct u.entity from used u join allowed w on w.entity = u.entity and w.principal = u.principal
      where u.time > w.since + interval 12 hours and (u.log = 'sign-in' or exists (select 1 from own o where o.principal = u.principal and o.network = u.network))
    ), watched as (
      select w.entity, count(distinct (o.principal, o.day)) as days from allowed w join own o on o.principal = w.principal and o.day > w.since::date and o.isAtWork
      group by all
    ), shared as (
      select distinct network from application_source union select distinct network from own
    ), judged as (
      select c.*, f.tenantId, coalesce(len(v.networks), 0) as networks,
        c.users >= ${usersAtLeast} and w.days >= ${daysAtWorkAtLeast} and r.last > c.last and c.entity not in (select entity from returned) as isForgotten,
        not list_has_any(coalesce(v.networks, []), (select list(network) from shared)) as isNobodys
      from consented c join reading r using (entity) left join moved v using (entity) left join watched w using (entity) left join foreign_application f using (entity)
    )
    select entity, since, 1.0 + case when isLasting then 0.5 else 0.0 end + case when users > 1 then 0.5 else 0.0 end
        + case when tenantId is not null then 0.5 else 0.0 end
        + case when networks >= 3 then 1.5 else 0.0 end + case when isForgotten then 1.0 else 0.0 end as score,
      list_filter([
        'an application new to the tenant that ' || users || case when users = 1 then ' user' else ' users' end || ' allowed to read mail',
        case when tenantId is not null then 'it is registered in another tenant (' || tenantId || ')' end,
        case when networks >= 3 then networks || ' networks from which it used their tokens, none of which is theirs' end,
        case when isForgotten then 'none of them opened it again while it went on reading' end,
        case when isForgotten and date_diff('hour', since, last) <= 24 then 'all of them allowed it within a day' end,
        case when isForgotten and networks > 0 and isNobodys then 'it reads from a network that nothing else here uses' end
      ], lambda r: r is not null) as reasons
    from judged`,
];
