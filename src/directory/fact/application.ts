import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';
import { unknownTenant } from '../tenant-of-file.ts';
import { testName } from './principal.ts';

/** Applications as they stand in a tenant, what they may do there, and with which credentials somebody signs in as them. */
export const applicationFacts: readonly Fact[] = [
  {
    /**
     * Service principals. `isMicrosoft`: owned by a tenant of Microsoft's; `isForeign`: by any other tenant than this one, which
     * nobody can say where the exports do not name this one. `homeTenantId` and `applicationId` are there if the case has the
     * application that it is an instance of.
     */
    name: 'fact_service_principal',
    query: sql`
      with home as (
        select p.tenantId, p.id, a.tenantId as homeTenantId, a.id as applicationId, a.signInAudience
        from now_service_principal p join now_application a on a.appId = p.appId
        where a.tenantId in (p.tenantId, p.appOwnerOrganizationId)
        qualify row_number() over (partition by p.tenantId, p.id order by a.tenantId is distinct from p.appOwnerOrganizationId, a.id) = 1
      )
      select p.tenantId, p.id, p.appId, coalesce(p.displayName, p.appId, p.id) as name, p.accountEnabled, p.appOwnerOrganizationId as ownerTenantId,
        coalesce(p.appOwnerOrganizationId in (select id from known_tenant), false) and p.appOwnerOrganizationId is distinct from p.tenantId as isMicrosoft,
        coalesce(p.appOwnerOrganizationId <> p.tenantId and p.appOwnerOrganizationId not in (select id from known_tenant), false)
          and not starts_with(p.tenantId, ${unknownTenant}) as isForeign,
        p.servicePrincipalType, p.signInAudience, p.createdDateTime, p.verifiedPublisherId, p.appRoleAssignmentRequired,
        h.homeTenantId, h.applicationId, coalesce(h.signInAudience, p.signInAudience) as audience,
        regexp_matches(lower(coalesce(p.displayName, '')), ${testName}) as isTestNamed, s.taken, p.file_id, p.record
      from now_service_principal p join settled_tenant s using (tenantId)
      left join home h on h.tenantId = p.tenantId and h.id = p.id`,
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
    // What the log of service principals says of a tenant; only a sign-in of a service principal that it has proves that it is its log.
    name: 'fact_application_log',
    query: sql`select p.tenantId, min(s.time) as first, max(s.time) as last, count(*) as signIns
      from sign_in s join now_service_principal p on p.id = lower(s.servicePrincipalId)
      where s.log = 'service-principal-sign-in' group by all`,
  },
  {
    // Successful sign-ins of service principals, by log.
    name: 'fact_application_use',
    query: sql`select p.tenantId, p.id, max(s.time) as lastUsed, count(*) as uses
      from sign_in s join now_service_principal p on p.id = lower(s.servicePrincipalId)
      where s.log in ('service-principal-sign-in', 'managed-identity-sign-in') and s.errorCode = 0 group by all`,
  },
  {
    /**
     * Credentials where they lie: `ownerId` is the application or service principal that has them. `rank` and `what` are of what
     * its holder may do as any service principal in the case. Those of managed identities are Azure's own; `isSigning`: signs
     * SAML tokens, as far as the name tells.
     */
    name: 'fact_stored_credential',
    query: sql`
      with stored as (
        select c.tenantId, coalesce(c.ownerId, b.id, c.appId) as ownerId, c.ownerType, coalesce(c.appId, a.appId, p.appId) as appId,
          coalesce(a.displayName, b.displayName, p.name, c.appId, c.ownerId) as name, c.keyId, c.type, c.displayName, c.startDateTime,
          c.endDateTime, c.issuer, c.subject, coalesce(p.isMicrosoft, false) as isMicrosoft, coalesce(p.isForeign, false) as isForeign,
          p.ownerTenantId, p.servicePrincipalType, coalesce(p.servicePrincipalType = 'ManagedIdentity', false) as isManaged,
          p.homeTenantId, p.applicationId, c.file_id, c.record
        from now_credential c
        left join now_application a on a.tenantId = c.tenantId and a.id = case when c.ownerType = 'application' then c.ownerId end
        left join now_application b on b.tenantId = c.tenantId and b.appId = case when c.ownerType = 'application' and c.ownerId is null then c.appId end
        left join fact_service_principal p on p.tenantId = c.tenantId and p.id = case when c.ownerType = 'servicePrincipal' then c.ownerId end
      ), powerful as (
        select tenantId, id, max(rank) as rank, arg_max(what, rank) as what from (
          select tenantId, id, rank, what from fact_power
          union all select p.homeTenantId, p.applicationId, w.rank, w.what
          from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id where p.applicationId is not null
        ) group by tenantId, id
      ), signing as (
        select distinct tenantId, ownerId, endDateTime from stored where contains(lower(displayName), 'federated sso certificate')
      )
      select c.*, coalesce(c.endDateTime < t.taken, false) as isExpired, g.ownerId is not null as isSigning, coalesce(w.rank, 0) as rank, w.what,
        u.lastUsed, u.uses, t.taken
      from stored c join settled_tenant t on t.tenantId = c.tenantId
      left join powerful w on w.tenantId = c.tenantId and w.id = c.ownerId
      left join signing g on g.tenantId = c.tenantId and g.ownerId = c.ownerId and g.endDateTime is not distinct from c.endDateTime
      left join fact_credential_use u on u.keyId = c.keyId`,
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
        coalesce(c.endDateTime < p.taken, false) as isExpired, c.isSigning, c.lastUsed, c.uses, p.taken, c.file_id, c.record
      from fact_stored_credential c join (
        select tenantId as atTenantId, id as atId, 'servicePrincipal' as atType, * from fact_service_principal
        union all select homeTenantId, applicationId, 'application', * from fact_service_principal where applicationId is not null
      ) p on p.atTenantId = c.tenantId and p.atId = c.ownerId and p.atType = c.ownerType`,
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
    // Owners of applications and service principals, as owners of the service principal that they can sign in as.
    name: 'fact_owner',
    query: sql`
      select p.tenantId, p.id as servicePrincipalId, p.name, o.tenantId as ownerTenantId, o.ownerId, coalesce(u.type, o.ownerType) as ownerType,
        coalesce(u.name, o.ownerId) as ownerName, o.objectType, o.file_id, o.record
      from now_owner o join (
        select tenantId as atTenantId, id as atId, 'servicePrincipal' as atType, * from fact_service_principal
        union all select homeTenantId, applicationId, 'application', * from fact_service_principal where applicationId is not null
        union all select homeTenantId, appId, 'application', * from fact_service_principal where applicationId is not null
      ) p on p.atTenantId = o.tenantId and p.atId = o.objectId and p.atType = o.objectType
      left join fact_principal u on u.tenantId = o.tenantId and u.id = o.ownerId
      where o.state is distinct from 'eligible'`,
  },
];
