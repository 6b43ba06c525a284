import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';
import { askedApplications, registration } from './conditional-access.ts';

const name = sql`case a.application when ${askedApplications.other} then 'every application that no policy names'
  when ${askedApplications.adminPortals} then 'the admin portals' when ${askedApplications.azure} then 'Azure management'
  when ${askedApplications.exchange} then 'Exchange Online' when ${askedApplications.sharePoint} then 'SharePoint Online'
  when ${askedApplications.teams} then 'Teams' when ${registration} then 'the registration of a second factor'
  else coalesce(p.name, k.name, 'application ' || a.application) end`;

const clients = sql`case client when 'browser' then 'a browser' when 'mobileappsanddesktopclients' then 'apps' else client end`;

const platforms = sql`case platform when 'android' then 'Android' when 'ios' then 'iOS' when 'windows' then 'Windows' when 'macos' then 'macOS'
  when 'linux' then 'Linux' when 'windowsphone' then 'Windows Phone' else 'an unknown platform' end`;

/** What `ca_open` says, in words, and why. */
export const conditionalAccessGapFacts: readonly Fact[] = [
  {
    name: 'ca_application_name',
    query: sql`
      select a.tenantId, a.application, any_value(${name}) as name, a.application = ${registration} as isRegistration
      from ca_application a
      left join (select tenantId, appId, min(displayName) as name from now_service_principal group by all) p on p.tenantId = a.tenantId and p.appId = a.application
      left join known_resource k on k.appId = a.application
      group by a.tenantId, a.application`,
  },
  {
    // Which modern clients and platforms a mask has: empty where it has all of them.
    name: 'ca_mask_words',
    query: sql`
      select mask, case when len(clients) = 2 then '' else ' with ' || clients[1] end
        || case when len(platforms) = (select count(distinct platform) from ca_client) then '' else ' on ' || array_to_string(platforms, ', ') end as words
      from (
        select o.mask, list(distinct ${clients} order by ${clients}) as clients, list(distinct ${platforms} order by ${platforms}) as platforms
        from (select distinct openModern as mask from ca_open where openModern > 0) o join ca_client c on c.bit & o.mask > 0 and not c.isLegacy
        group by o.mask
      )`,
  },
  {
    name: 'ca_modern',
    isView: true,
    query: sql`select distinct m.number from ca_policy_client m join ca_client c on c.bit & m.mask > 0 and not c.isLegacy`,
  },
  {
    /**
     * Where modern clients are open: one row for each signature, level and application. Whoever may come from outside of all
     * named places needs none of them.
     */
    name: 'ca_gap',
    query: sql`
      with place as (
        select o.*, w.words, bool_or(o.place = 'elsewhere') over (partition by o.signature, o.level, o.application) as isAnywhere
        from ca_open o join ca_mask_words w on w.mask = o.openModern where o.openModern > 0
      ), gap as (
        select tenantId, signature, level, application,
          any_value(words) || case when any_value(isAnywhere) then '' else ' from ' || string_agg(distinct placeName, ', ' order by placeName) end as how
        from place where place = 'elsewhere' or not isAnywhere group by tenantId, signature, level, application
      ), exception as (
        select s.signature, v.level, e.application, string_agg(distinct p.name, ' and ' order by p.name) as policies
        from (select signature, unnest(policies) as number from ca_signature) s join ca_policy p using (number)
        join (select number, unnest(excludeApplications) as application from ca_policy) e using (number) semi join ca_modern m using (number)
        join (select unnest([1, 2]) as level) v on p.level >= v.level
        group by all
      )
      select g.tenantId, g.signature, g.level, g.application, n.isRegistration, g.how,
        n.name || case when e.policies is null then '' else ' (left out by ' || e.policies || ')' end as name
      from gap g join ca_application_name n using (tenantId, application) left join exception e using (signature, level, application)`,
  },
  {
    // Policies that would apply to somebody but for an exclusion.
    name: 'ca_left_out',
    query: sql`
      select n.tenantId, n.userId, p.number, p.name, p.level, list_contains(p.userActions, ${registration}) as isForRegistration
      from (select distinct tenantId, userId, number from ca_named_user where not isIn) n
      join ca_policy p using (number) semi join ca_modern m using (number)
      where (len(p.includeApplications) > 0 or list_contains(p.userActions, ${registration})) and (list_contains(p.includeUsers, 'all')
        or exists (select 1 from ca_named_user i where i.isIn and i.number = n.number and i.userId = n.userId))`,
  },
  {
    /**
     * Who is not a known user but named by policies: groups, roles and users that nothing else in the case tells of. Where
     * the case has the members of groups, one without any is empty.
     */
    name: 'ca_unknown',
    query: sql`
      select tenantId, type, id, any_value(name) as name, min(file_id) as file_id, min(record) as record from (
        select c.tenantId, 'group' as type, c.id, coalesce(g.displayName, c.id) as name, c.file_id, c.record
        from (select tenantId, unnest(includeGroups || excludeGroups) as id, file_id, record from ca_policy) c
        left join now_group g on g.tenantId = c.tenantId and g.id = c.id
        where c.tenantId not in (select tenantId from now_group_member)
        union all
        select c.tenantId, 'role', c.id, coalesce(r.name, c.id), c.file_id, c.record
        from (select tenantId, unnest(includeRoles || excludeRoles) as id, file_id, record from ca_policy) c left join known_role r on r.id = c.id
        where c.tenantId not in (select tenantId from now_role_assignment)
        union all
        select c.tenantId, 'user', c.id, c.id, c.file_id, c.record
        from (select tenantId, unnest(includeUsers || excludeUsers) as id, file_id, record from ca_policy) c
        where c.id not in ('all', 'none', 'guestsorexternalusers') and c.tenantId not in (select tenantId from now_user where userPrincipalName is not null)
      ) group by tenantId, type, id`,
  },
];
