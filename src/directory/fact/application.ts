import { sql } from '../../store/sql.ts';
import type { Fact } from '../facts.ts';
import { testName } from './principal.ts';

/** Applications as they stand in a tenant, what they may do there, and with which credentials somebody signs in as them. */
export const applicationFacts: readonly Fact[] = [
  {
    /**
     * Service principals. `isMicrosoft`: owned by a tenant of Microsoft's; `isForeign`: by any other tenant than this one.
     * `homeTenantId` and `applicationId` are there if the case has the application that it is an instance of.
     */
    name: 'fact_service_principal',
    query: sql`
      select p.tenantId, p.id, p.appId, coalesce(p.displayName, p.appId, p.id) as name, p.accountEnabled, p.appOwnerOrganizationId as ownerTenantId,
        coalesce(p.appOwnerOrganizationId in (select id from known_tenant), false) and p.appOwnerOrganizationId is distinct from p.tenantId as isMicrosoft,
        coalesce(p.appOwnerOrganizationId <> p.tenantId and p.appOwnerOrganizationId not in (select id from known_tenant), false) as isForeign,
        p.servicePrincipalType, p.signInAudience, p.createdDateTime, p.verifiedPublisherId, p.appRoleAssignmentRequired,
        a.tenantId as homeTenantId, a.id as applicationId, coalesce(a.signInAudience, p.signInAudience) as audience,
        regexp_matches(lower(coalesce(p.displayName, '')), ${testName}) as isTestNamed, s.taken, p.file_id, p.record
      from now_service_principal p join settled_tenant s using (tenantId)
      left join (select *, row_number() over (partition by appId order by tenantId, id) as place from now_application where appId is not null) a
        on a.appId = p.appId and a.place = 1 and p.appOwnerOrganizationId is not distinct from coalesce(
          case when a.tenantId = p.tenantId then p.appOwnerOrganizationId end, a.tenantId)`,
  },
  {
    // What a service principal may do of weight: one row for each permission, role and consent.
    name: 'fact_grant',
    query: sql`
      select tenantId, principalId, 'application permission' as kind, value || ' on ' || coalesce(resourceName, resourceAppId, 'an unknown resource') as what,
        power, severity, file_id, record
      from fact_permission where severity in ('critical', 'high', 'medium')
      union all
      select tenantId, principalId, 'directory role', roleName || case when state = 'eligible' then ' (eligible)' else '' end, power,
        case tier when 0 then 'critical' when 1 then 'high' else 'low' end, file_id, record
      from fact_role_holder where principalType = 'servicePrincipal'
      union all
      select tenantId, clientId, 'delegated for all users', scope || ' on ' || coalesce(resourceName, resourceAppId, 'an unknown resource'), power, severity, file_id, record
      from fact_scope where isForAll and severity in ('critical', 'high', 'medium')`,
  },
  {
    // Applications with power, ordered by it: rank 3 is critical, 2 high, 1 medium.
    name: 'fact_power',
    query: sql`
      select tenantId, principalId as id, max(rank) as rank, list(distinct what order by what) filter (where rank = top) as what,
        list_distinct(flatten(list(power))) as power, arg_max(file_id, rank) as file_id, arg_max(record, rank) as record
      from (
        select *, max(rank) over (partition by tenantId, principalId) as top from (
          select *, case severity when 'critical' then 3 when 'high' then 2 when 'medium' then 1 else 0 end as rank from fact_grant
        )
      ) where rank > 0 group by tenantId, principalId`,
  },
  {
    // Sign-ins by log with each credential of an application.
    name: 'fact_credential_use',
    query: sql`select lower(servicePrincipalCredentialKeyId) as keyId, max(time) as lastUsed, count(*) as uses
      from sign_in where servicePrincipalCredentialKeyId is not null and errorCode = 0 group by all`,
  },
  {
    // Credentials of applications, by the application's object id also where the export has only its `appId`.
    name: 'fact_application_credential',
    isView: true,
    query: sql`
      select c.* replace (coalesce(c.ownerId, a.id) as ownerId) from now_credential c
      left join now_application a on a.tenantId = c.tenantId and a.appId = c.appId where c.ownerType = 'application'`,
  },
  {
    // Owners of applications, by the application's object id also where the export has only its `appId`.
    name: 'fact_application_owner',
    isView: true,
    query: sql`
      select o.* replace (coalesce(a.id, o.objectId) as objectId) from now_owner o
      left join now_application a on a.tenantId = o.tenantId and a.appId = o.objectId
      where o.objectType = 'application' and o.state is distinct from 'eligible'`,
  },
  {
    /**
     * Credentials with which somebody signs in as a service principal: its own, and those of its application wherever in the
     * case that is registered.
     */
    name: 'fact_credential',
    query: sql`
      select p.tenantId, p.id as servicePrincipalId, p.name, p.appId, p.isForeign, p.isMicrosoft, c.tenantId as credentialTenantId,
        c.ownerId, c.ownerType, c.keyId, c.type, c.displayName, c.startDateTime, c.endDateTime, c.issuer, c.subject,
        c.endDateTime < p.taken as isExpired, u.lastUsed, u.uses, p.taken, c.file_id, c.record
      from (
        select c.*, p.tenantId as atTenantId, p.id as atId from now_credential c join fact_service_principal p on p.tenantId = c.tenantId and p.id = c.ownerId
        where c.ownerType = 'servicePrincipal'
        union all
        select c.*, p.tenantId, p.id from fact_application_credential c join fact_service_principal p on p.homeTenantId = c.tenantId and p.applicationId = c.ownerId
      ) c join fact_service_principal p on p.tenantId = c.atTenantId and p.id = c.atId
      left join fact_credential_use u on u.keyId = c.keyId`,
  },
  {
    // Owners of applications and service principals, as owners of the service principal that they can sign in as.
    name: 'fact_owner',
    query: sql`
      select p.tenantId, p.id as servicePrincipalId, p.name, o.tenantId as ownerTenantId, o.ownerId, o.objectType, o.file_id, o.record
      from now_owner o join fact_service_principal p on p.tenantId = o.tenantId and p.id = o.objectId
      where o.objectType = 'servicePrincipal' and o.state is distinct from 'eligible'
      union all
      select p.tenantId, p.id, p.name, o.tenantId, o.ownerId, 'application', o.file_id, o.record
      from fact_application_owner o join fact_service_principal p on p.homeTenantId = o.tenantId and p.applicationId = o.objectId`,
  },
];
