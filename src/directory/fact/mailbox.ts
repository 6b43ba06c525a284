import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';
import { bareExchangeName } from './exchange.ts';

const isGuest = sql`coalesce(u.userType = 'Guest' or contains(u.userPrincipalName, '#ext#'), false)`;

/** Which mailboxes there are and whose, and who has rights over all of them. */
export const mailboxFacts: readonly Fact[] = [
  {
    /**
     * Mailboxes, each once, though exports name it by its address, its user's name or his id; `userId` is null where it has no
     * user here. Where no export says who has mail, every user who is no guest counts.
     */
    name: 'fact_mailbox',
    query: sql`
      with mail as (
        select u.tenantId, u.mail, min(u.id) as id from now_user u where u.mail is not null and not ${isGuest} group by all having count(*) = 1
      ), named as (
        select m.tenantId, m.address, m.displayName, m.type, coalesce(m.userId, u.id, e.id) as userId,
          case when m.userId is not null then 0 when u.id is not null then 1 else 2 end as place, m.file_id, m.record
        from now_mailbox m left join now_user u on u.tenantId = m.tenantId and u.userPrincipalName = m.address
        left join mail e on e.tenantId = m.tenantId and e.mail = m.address
        where m.address is not null
        union all
        select u.tenantId, u.userPrincipalName, u.displayName, null, u.id, 3, u.file_id, u.record
        from now_user u join (select u.tenantId, count(u.mail) filter (where not ${isGuest}) > 0 as knowsMail from now_user u group by all) k using (tenantId)
        where u.userPrincipalName is not null and (u.mail is not null or not knowsMail) and not ${isGuest}
      )
      select tenantId, min(userId) as userId, substring(min(place || address), 2) as address, arg_min(displayName, place) as displayName,
        arg_min(type, place) as type, unnest(arg_min({ file_id: file_id, record: record }, place || address))
      from named group by tenantId, coalesce(userId, address)`,
  },
  {
    // By what exports of permissions name mailboxes, where only one can be meant.
    name: 'fact_mailbox_name',
    isView: true,
    query: sql`
      select tenantId, name, min(address) as address from (
        select tenantId, address as name, address from fact_mailbox
        union all select tenantId, lower(displayName), address from fact_mailbox
        union all select tenantId, userId, address from fact_mailbox
        union all select m.tenantId, unnest([u.userPrincipalName, u.mail, lower(u.displayName), split_part(u.userPrincipalName, '@', 1)]), m.address
          from fact_mailbox m join now_user u on u.tenantId = m.tenantId and u.id = m.userId
        union all select m.tenantId, n.address, m.address from fact_mailbox m join now_mailbox n on n.tenantId = m.tenantId and n.userId = m.userId
      ) semi join (select distinct tenantId, ${bareExchangeName(sql`mailbox`)} as name from now_mailbox_permission) w using (tenantId, name)
      group by tenantId, name having count(distinct address) = 1`,
  },
  {
    /**
     * Roles of Exchange for the whole organization and who holds them: a principal by `id`, or a `roleGroup` by its name in
     * lower case. What role groups list does not say which of their roles are limited; where the assignment says so, it counts.
     */
    name: 'fact_exchange_right',
    query: sql`
      with held as (
        select a.tenantId, lower(a.role) as role, a.role as roleName, lower(a.assignee) as assignee, a.scope is null as isWhole,
          coalesce(a.assigneeType in ('RoleGroup', 'LinkedRoleGroup', 'PartnerLinkedRoleGroup'), false) as isGroup, a.file_id, a.record
        from now_exchange_assignment a where a.assigneeType is distinct from 'RoleAssignmentPolicy'
      )
      select h.tenantId, h.role, h.roleName, n.id, n.type, case when h.isGroup then h.assignee end as roleGroup, h.file_id, h.record
      from held h left join fact_exchange_name n on n.tenantId = h.tenantId and n.name = case when not h.isGroup then ${bareExchangeName(sql`h.assignee`)} end
      anti join (select * from held where isGroup and not isWhole) l on l.tenantId = h.tenantId and l.role = h.role and l.assignee = h.assignee
      where h.isWhole and (h.isGroup or n.id is not null)`,
  },
];
