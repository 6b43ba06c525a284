import { sql, type Sql } from '../store/sql.ts';
import type { Need } from './check.ts';

/**
 * Says that it is known of every enabled policy whom it is for and what it asks. Some exports leave out users, or authentication
 * strengths: a policy that has an operator but no control may ask for one.
 */
export const needsWholePolicies: Need = {
  what: 'conditional access policies with whom they are for and what they ask',
  tenants: sql`select tenantId from now_conditional_access_policy group by tenantId having not bool_or(state = 'enabled'
    and (includeUsers is null or (len(coalesce(grantControls, [])) = 0 and allowedCombinations is null and grantOperator is not null)))`,
};

const plural = (count: Sql, one: string): Sql =>
  sql`case when ${count} = 1 then ${`1 ${one}`} when ${count} > 1 then ${count} || ${` ${one}s`} end`;

const leftOut = sql`array_to_string(list_filter([
    ${plural(sql`len(list_filter(coalesce(excludeUsers, []), lambda u: lower(u) <> 'guestsorexternalusers'))`, 'user')}, ${plural(sql`len(excludeGroups)`, 'group')},
    ${plural(sql`len(excludeRoles)`, 'role')}, case when len(excludeGuests) > 0 or list_contains(list_transform(coalesce(excludeUsers, []), lambda u: lower(u)), 'guestsorexternalusers') then 'guests' end,
    ${plural(sql`len(excludeApplications)`, 'application')}, ${plural(sql`len(excludeLocations)`, 'place')}, ${plural(sql`len(excludePlatforms)`, 'platform')}
  ], lambda x: x is not null), ', ')`;

const has = (list: Sql, word: string): Sql =>
  sql`coalesce(list_contains(list_transform(${list}, lambda x: lower(x)), ${word}), false)`;

/** What keeps a policy from applying to everybody, everywhere, at every application; an empty list if nothing does. */
function flaws(isForApplications: boolean): Sql {
  return sql`list_filter([
    case state when 'enabled' then null when 'enabledForReportingButNotEnforced' then 'only reports' else 'is off' end,
    case when not ${has(sql`includeUsers`, 'all')} then 'is not for all users' end,
    ${isForApplications ? sql`case when not ${has(sql`includeApplications`, 'all')} or applicationFilter is not null then 'is not for all applications' end,` : sql``}
    case when ${leftOut} <> '' then 'leaves out ' || ${leftOut} end,
    case when len(clientAppTypes) > 0 and not ${has(sql`clientAppTypes`, 'all')} and not (${has(sql`clientAppTypes`, 'browser')} and ${has(sql`clientAppTypes`, 'mobileappsanddesktopclients')}) then 'is not for all clients' end,
    case when len(includePlatforms) > 0 and not ${has(sql`includePlatforms`, 'all')} then 'is not for all platforms' end,
    case when len(includeLocations) > 0 and not ${has(sql`includeLocations`, 'all')} then 'is not for all places' end,
    case when deviceFilter is not null then 'has a filter for devices' end
  ], lambda x: x is not null)`;
}

/**
 * The tenant, if no policy that meets a condition applies to everybody everywhere; with what keeps the nearest one from it. CISA
 * overlooks clients, platforms, places and filters for devices, by which an attacker evades a policy.
 *
 * @param condition on `now_conditional_access_policy`.
 * @param says what is missing, such as `no policy blocks users of high risk`.
 * @param options `isForApplications` false: for policies about a user action, which have no applications.
 */
export function withoutPolicy(
  condition: Sql,
  says: string,
  options: { readonly isForApplications?: boolean } = {},
): Sql {
  return sql`
    with policy as (
      select *, ${flaws(options.isForApplications ?? true)} as flaws, coalesce(${condition}, false) as isMeant from now_conditional_access_policy
    )
    select tenantId, 'tenant' as type, tenantId as id, coalesce(max(t.displayName), tenantId) as name,
      ${says} || case when bool_or(isMeant) then coalesce('; ' || arg_min(coalesce(p.displayName, p.id) || ' ' || array_to_string(flaws, ' and '),
        len(flaws) + case when state = 'enabled' then 0 else 10 end) filter (where isMeant), '') else '' end as because,
      min(p.file_id) as file_id, arg_min(p.record, p.file_id * 1e12 + p.record) as record
    from policy p left join now_tenant t using (tenantId)
    group by tenantId having not bool_or(isMeant and len(flaws) = 0)`;
}

/** True if the policy blocks. */
export const blocks = has(sql`grantControls`, 'block');
