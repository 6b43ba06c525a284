import { sql, type Sql } from '../store/sql.ts';
import { roleNode } from './edge.ts';

/** Microsoft Graph, and Azure AD Graph, which it followed and which answers only where a tenant has asked for it. */
const graph = '00000003-0000-0000-c000-000000000000';
const formerGraph = '00000002-0000-0000-c000-000000000000';

/** A list for `in (…)`. */
function oneOf(values: readonly string[]): Sql {
  return sql`(select unnest(from_json(${JSON.stringify(values)}, '["VARCHAR"]')))`;
}

/**
 * Edges from every service principal that has one of these application permissions of Microsoft Graph. `power` says too little
 * where only some of the permissions that have it lead there.
 *
 * @param cost if it is not the edge's.
 */
export function graphPermissionRows(to: Sql, values: readonly string[], cost?: Sql): Sql {
  return sql`
    select f.tenantId, f.principalId as "from", ${to} as "to", 'holds ' || f.value || ' on ' || coalesce(f.resourceName, f.resourceAppId) as because,
      case when f.resourceAppId = ${formerGraph} then 3 else ${cost ?? sql`null`} end as cost, f.file_id, f.record
    from fact_permission f where f.resourceAppId in (${graph}, ${formerGraph}) and f.value in ${oneOf(values)}`;
}

function rolesWhere(to: Sql, condition: Sql): Sql {
  return sql`
    select f.tenantId, ${roleNode(sql`f.tenantId`, sql`f.roleId`)} as "from", ${to} as "to",
      'the role ' || any_value(f.roleName) || ' may do it' as because, min(f.file_id) as file_id, arg_min(f.record, f.file_id) as record
    from fact_role_assignment f where f.scope = '/' and ${condition} group by f.tenantId, f.roleId`;
}

/** Edges from these of Microsoft's directory roles, where anyone has them for the whole tenant. */
export function builtInRoleRows(to: Sql, ...names: readonly string[]): Sql {
  return rolesWhere(to, sql`f.roleId in (select id from known_role where name in ${oneOf(names)})`);
}

/** Edges from the directory roles that a tenant made itself with one of these actions. */
export function ownRoleRows(to: Sql, ...actions: readonly string[]): Sql {
  const has = sql`isBuiltIn = false and list_has_any(actions, from_json(${JSON.stringify(actions)}, '["VARCHAR"]'))`;
  return rolesWhere(
    to,
    sql`(f.tenantId, f.roleId) in (
      select (tenantId, id) from now_role_definition where ${has}
      union all select (tenantId, templateId) from now_role_definition where ${has})`,
  );
}

/**
 * Service principals that somebody may change here: `tenantId`, `id`, `cost`, `because`, `file_id`, `record`. Microsoft's own take no
 * credentials of others, and those of managed identities are Azure's.
 */
export const changeableServicePrincipals: Sql = sql`
  select p.tenantId, p.id, p.file_id, p.record,
    case when a.appId is not null or p.ownerTenantId = p.tenantId then 0 when p.ownerTenantId is null then 3 else 2 end as cost,
    case when a.appId is not null or p.ownerTenantId = p.tenantId then 'is registered in this tenant'
      when p.ownerTenantId is null then 'is registered in a tenant that the export does not name'
      else 'is registered in another tenant, and open to change unless its owner has locked it (servicePrincipalLockConfiguration)' end as because
  from fact_service_principal p
  left join (select distinct tenantId, appId from now_application where appId is not null) a on a.tenantId = p.tenantId and a.appId = p.appId
  where not p.isMicrosoft and p.servicePrincipalType is distinct from 'ManagedIdentity'
    and (a.appId is not null or not exists (select 1 from known_resource k where k.appId = p.appId))`;

/** True of a user `u` who proves himself at another organization: nothing here resets what he signs in with. */
export const isOfAnotherOrganization: Sql = sql`coalesce(contains(u.userPrincipalName, '#ext#') or nullif(u.externalUserState, '') is not null, false)`;
