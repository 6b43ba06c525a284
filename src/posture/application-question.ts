import { severities } from '../shape/severity.ts';
import { empty, sql, type Sql } from '../store/sql.ts';
import { unknownTenant } from '../directory/tenant-of-file.ts';
import { exported, type Need } from './check.ts';

/** What checks of applications ask in the same way: needs, and SQL for the clauses of `because`. */

/** Which tenant the exports are of: without it nobody can say whose applications are foreign. */
export const needsTenant: Need = {
  what: 'the id of the tenant (organization)',
  tenants: sql`select tenantId from settled_tenant where not starts_with(tenantId, ${unknownTenant})`,
};
export const needsOwners = exported('owners of applications', 'owner');

/** Fewest days that a log has to cover before silence in it says something. */
const fewestLogDays = 7;

export const needsApplicationLog: Need = {
  what: `sign-in logs of service principals over ${fewestLogDays} days`,
  tenants: sql`select tenantId from fact_application_log where last - first >= to_days(${fewestLogDays})`,
};

export const dayOf = (time: Sql): Sql => sql`strftime(${time}, '%Y-%m-%d')`;

/** Some of a list of texts, and how many more there are. */
export const someOf = (list: Sql): Sql =>
  sql`array_to_string(${list}[1:4], ', ') || case when len(${list}) > 4 then ' and ' || (len(${list}) - 4) || ' more' else '' end`;

/** `, application of tenant …`, for a row of `fact_service_principal` named `p`. */
export const whoseApplication: Sql = sql`case when p.isForeign then ', application of tenant ' || p.ownerTenantId
  when p.isMicrosoft then ', application of Microsoft' else '' end || case when p.accountEnabled = false then ', disabled' else '' end`;

/**
 * True if an application access policy limits the permission `f` of the service principal `p` to some mailboxes. It limits what
 * Microsoft Graph gives; full_access_as_app at EWS it limits only in part, and IMAP, POP and SMTP not at all.
 */
export const limitedByPolicy: Sql = sql`(f.resourceAppId = '00000003-0000-0000-c000-000000000000'
  and regexp_matches(f.value, '^(Mail|MailboxSettings|Calendars|Contacts)\.')
  and exists (select 1 from now_application_access_policy a where a.tenantId = f.tenantId and a."right" = 'RestrictAccess' and a.appId = p.appId))`;

/** A list of texts, as SQL. */
export function textList(values: readonly string[]): Sql {
  return sql`from_json(${JSON.stringify(values)}, '["VARCHAR"]')`;
}

/**
 * Objects for a check of application permissions: service principals that are not Microsoft's with any of these powers.
 *
 * @param options `condition` on `fact_permission` as `f` and `fact_service_principal` as `p`; `remark` is said after each permission;
 * `isRated`: each object is as bad as the worst of its permissions, instead of as the check.
 */
export function permissionsWith(
  powers: readonly string[],
  options: { readonly condition?: Sql; readonly remark?: Sql; readonly isRated?: boolean } = {},
): Sql {
  const condition = options.condition === undefined ? empty : sql` and ${options.condition}`;
  const remark = options.remark === undefined ? empty : sql` || ${options.remark}`;
  const severity =
    options.isRated === true
      ? sql`arg_max(severity, list_position(${textList(severities)}, severity))`
      : sql`null::varchar`;
  return sql`
    select tenantId, 'servicePrincipal' as type, id, any_value(name) as name, ${severity} as severity,
      'holds ' || string_agg(distinct permission, ', ' order by permission) || any_value(whose) as because,
      min(file_id) as file_id, arg_min(record, file_id) as record
    from (
      select f.tenantId, f.principalId as id, coalesce(p.name, f.principalId) as name,
        f.value || ' on ' || coalesce(f.resourceName, f.resourceAppId, 'an unknown resource')
          || coalesce(' since ' || ${dayOf(sql`f.createdDateTime`)}, '')${remark} as permission,
        coalesce(${whoseApplication}, '') as whose, nullif(f.severity, 'none') as severity, f.file_id, f.record
      from fact_permission f left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.principalId
      where list_has_any(f.power, ${textList(powers)}) and not coalesce(p.isMicrosoft, false)${condition}
    ) group by tenantId, id`;
}

/** Objects for a check of delegated permissions that hold for all users, with any of these powers. */
export function consentsForAllWith(powers: readonly string[]): Sql {
  return sql`
    select f.tenantId, 'servicePrincipal' as type, f.clientId as id, any_value(coalesce(p.name, f.clientId)) as name,
      'for all users: ' || string_agg(distinct f.scope || ' on ' || coalesce(f.resourceName, f.resourceAppId, 'an unknown resource'), ', '
        order by f.scope || ' on ' || coalesce(f.resourceName, f.resourceAppId, 'an unknown resource')) || any_value(coalesce(${whoseApplication}, '')) as because,
      min(f.file_id) as file_id, arg_min(f.record, f.file_id) as record
    from fact_scope f left join fact_service_principal p on p.tenantId = f.tenantId and p.id = f.clientId
    where f.isForAll and list_has_any(f.power, ${textList(powers)})
    group by f.tenantId, f.clientId`;
}

/** From when to when a row of `fact_stored_credential` named `c` is valid. */
export const fromTo: Sql = sql`coalesce(' from ' || ${dayOf(sql`c.startDateTime`)}, '') || coalesce(' to ' || ${dayOf(sql`c.endDateTime`)}, '')`;

/** Objects for a check of credentials that are valid and not Microsoft's own: those of `fact_stored_credential`, `c`, for which this is true. */
export function storedCredentials(because: Sql, condition: Sql): Sql {
  return sql`
    select c.tenantId, c.ownerType as type, c.ownerId as id, c.name, ${because} as because, c.file_id, c.record
    from fact_stored_credential c
    where not c.isExpired and not c.isSigning and not c.isManaged and not c.isMicrosoft and ${condition}`;
}
