import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

/** Which permissions were given. A permission is known by its resource's application and its id or, without one, its value. */
export const permissionFacts: readonly Fact[] = [
  {
    // Names of resources to their application: by what the tenant has, then by what we know.
    name: 'fact_resource_name',
    isView: true,
    query: sql`select distinct lower(displayName) as name, appId from now_service_principal
        where appOwnerOrganizationId in (select id from known_tenant)
      union select lower(name), appId from known_resource`,
  },
  {
    name: 'fact_permission',
    query: sql`
      with resolved as (
        select a.tenantId, a.principalId, coalesce(lower(a.principalType), 'serviceprincipal') as principalType,
          coalesce(a.resourceAppId, r.appId, n.appId) as resourceAppId, coalesce(a.resourceName, r.displayName) as resourceName,
          a.appRoleId, a.value, a.createdDateTime, a.file_id, a.record
        from now_app_role_assignment a
        left join now_service_principal r on r.tenantId = a.tenantId and r.id = a.resourceId
        left join (select name, min(appId) as appId from fact_resource_name group by name) n on n.name = lower(a.resourceName)
        where lower(coalesce(a.principalType, 'ServicePrincipal')) = 'serviceprincipal'
      ), known as (
        select *, id as askedId, null::varchar as askedValue from known_app_role union all select *, null, value from known_app_role
      )
      select a.tenantId, a.principalId, a.resourceAppId, coalesce(max(k.resourceName), max(a.resourceName)) as resourceName,
        coalesce(k.id, a.appRoleId) as roleId, coalesce(k.value, o.value, a.value, a.appRoleId) as value,
        coalesce(max(k.power), []) as power, coalesce(max(k.severity), 'none') as severity,
        max(a.createdDateTime) as createdDateTime, min(a.file_id) as file_id, arg_min(a.record, a.file_id) as record
      from resolved a
      left join now_app_role o on o.tenantId = a.tenantId and o.resourceAppId = a.resourceAppId and o.id = a.appRoleId
      left join known k on k.resource = a.resourceAppId and k.askedId is not distinct from a.appRoleId
        and k.askedValue is not distinct from case when a.appRoleId is null then a.value end
      group by a.tenantId, a.principalId, a.resourceAppId, coalesce(k.id, a.appRoleId), coalesce(k.value, o.value, a.value, a.appRoleId)`,
  },
  {
    // Delegated permissions, one scope a row. `principalId` is null where all users are concerned.
    name: 'fact_scope',
    query: sql`
      with scoped as (
        select g.tenantId, g.clientId, g.consentType, g.principalId, coalesce(g.resourceAppId, r.appId, n.appId) as resourceAppId,
          coalesce(g.resourceName, r.displayName) as resourceName, unnest(g.scopes) as scope, g.file_id, g.record
        from now_delegated_grant g
        left join now_service_principal r on r.tenantId = g.tenantId and r.id = g.resourceId
        left join (select name, min(appId) as appId from fact_resource_name group by name) n on n.name = lower(g.resourceName)
      )
      select g.tenantId, g.clientId, coalesce(g.consentType = 'AllPrincipals', false) as isForAll, g.principalId, g.resourceAppId, g.resourceName,
        g.scope, coalesce(k.power, []) as power, coalesce(k.severity, 'none') as severity, g.file_id, g.record
      from scoped g
      left join (select resource, value, any_value(power) as power, any_value(severity) as severity from known_scope group by all) k
        on k.resource = g.resourceAppId and lower(k.value) = lower(g.scope)`,
  },
];
