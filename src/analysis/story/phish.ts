import { sql, type Sql } from '../../store/sql.ts';
import { networkOfAddress } from './network.ts';

/**
 * `phished`: applications new to the tenant that users, not administrators, let read their mail, and how strange their use is. An honest
 * application works from the servers of its maker; one that moves from network to network does not.
 */
export const phishTables: readonly Sql[] = [
  sql`create or replace temp table phished as
    with consented as (
      select a.target as entity, min(a.time) as since, count(distinct a.actor) as users, bool_or(contains(a.detail, 'offline_access')) as isLasting
      from act a where a.kind in ('consent', 'delegated-grant') and a.actorKind <> 'application'
      group by a.target
      having bool_or(a.isMail) and not bool_or(coalesce(a.forEverybody, false))
        and not exists (select 1 from place p where p.entity = a.target and p.first < min(a.time) - interval 1 hour)
    ), used as (
      select 'application ' || l.label as entity, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}) as network, s.principal
      from scoped_sign_in s join application_alias l on l.alias = lower(s.appId) left join address a on a.ip = s.ip
      where s.log = 'non-interactive-sign-in' and s.errorCode = 0 and 'application ' || l.label in (select entity from consented)
    ), own as (
      select distinct s.principal, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}) as network
      from scoped_sign_in s left join address a on a.ip = s.ip
      where s.errorCode = 0 and s.principal in (select principal from used)
        and lower(s.appId) not in (select l.alias from application_alias l join consented c on c.entity = 'application ' || l.label)
    ), moved as (
      select entity, count(distinct network) as networks from used anti join own using (principal, network) group by all
    )
    select c.entity, c.since, 1.0 + case when isLasting then 0.5 else 0.0 end + case when users > 1 then 0.5 else 0.0 end
        + case when coalesce(v.networks, 0) >= 3 then 1.5 else 0.0 end as score,
      list_filter([
        'an application new to the tenant that ' || users || case when users = 1 then ' user' else ' users' end || ' allowed to read mail',
        case when v.networks >= 3 then v.networks || ' networks from which it used their tokens, none of which is theirs' end
      ], lambda r: r is not null) as reasons
    from consented c left join moved v using (entity)
    where exists (select 1 from application_mail m where m.entity = c.entity)`,
];
