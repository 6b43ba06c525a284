import { join, literal, sql, type Sql, trusted } from '../../store/sql.ts';
import { kindOf, operationsOfSteps } from './operation.ts';
import { mailPermission, powerPermission, roleNames } from './permission.ts';

const guid = trusted('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}');

/** The new value of the first property with one of these names. */
const property = (...names: readonly string[]): Sql =>
  sql`list_filter(properties, lambda p: list_contains([${join(names.map(literal))}], p.name) and p.new <> '')[1].new`;

const parameter = (name: string): Sql => sql`list_filter(parameters, lambda p: p.name = ${literal(name)})[1].value`;

const keysIn = (value: 'old' | 'new'): Sql =>
  sql`flatten(list_transform(list_filter(properties, lambda p: p.name = 'KeyDescription'),
    lambda p: regexp_extract_all(lower(coalesce(p.${trusted(value)}, '')), 'keyidentifier=(${guid})', 1)))`;

const firstGuid = (text: Sql): Sql => sql`nullif(regexp_extract(lower(coalesce(${text}, '')), '${guid}'), '')`;

/** What audits call the tenant that an application is registered in, where they tell it. */
const ownerTenant = ['AppOwnerOrganizationId', 'AppOwnerTenantId'] as const;

/** Which change of an application is a change of its credentials: what else these operations do is not looked at. */
const changesCredential = sql`len(list_filter(properties, lambda p:
  list_contains(['KeyDescription', 'FederatedIdentityCredentials'], p.name) and coalesce(p.new, '') <> coalesce(p.old, ''))) > 0`;
const changesSecondFactor = sql`len(list_filter(properties, lambda p: starts_with(p.name, 'StrongAuthentication')
  and contains(p.name, 'Method') or p.name = 'StrongAuthenticationPhoneAppDetail' and length(coalesce(p.new, '')) > length(coalesce(p.old, '')))) > 0`;

/**
 * The temporary table `step`: every change by which somebody could gain or give access, typed, one row a record. Both
 * counts of a change, the directory's audit and the unified audit log, have the same `fact`.
 */
export const stepTables: readonly Sql[] = [
  sql`create or replace temp table step as
    with chosen as (
      select *, coalesce(flatten(list_transform(targets, lambda t: t.properties)), []) as properties
      from scoped_activity
      where list_contains([${join(operationsOfSteps.map(literal))}], operation)
        and coalesce(lower(result), 'success') not in ('failure', 'failed', 'false', 'timeout')
    ), typed as (
      select *, ${kindOf(changesCredential, changesSecondFactor)} as kind from chosen
    ), aimed as (
      select *, case when kind = 'second-factor' or kind = 'user' or kind = 'password' then 'user'
          when kind = 'directory-role' then case when len(list_filter(targets, lambda t: t.type = 'ServicePrincipal')) > 0 then 'application' else 'user' end
          when kind in ('application', 'service-principal', 'credential', 'owner', 'consent', 'delegated-grant', 'app-role') then 'application' end as targetKind,
        case when kind in ('app-role', 'delegated-grant') then coalesce(${firstGuid(property('ServicePrincipal.ObjectID'))}, lower(targets[2].id))
          when kind = 'owner' then coalesce(${firstGuid(property('Application.ObjectID', 'ServicePrincipal.ObjectID'))},
            lower(list_filter(targets, lambda t: list_contains(['Application', 'ServicePrincipal'], t.type))[1].id), lower(targets[1].id))
          when kind = 'directory-role' then lower(coalesce(list_filter(targets, lambda t: list_contains(['User', 'ServicePrincipal', 'Group'], t.type))[1].id, targets[1].id))
          else lower(targets[1].id) end as targetId
      from typed where kind is not null
    )
    select 'activity' as source_table, file_id, record, time, log, operation, kind, actorType as actorKind, principal as actorName, ip,
      correlationId, targetKind, targetId,
      coalesce(${firstGuid(sql`case when actorType = 'application' and log = 'unified-audit' then regexp_extract(raw, '(?i)"UserId"\\s*:\\s*"ServicePrincipal_([0-9a-f-]{36})', 1) else actorId end`)}, case when actorType = 'application' then lower(appId) end) as actorId,
      case when kind in ('app-role', 'delegated-grant') then coalesce(${property('ServicePrincipal.DisplayName')}, targets[2].name)
        when targetKind = 'user' then coalesce(case when contains(targets[1].name, '@') then lower(targets[1].name) end, lower(${property('UserPrincipalName')}), targets[1].name)
        else coalesce(list_filter(targets, lambda t: lower(t.id) = targetId)[1].name, targets[1].name) end as targetName,
      case when kind in ('app-role', 'delegated-grant') then ${firstGuid(property('ServicePrincipal.AppId', 'ServicePrincipal.Name'))}
        when targetKind = 'application' then coalesce(${firstGuid(property('AppId', 'AppPrincipalId'))},
          ${firstGuid(parameter('AppId'))}, ${firstGuid(property('TargetId.ServicePrincipalNames', 'ServicePrincipalName'))}) end as targetAppId,
      list_filter(${keysIn('new')}, lambda k: not list_contains(${keysIn('old')}, k)) as keys,
      ${keysIn('old')} as oldKeys,
      case kind when 'app-role' then coalesce(${property('AppRole.Value')}, ${roleName(property('AppRole.Id'))}, 'a permission that the record does not name')
        when 'delegated-grant' then trim(coalesce(${property('DelegatedPermissionGrant.Scope', 'OAuth2PermissionGrant.Scope')}, ''))
        when 'consent' then array_to_string(list_distinct(regexp_extract_all(regexp_replace(coalesce(${property('ConsentAction.Permissions')}, ''), '^.*=>', ''), 'Scope: ?([^,\\]]*)', 1)), ' ')
        when 'directory-role' then coalesce(${property('Role.DisplayName')}, 'a role')
        when 'owner' then coalesce(lower(list_filter(targets, lambda t: contains(t.name, '@'))[1].name), list_filter(targets, lambda t: t.type = 'User')[1].name, '')
        when 'mail-rule' then coalesce(${parameter('Name')}, '')
        else operation end as detail,
      case when targetKind = 'application' then ${firstGuid(sql`coalesce(${property(...ownerTenant)}, ${join(ownerTenant.map(parameter))})`)} end as ownerTenantId,
      case kind when 'consent' then coalesce(lower(${property('ConsentContext.OnBehalfOfAll')}), lower(${property('ConsentContext.IsAdminConsent')})) = 'true'
        when 'delegated-grant' then ${property('DelegatedPermissionGrant.ConsentType')} = 'AllPrincipals' end as forEverybody
    from aimed`,
  sql`alter table step add column fact varchar`,
  sql`alter table step add column isMail boolean`,
  sql`alter table step add column isPower boolean`,
  sql`update step set
    isMail = kind in ('consent', 'delegated-grant', 'app-role') and regexp_matches(detail, ${literal(mailPermission)}),
    isPower = kind in ('consent', 'delegated-grant', 'app-role', 'directory-role') and regexp_matches(detail, ${literal(powerPermission)}),
    fact = md5(kind || ' ' || coalesce(targetId, '') || ' ' || detail || ' ' || coalesce(correlationId, date_trunc('minute', time)::varchar))`,
];

/** The value of an application role by its id, for records that name only the id. */
function roleName(id: Sql): Sql {
  const names = Object.entries(roleNames);
  const ids = join(names.map(([role]) => literal(role)));
  const values = join(names.map(([, name]) => literal(name)));
  return sql`list_extract([${values}], list_position([${ids}], lower(${id})))`;
}
