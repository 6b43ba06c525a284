import { sql, type Sql } from '../store/sql.ts';

/** Id of the node for a role group of Exchange in a tenant. */
export function exchangeGroupNode(tenantId: Sql, name: Sql): Sql {
  return sql`'exchange-group:' || ${tenantId} || ':' || lower(${name})`;
}

/**
 * Edges from whoever holds one of these roles of Exchange over the whole organization: role groups, users, groups and
 * applications. Roles that come with a mailbox reach no further than that, and a limited scope is no edge.
 *
 * @param roles in lower case.
 */
export function exchangeRoleRows(to: Sql, ...roles: readonly string[]): Sql {
  return sql`
    select a.tenantId, coalesce(n.id, case when ${isRoleGroup} then ${exchangeGroupNode(sql`a.tenantId`, sql`a.assignee`)} end) as "from",
      ${to} as "to", 'holds the role ' || a.role || ' for the whole organization' as because, a.file_id, a.record, lower(a.role) as role, n.type as holderType
    from now_exchange_assignment a
    left join fact_exchange_name n on n.tenantId = a.tenantId and n.name = lower(a.assignee) and not coalesce(${isRoleGroup}, false)
    where a.scope is null and coalesce(a.assigneeType <> 'RoleAssignmentPolicy', true)
      and list_contains(from_json(${JSON.stringify(roles)}, '["VARCHAR"]'), lower(a.role))`;
}

const isRoleGroup = sql`(a.assigneeType in ('RoleGroup', 'LinkedRoleGroup', 'PartnerLinkedRoleGroup'))`;
