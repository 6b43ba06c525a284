import { sql, type Sql } from '../store/sql.ts';

/**
 * Owners who can put themselves into their group. Not into one whose members follow from a rule or come from on-premises, nor
 * into a mail-enabled security group, which only Exchange changes. Groups that carry no rights, such as those for mail only,
 * are left out. An application that owns a group needs a permission to change it, and a stronger one if the group can hold roles.
 *
 * `cost` is at least 3 where no export describes the group.
 */
export function groupOwnerRows(state: 'active' | 'eligible', cost: number, because: string): Sql {
  return sql`
    select o.tenantId, o.ownerId as "from", o.objectId as "to", ${because} as because, o.file_id, o.record,
      case when g.securityEnabled is null and g.isAssignableToRole is not true then 3 else ${cost}::integer end as cost
    from now_owner o left join now_group g on g.tenantId = o.tenantId and g.id = o.objectId
    left join now_service_principal p on p.tenantId = o.tenantId and p.id = o.ownerId
    where o.objectType = 'group' and coalesce(o.state, 'active') = ${state}
      and coalesce(g.securityEnabled or coalesce(g.isAssignableToRole, false), true)
      and g.membershipRule is null and not coalesce(list_contains(g.groupTypes, 'DynamicMembership'), false)
      and g.onPremisesSyncEnabled is not true
      and not coalesce(g.securityEnabled and g.mailEnabled and not list_contains(g.groupTypes, 'Unified'), false)
      and ((p.id is null and o.ownerType is distinct from 'servicePrincipal')
        or (g.isAssignableToRole is not true and exists (
          select 1 from fact_permission f where f.tenantId = o.tenantId and f.principalId = o.ownerId
            and (f.value = 'Group.Create' or list_has_any(f.power, ['write-groups', 'write-group-members'])))))`;
}
