import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

/** Applications that are asked about besides those that policies name. `other` is any that no policy names. */
export const askedApplications = {
  exchange: '00000002-0000-0ff1-ce00-000000000000',
  sharePoint: '00000003-0000-0ff1-ce00-000000000000',
  teams: 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
  azure: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  adminPortals: 'microsoftadminportals',
  other: 'other',
} as const;

/** The user action "register security information", asked about as if it were an application. */
export const registration = 'urn:user:registersecurityinfo';

const phishingResistant = ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'];
const singleFactor = ['password', 'sms', 'federatedSingleFactor', 'x509CertificateSingleFactor', 'qrCodePin'];

/**
 * What conditional access asks of somebody who knows a password and nothing else, and may choose his client, platform and country.
 * A policy counts if it applies whatever he chooses, and if what it asks cannot be had with the password: so neither policies for
 * risk that somebody must first notice, nor those that a declared platform or another client evades.
 *
 * Users to whom the same policies apply have the same signature: what is asked is worked out once for each signature, application
 * and place.
 */
export const conditionalAccessFacts: readonly Fact[] = [
  {
    // Enabled policies for users; `level` 1 asks for more than the password, 2 for what cannot be phished or blocks.
    name: 'ca_policy',
    query: sql`
      select *, row_number() over (order by tenantId, id)::integer as number from (
        select *, case
            when list_contains(controls, 'block') then 2
            when grantOperator = 'OR' and len(list_filter(asks, lambda a: a = 0)) > 0 then 0
            when grantOperator = 'OR' then coalesce(list_min(asks), 0)
            else coalesce(list_max(asks), 0) end as level
        from (
          select tenantId, id, coalesce(displayName, id) as name, coalesce(upper(grantOperator), 'OR') as grantOperator, coalesce(grantControls, []) as controls,
            list_transform(coalesce(grantControls, []), lambda c: case when c in ('mfa', 'compliantDevice', 'domainJoinedDevice', 'block') then 1 else 0 end)
              || case when authenticationStrength is null then [] when len(list_intersect(coalesce(allowedCombinations, []), ${list(singleFactor)})) > 0 then [0]
                 when len(allowedCombinations) > 0 and len(list_filter(allowedCombinations, lambda c: not list_contains(${list(phishingResistant)}, c))) = 0 then [2] else [1] end
              || case when len(termsOfUse) > 0 then [0] else [] end as asks,
            list_transform(coalesce(includeUsers, []), lambda u: lower(u)) as includeUsers, list_transform(coalesce(excludeUsers, []), lambda u: lower(u)) as excludeUsers,
            list_transform(coalesce(includeGroups, []), lambda u: lower(u)) as includeGroups, list_transform(coalesce(excludeGroups, []), lambda u: lower(u)) as excludeGroups,
            list_transform(coalesce(includeRoles, []), lambda u: lower(u)) as includeRoles, list_transform(coalesce(excludeRoles, []), lambda u: lower(u)) as excludeRoles,
            coalesce(includeGuests, []) as includeGuests, coalesce(excludeGuests, []) as excludeGuests,
            list_transform(coalesce(includeApplications, []), lambda u: lower(u)) as includeApplications, list_transform(coalesce(excludeApplications, []), lambda u: lower(u)) as excludeApplications,
            list_transform(coalesce(userActions, []), lambda u: lower(u)) as userActions,
            list_transform(coalesce(clientAppTypes, []), lambda u: lower(u)) as clients,
            list_transform(coalesce(includePlatforms, []), lambda u: lower(u)) as includePlatforms, list_transform(coalesce(excludePlatforms, []), lambda u: lower(u)) as excludePlatforms,
            list_transform(coalesce(includeLocations, []), lambda u: lower(u)) as includeLocations, list_transform(coalesce(excludeLocations, []), lambda u: lower(u)) as excludeLocations,
            file_id, record
          from now_conditional_access_policy
          where state = 'enabled' and len(coalesce(includeServicePrincipals, [])) = 0 and len(coalesce(authenticationContexts, [])) = 0
            and len(coalesce(userRiskLevels, [])) = 0 and len(coalesce(signInRiskLevels, [])) = 0 and len(coalesce(insiderRiskLevels, [])) = 0
            and len(coalesce(transferMethods, [])) = 0 and applicationFilter is null
            and (deviceFilter is null or lower(deviceFilterMode) = 'exclude')
            -- A block of everybody everywhere would lock the tenant: an export without flows has left out what it is about.
            and not (transferMethods is null and coalesce(list_contains(grantControls, 'block') and list_contains(includeUsers, 'All') and list_contains(includeApplications, 'All'), false)
              and len(coalesce(includeLocations, [])) = 0 and len(coalesce(includePlatforms, [])) = 0 and (len(coalesce(clientAppTypes, [])) = 0 or list_contains(clientAppTypes, 'all')))
        )
      ) where level > 0`,
  },
  {
    // Clients and platforms: legacy clients know no second factor.
    name: 'ca_client',
    query: sql`select client, platform, 1 << (c.n * 7 + p.n) as bit, client in ('exchangeactivesync', 'other') as isLegacy
      from (select unnest(['browser', 'mobileappsanddesktopclients', 'exchangeactivesync', 'other']) as client, unnest(range(4)) as n) c,
        (select unnest(['android', 'ios', 'windows', 'macos', 'linux', 'windowsphone', 'unknown']) as platform, unnest(range(7)) as n) p`,
  },
  {
    name: 'ca_policy_client',
    query: sql`
      select p.number, bit_or(c.bit) as mask from ca_policy p join ca_client c
        on (len(p.clients) = 0 or list_contains(p.clients, 'all') or list_contains(p.clients, c.client)
            or (c.client = 'exchangeactivesync' and list_contains(p.clients, 'eassupported')))
        and (len(p.includePlatforms) = 0 or list_contains(p.includePlatforms, 'all') or list_contains(p.includePlatforms, c.platform))
        and not list_contains(p.excludePlatforms, c.platform)
      group by p.number`,
  },
  {
    // Places that an attacker may choose: outside of every named one, or in one that is no trusted range of addresses.
    name: 'ca_place',
    query: sql`
      select distinct tenantId, 'elsewhere' as place, 'elsewhere' as name from ca_policy
      union
      select p.tenantId, p.place, coalesce(l.displayName, p.place) from (
        select tenantId, unnest(includeLocations || excludeLocations) as place from ca_policy
      ) p left join now_named_location l on l.tenantId = p.tenantId and l.id = p.place
      where p.place not in ('all', 'alltrusted', '00000000-0000-0000-0000-000000000000') and (l.id is null or len(coalesce(l.ranges, [])) = 0)`,
  },
  {
    name: 'ca_policy_place',
    query: sql`
      select p.number, l.place from ca_policy p join ca_place l using (tenantId)
      where (len(p.includeLocations) = 0 or list_contains(p.includeLocations, 'all') or list_contains(p.includeLocations, l.place))
        and not list_contains(p.excludeLocations, l.place)`,
  },
  {
    name: 'ca_application',
    query: sql`
      select t.tenantId, unnest(${list(Object.values(askedApplications))} || [${registration}]) as application from settled_tenant t
      union
      select tenantId, unnest(list_filter(includeApplications || excludeApplications, lambda a: a not in ('all', 'none', 'office365'))) from ca_policy`,
  },
  {
    name: 'ca_policy_application',
    query: sql`
      with suite as (select unnest(${list([askedApplications.exchange, askedApplications.sharePoint, askedApplications.teams])}) as application)
      select p.number, a.application from ca_policy p join ca_application a using (tenantId) left join suite s on s.application = a.application
      where case when a.application = ${registration} then list_contains(p.userActions, a.application)
        else (list_contains(p.includeApplications, 'all') or list_contains(p.includeApplications, a.application)
            or (s.application is not null and list_contains(p.includeApplications, 'office365')))
          and not list_contains(p.excludeApplications, a.application)
          and not (s.application is not null and list_contains(p.excludeApplications, 'office365')) end`,
  },
  {
    // Whom policies name by themselves, by a group, a role or as guests. A group or role of which no member is known stands for one.
    name: 'ca_named_user',
    query: sql`
      with user_kind as (
        select tenantId, id, case when isGuest and contains(userPrincipalName, '#ext#') then 'b2bCollaborationGuest'
          when isGuest then 'internalGuest' end as kind from fact_user where isGuest
      ), named as (
        select number, tenantId, true as isIn, includeUsers as users, includeGroups as groups, includeRoles as roles, includeGuests as guests from ca_policy
        union all select number, tenantId, false, excludeUsers, excludeGroups, excludeRoles, excludeGuests from ca_policy
      )
      select number, isIn, tenantId, unnest(users) as userId from named
      union select n.number, n.isIn, n.tenantId, coalesce(m.memberId, n.groupId) from (select number, isIn, tenantId, unnest(groups) as groupId from named) n
        left join fact_member m on m.tenantId = n.tenantId and m.groupId = n.groupId
      union select n.number, n.isIn, n.tenantId, coalesce(h.principalId, n.roleId) from (select number, isIn, tenantId, unnest(roles) as roleId from named) n
        left join fact_role_holder h on h.tenantId = n.tenantId and h.roleId = n.roleId and h.state = 'active' and h.scope = '/' and h.principalType = 'user'
      union select n.number, n.isIn, n.tenantId, k.id from named n join user_kind k on k.tenantId = n.tenantId
        and (list_contains(n.users, 'guestsorexternalusers') or list_contains(n.guests, k.kind))`,
  },
  {
    /**
     * The policies that apply to each user; to each id that policies name and the export of users does not have; and to
     * `any user`, whom no policy names.
     */
    name: 'ca_user',
    query: sql`
      with everyone as (
        select tenantId, list(number order by number) as numbers from ca_policy where list_contains(includeUsers, 'all') group by all
      ), named as (
        select tenantId, userId, coalesce(list(number) filter (where isIn), []) as inside, coalesce(list(number) filter (where not isIn), []) as outside
        from ca_named_user group by all
      )
      select u.tenantId, u.id as userId, u.isKnown,
        list_sort(list_filter(list_distinct(coalesce(e.numbers, []) || coalesce(n.inside, [])), lambda p: not list_contains(coalesce(n.outside, []), p))) as policies
      from (
        select tenantId, id, true as isKnown from fact_user
        union all select tenantId, userId, false from named n where not exists (
          select 1 from fact_principal p where p.tenantId = n.tenantId and p.id = n.userId and p.type = 'user')
          and userId not in ('all', 'none', 'guestsorexternalusers')
        union all select tenantId, 'any user', false from settled_tenant
      ) u left join everyone e using (tenantId) left join named n on n.tenantId = u.tenantId and n.userId = u.id`,
  },
  {
    name: 'ca_signature',
    query: sql`select *, row_number() over (order by tenantId, policies)::integer as signature from (select distinct tenantId, policies from ca_user)`,
  },
  {
    /**
     * Where a password is enough: for each signature, application and place the clients and platforms that nothing is asked of
     * at the level. Legacy clients reach only mail.
     */
    name: 'ca_open',
    query: sql`
      with asked as (
        select s.tenantId, s.signature, a.application, l.place, l.name as placeName, v.level
        from ca_signature s join ca_application a using (tenantId)
        join (select * from ca_place union select tenantId, 'elsewhere', 'elsewhere' from settled_tenant) l using (tenantId),
          (select unnest([1, 2]) as level) v
      ), covered as (
        select s.signature, a.application, l.place, v.level, bit_or(c.mask) as mask
        from (select signature, unnest(policies) as number from ca_signature) s join ca_policy p using (number) join ca_policy_client c using (number)
        join ca_policy_application a using (number) join ca_policy_place l using (number) join (select unnest([1, 2]) as level) v on p.level >= v.level
        group by all
      )
      select * from (
        select q.tenantId, q.signature, q.application, q.place, q.placeName, q.level, m.modern & ~coalesce(c.mask, 0) as openModern,
          case when q.application = ${askedApplications.exchange} then m.legacy & ~coalesce(c.mask, 0) else 0 end as openLegacy, m.modern
        from asked q left join covered c using (signature, application, place, level),
          (select bit_or(bit) filter (where not isLegacy) as modern, bit_or(bit) filter (where isLegacy) as legacy from ca_client) m
      ) where openModern > 0 or openLegacy > 0`,
  },
];

function list(values: readonly string[]) {
  return sql`from_json(${JSON.stringify(values)}, '["VARCHAR"]')`;
}
