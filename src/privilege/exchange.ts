import { sql, type Sql } from '../store/sql.ts';

/** Id of the node for a role group of Exchange in a tenant. */
export function exchangeGroupNode(tenantId: Sql, name: Sql): Sql {
  return sql`'exchange-group:' || ${tenantId} || ':' || lower(${name})`;
}

/**
 * Edges from whoever holds one of these roles of Exchange for the whole organization: role groups, users, groups, applications.
 *
 * @param roles in lower case.
 */
export function exchangeRoleRows(to: Sql, condition: Sql, ...roles: readonly string[]): Sql {
  return sql`
    select r.tenantId, coalesce(${exchangeGroupNode(sql`r.tenantId`, sql`r.roleGroup`)}, r.id) as "from", ${to} as "to",
      'holds the role ' || r.roleName || ' for the whole organization' as because, r.file_id, r.record
    from fact_exchange_right r where ${condition} and r.role in (select unnest(from_json(${JSON.stringify(roles)}, '["VARCHAR"]')))`;
}
