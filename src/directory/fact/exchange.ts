import { sql, type Sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

/** A name as Exchange writes it, in lower case: of a distinguished name or a path the last part. */
export const bareExchangeName = (name: Sql): Sql => sql`lower(trim(case
  when regexp_matches(${name}, '^(cn|CN)=') then regexp_extract(${name}, '^..=((?:[^,\\\\]|\\\\.)+)', 1)
  when regexp_matches(${name}, '^[A-Za-z0-9.-]+\\.[A-Za-z]+/') then regexp_extract(${name}, '([^/]+)$', 1)
  else ${name} end))`;

/** Who has which rights in Exchange, and who that is in the directory. */
export const exchangeFacts: readonly Fact[] = [
  {
    /**
     * Names by which Exchange knows somebody: ids and addresses come before names, and those before the beginnings of addresses.
     * A name that fits two is nobody's.
     */
    name: 'fact_exchange_name',
    query: sql`
      with wanted as (
        select tenantId, ${bareExchangeName(sql`mailbox`)} as name from now_mailbox_permission
        union select tenantId, ${bareExchangeName(sql`trustee`)} from now_mailbox_permission
        union select tenantId, ${bareExchangeName(sql`assignee`)} from now_exchange_assignment
        union select tenantId, ${bareExchangeName(sql`member`)} from now_role_group_member
      ), box as (
        select m.tenantId, coalesce(m.userId, any_value(u.id), m.address) as id, m.address, m.displayName
        from now_mailbox m left join (select tenantId, id, unnest([userPrincipalName, mail]) as address from now_user) u
          on u.tenantId = m.tenantId and u.address = m.address
        group by m.tenantId, m.userId, m.address, m.displayName
      ), named as (
        select tenantId, id, 'user' as type, unnest([id, userPrincipalName, mail]) as name, 1 as place from now_user
        union all select tenantId, id, 'user', unnest([id, address]), 1 from box
        union all select tenantId, id, 'group', unnest([id, mail]), 1 from now_group
        union all select tenantId, id, 'servicePrincipal', unnest([id, appId]), 1 from now_service_principal
        union all select tenantId, id, 'user', displayName, 2 from now_user
        union all select tenantId, id, 'user', displayName, 2 from box
        union all select tenantId, id, 'group', displayName, 2 from now_group
        union all select tenantId, id, 'servicePrincipal', displayName, 2 from now_service_principal
        union all select tenantId, objectId, 'servicePrincipal', unnest([objectId, appId]), 1 from now_exchange_service_principal
        union all select tenantId, objectId, 'servicePrincipal', displayName, 2 from now_exchange_service_principal
        union all select tenantId, id, 'user', split_part(userPrincipalName, '@', 1), 3 from now_user
        union all select tenantId, id, 'user', split_part(address, '@', 1), 3 from box
      ), best as (
        select n.tenantId, w.name, n.id, n.type from named n join wanted w on w.tenantId = n.tenantId and w.name = lower(n.name)
        qualify n.place = min(n.place) over (partition by n.tenantId, w.name)
      )
      select b.tenantId, b.name, any_value(b.id) as id, any_value(b.type) as type,
        any_value(coalesce(p.name, x.address, e.displayName, b.id)) as principalName
      from best b left join fact_principal p on p.tenantId = b.tenantId and p.id = b.id
      left join box x on x.tenantId = b.tenantId and x.id = b.id
      left join now_exchange_service_principal e on e.tenantId = b.tenantId and e.objectId = b.id
      group by b.tenantId, b.name having count(distinct b.id) = 1`,
  },
  {
    // Members of role groups; a group of the directory in one is there itself and with its members. Without an id nobody knows who it is.
    name: 'fact_role_group_member',
    query: sql`
      with direct as (
        select m.tenantId, m.roleGroup, n.id, coalesce(n.type, 'exchangePrincipal') as type, coalesce(n.principalName, m.member) as name, m.file_id, m.record
        from now_role_group_member m left join fact_exchange_name n on n.tenantId = m.tenantId and n.name = ${bareExchangeName(sql`m.member`)}
      )
      select *, null::varchar as viaGroup from direct
      union all
      select d.tenantId, d.roleGroup, f.memberId, coalesce(p.type, 'user'), coalesce(p.name, f.memberId), d.file_id, d.record, d.name
      from direct d join fact_member f on f.tenantId = d.tenantId and f.groupId = d.id
      left join fact_principal p on p.tenantId = d.tenantId and p.id = f.memberId where d.type = 'group'`,
  },
  {
    /**
     * Who holds a management role of Exchange, by himself or by a role group. A role group is there itself only where the case does
     * not have the members of any. `scope` is null for the whole organization.
     */
    name: 'fact_exchange_role',
    query: sql`
      with assigned as (
        select * from now_exchange_assignment a where a.scope is not null or a.assigneeType is distinct from 'RoleGroup' or not exists (
          select 1 from now_exchange_assignment b where b.tenantId = a.tenantId and b.role = a.role and b.assignee = a.assignee and b.scope is not null)
      )
      select a.tenantId, a.role, a.scope, coalesce(n.id, lower(a.assignee)) as id, coalesce(n.type, case a.assigneeType
          when 'ServicePrincipal' then 'servicePrincipal' when 'RoleGroup' then 'roleGroup' else 'exchangePrincipal' end) as type,
        coalesce(n.principalName, a.assignee) as name, null::varchar as roleGroup, a.file_id, a.record
      from assigned a left join fact_exchange_name n on n.tenantId = a.tenantId
        and n.name = case when a.assigneeType is distinct from 'RoleGroup' then ${bareExchangeName(sql`a.assignee`)} end
      where a.assigneeType is distinct from 'RoleAssignmentPolicy'
        and (a.assigneeType is distinct from 'RoleGroup' or a.tenantId not in (select tenantId from now_role_group_member))
      union all
      select a.tenantId, a.role, a.scope, coalesce(m.id, lower(m.name)), m.type, m.name, m.roleGroup, m.file_id, m.record
      from assigned a join fact_role_group_member m on m.tenantId = a.tenantId and lower(m.roleGroup) = lower(a.assignee)
      where a.assigneeType = 'RoleGroup'`,
  },
  {
    // Who may open or send as whose mailbox, members of groups too; nobody's right on his own.
    name: 'fact_mailbox_permission',
    query: sql`
      with direct as (
        select m.tenantId, m."right", coalesce(b.id, m.mailbox) as mailboxId, coalesce(b.principalName, m.mailbox) as mailbox,
          coalesce(t.id, m.trustee) as id, coalesce(t.type, 'exchangePrincipal') as type, coalesce(t.principalName, m.trustee) as name, m.file_id, m.record
        from now_mailbox_permission m
        left join fact_exchange_name b on b.tenantId = m.tenantId and b.name = ${bareExchangeName(sql`m.mailbox`)}
        left join fact_exchange_name t on t.tenantId = m.tenantId and t.name = ${bareExchangeName(sql`m.trustee`)}
      )
      select *, null::varchar as viaGroup from direct where id <> mailboxId
      union all
      select d.tenantId, d."right", d.mailboxId, d.mailbox, f.memberId, coalesce(p.type, 'user'), coalesce(p.name, f.memberId), d.file_id, d.record, d.name
      from direct d join fact_member f on f.tenantId = d.tenantId and f.groupId = d.id
      left join fact_principal p on p.tenantId = d.tenantId and p.id = f.memberId
      where d.type = 'group' and f.memberId <> d.mailboxId`,
  },
];
