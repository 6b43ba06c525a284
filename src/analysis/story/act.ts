import { sql, type Sql } from '../../store/sql.ts';
import { networkOfAddress } from './network.ts';

/** A place that is less strange than this is the owner's own: a café, a journey. */
const strangeAtLeast = 1.5;
/** Hours that a token lives at most after the sign-in that gave it. */
const tokenHours = 24;

/** How much a step says if somebody made it who should not have. */
const weight: Sql = sql`case
  when p.kind in ('consent', 'delegated-grant', 'app-role', 'directory-role') then case when p.isMail or p.isPower then 1.5 else 0.5 end
  when p.kind in ('federation') then 2.0
  when p.kind in ('credential') then 1.5
  when p.kind in ('password', 'mail-rule') then 0.5
  else 1.0 end + case when p.actorKind = 'application' and p.kind in ('user', 'directory-role', 'app-role', 'credential') then 0.5 else 0.0 end`;

/**
 * `act`: every step with the network it came from: that of its address, else that of the actor's last sign-in before, and with the
 * credential of that sign-in. `place`: since when each account or application has been at each network,
 * and whether that looks like its owner's doing.
 */
export const actTables: readonly Sql[] = [
  sql`create or replace temp table entry as
    select 'application ' || l.label as entity, s.time, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}) as network,
      lower(nullif(s.servicePrincipalCredentialKeyId, '')) as key
    from scoped_sign_in s join application_alias l on l.alias = lower(s.appId) left join address a on a.ip = s.ip
    where s.log = 'service-principal-sign-in' and s.errorCode = 0 and l.label in (select substr(actor, 13) from step where actorKind = 'application')
    union all
    select 'user ' || u.id, s.time, coalesce('AS' || s.autonomousSystemNumber, ${networkOfAddress(sql`s.ip`)}), null
    from scoped_sign_in s join user_alias u on u.name = s.principal left join address a on a.ip = s.ip
    where s.log in ('sign-in', 'non-interactive-sign-in') and s.errorCode = 0 and s.principal in (select actorName from step where ip is null)`,
  sql`create or replace temp table act as
    with placed as (
      select s.*, case when s.ip is not null then ${networkOfAddress(sql`s.ip`)} end as ownNetwork
      from step s left join address a on a.ip = s.ip
    )
    select p.* exclude ownNetwork, coalesce(p.ownNetwork, case when p.time - e.time <= to_hours(${tokenHours}) then e.network end) as network,
      case when p.time - e.time <= to_hours(${tokenHours}) then e.key end as key,
      ${weight} as weight
    from placed p asof left join entry e on e.entity = p.actor and e.time <= p.time`,
  sql`create or replace temp table application_mail as
    select 'application ' || l.label as entity, ${networkOfAddress(sql`m.ip`)} as network, min(m.time) as first, max(m.time) as last,
      count(distinct coalesce(m.mailboxOwner, m.principal)) as mailboxes
    from scoped_activity m join application_alias l on l.alias = lower(coalesce(m.clientAppId, m.appId)) left join address a on a.ip = m.ip
    where m.operation = 'MailItemsAccessed'
    group by all`,
  // Of accounts that were somewhere strange, the mail read from there.
  sql`create or replace temp table account_mail as
    select 'user ' || coalesce(u.id, m.principal) as entity, ${networkOfAddress(sql`m.ip`)} as network, min(m.time) as first, max(m.time) as last
    from scoped_activity m left join user_alias u on u.name = m.principal left join address a on a.ip = m.ip
    where m.operation = 'MailItemsAccessed' and m.actorType = 'user'
      and m.principal in (select principal from user_network where score >= ${strangeAtLeast})
    group by all`,
  sql`create or replace temp table place as
    select entity, network, min(first) as first, bool_or(isOwners) as isOwners from (
      select n.entity, network, first, coalesce(isTrusted or score < ${strangeAtLeast}, false) as isOwners from user_network n
      where n.entity in (select actor from step union select target from step where kind = 'user') or n.entity in (select entity from user_network where score >= ${strangeAtLeast})
      union all select entity, network, first, false from application_network
      union all select entity, network, first, false from application_mail
    ) group by all`,
];
