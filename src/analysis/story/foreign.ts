import { join, literal, sql, type Sql } from '../../store/sql.ts';

/**
 * Tenants in which Microsoft registers its own applications.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const microsofts = ['f8cdef31-a31e-4b4a-93e4-5f571e91255a', '72f988bf-86f1-41af-91ab-2d7cd011db47'] as const;

/** Tells that somebody is a guest: the name of their home stands in their own. */
export const isGuestName = (name: Sql): Sql => sql`contains(lower(coalesce(${name}, '')), '#ext#')`;

/**
 * `own_tenant`: the tenants that the case is of. `foreign_application` and `foreign_user`: the entities of steps that belong to another organisation, with its tenant as far as the
 * records name it. An application's owner is in its sign-ins and in some audits; a guest is known by name or by the home tenant.
 */
export const foreignTables: readonly Sql[] = [
  sql`create or replace temp table own_tenant as
    select lower(resourceTenantId) as tenantId from scoped_sign_in where resourceTenantId <> '' group by all
    union select lower(organizationId) from scoped_activity where organizationId <> '' group by all
    union select lower(tenantId) from scoped_graph_activity where tenantId <> '' group by all`,
  sql`create or replace temp table foreign_application as
    with owned as (
      select 'application ' || l.label as entity, lower(s.appOwnerTenantId) as tenantId, lower(s.resourceTenantId) as here
      from scoped_sign_in s join application_alias l on l.alias = lower(s.appId)
      where s.appOwnerTenantId <> '' and 'application ' || l.label in (select target from step where targetKind = 'application' union select actor from step)
      union
      select target, ownerTenantId, null from step where targetKind = 'application' and ownerTenantId is not null
    )
    -- Where no record says which tenant this is, nothing can be said of another one.
    select entity, min(tenantId) as tenantId from owned
    where tenantId not in (${join(microsofts.map(literal))}) and coalesce(tenantId <> here, tenantId not in (select tenantId from own_tenant) and exists (from own_tenant))
    group by entity`,
  sql`create or replace temp table foreign_user as
    with home as (
      select 'user ' || u.id as entity, lower(s.homeTenantId) as tenantId from scoped_sign_in s join user_alias u on u.name = s.principal
      where s.log in ('sign-in', 'non-interactive-sign-in') and s.homeTenantId <> '' and s.resourceTenantId <> '' and lower(s.homeTenantId) <> lower(s.resourceTenantId)
      group by all
    ), named as (
      select 'user ' || id as entity, null as tenantId from user_alias where ${isGuestName(sql`name`)}
      union select target, null from step where operation = 'Invite external user' and target is not null
    )
    select entity, min(tenantId) as tenantId from (select * from home union all select * from named) group by entity`,
];
