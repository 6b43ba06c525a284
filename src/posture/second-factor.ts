import { askedApplications } from '../directory/fact/conditional-access.ts';
import { sql, trusted, type Sql } from '../store/sql.ts';
import type { Need } from './check.ts';
import { needsWholePolicies } from './conditional-access-policy.ts';
import { highlyPrivilegedRoles, needsAdministrators } from './role-policy.ts';

/** Somebody to ask about: `tenantId`, `type`, `id`, `name`, `policies` of `ca_user`, `file_id` and `record`. */
export type Asked = Sql;

/** Security defaults stand in for conditional access: everyone is asked for a second factor. */
const hasSecurityDefaults = sql`select tenantId from now_setting
  where policy = 'identitySecurityDefaultsEnforcementPolicy' and path = 'isenabled' and lower(value) = 'true'`;

export const needsSecondFactorPolicy: Need = {
  what: 'conditional access policies with whom they are for and what they ask, or security defaults that are on',
  tenants: sql`${needsWholePolicies.tenants} union ${hasSecurityDefaults}`,
};

/** Some exports do not have which kinds of guests a policy names. */
export const needsGuestKinds: Need = {
  what: 'conditional access policies with the kinds of guests that they are for, or security defaults that are on',
  tenants: sql`select tenantId from now_conditional_access_policy where includeGuests is not null union ${hasSecurityDefaults}`,
};

/** Tenants of which it is known to which users policies apply: where a policy names groups, their members have to be in the case. */
const knowsUsers = sql`select tenantId from now_user where userPrincipalName is not null except
  select tenantId from ca_policy where len(includeGroups) > 0 and tenantId not in (select tenantId from now_group_member)`;

/** Enabled users for whom nothing else than conditional access asks for a second factor. */
export function askedUsers(condition: Sql): Asked {
  return sql`
    select f.tenantId, 'user' as type, f.id, f.name, c.policies, f.file_id, f.record
    from fact_user f join ca_user c on c.tenantId = f.tenantId and c.userId = f.id
    where f.accountEnabled is distinct from false and lower(coalesce(f.perUserMfaState, '')) not in ('enabled', 'enforced')
      and f.tenantId not in (${hasSecurityDefaults}) and f.tenantId in (${knowsUsers}) and ${condition}`;
}

/** The record that stands for all policies of a tenant. */
const firstPolicy = sql`select tenantId, min(file_id) as file_id, arg_min(record, file_id * 1e12 + record) as record from now_conditional_access_policy group by all`;

const anyUser = sql`select * from ca_user where userId = 'any user'`;

/** Every user whom no policy names, as the tenant. */
export const askedAnyone: Asked = sql`
  select c.tenantId, 'tenant' as type, c.tenantId as id, 'every user whom no policy names' as name, c.policies, p.file_id, p.record
  from (${anyUser}) c join (${firstPolicy}) p using (tenantId) where c.tenantId not in (${hasSecurityDefaults})`;

/** What policies name besides the known users; and, where no users are known, everyone whom they do not name. */
export const askedUnknown: Asked = sql`
  select n.tenantId, n.type, n.id, n.name, c.policies, n.file_id, n.record
  from ca_unknown n join ca_user c on c.tenantId = n.tenantId and c.userId = n.id
  where n.tenantId not in (${hasSecurityDefaults})
  union all select * from (${askedAnyone}) where tenantId not in (${knowsUsers})`;

/**
 * Users with a privileged role, also those of whom nothing else is known; with `roles`, and `isAskedOtherwise` where security
 * defaults or the setting of old already ask for a second factor.
 */
export const askedAdministrators: Asked = sql`
  select a.tenantId, 'user' as type, a.id, coalesce(f.name, p.name, a.id) as name, coalesce(c.policies, n.policies) as policies, a.file_id, a.record,
    array_to_string(a.roles, ', ') as roles,
    a.tenantId in (${hasSecurityDefaults}) or lower(coalesce(f.perUserMfaState, '')) in ('enabled', 'enforced') as isAskedOtherwise
  from fact_admin a left join fact_user f on f.tenantId = a.tenantId and f.id = a.id
  left join fact_principal p on p.tenantId = a.tenantId and p.id = a.id and p.type = 'user'
  left join ca_user c on c.tenantId = a.tenantId and c.userId = a.id
  join ca_user n on n.tenantId = a.tenantId and n.userId = 'any user'
  where f.accountEnabled is distinct from false`;

/**
 * Those to whom a policy leaves something open, and what.
 *
 * @param options `level` 1: a password is enough; 2: something that can be phished is. `applications` is a condition on
 * `application` of `ca_gap`, `what` stands for it in the sentence if all of them are open.
 */
export function openFor(
  asked: Asked,
  options: { readonly level: 1 | 2; readonly applications?: Sql; readonly what?: string; readonly also?: Sql },
): Sql {
  const { level, applications = trusted('not isRegistration'), what = 'every application', also = sql`''` } = options;
  const enough = level === 1 ? 'a password is enough for ' : 'what can be phished is enough for ';
  return sql`
    with application as (select tenantId, count(*) as number from ca_application_name where ${applications} group by tenantId),
    alike as (
      select tenantId, signature, how, list(name order by application <> ${askedApplications.other}, name) as names from ca_gap where level = ${level} and ${applications} group by all
    ), gap as (
      select signature, string_agg(case when len(names) = a.number then ${what}
          when len(names) > 4 then array_to_string(names[:3], ', ') || ' and ' || (len(names) - 3) || ' more applications'
          else array_to_string(names, ', ') end || how, ' and for ' order by len(names) desc, how) as words
      from alike join application a using (tenantId) group by signature
    ), left_out as (
      select tenantId, userId, string_agg(distinct name, ' and ' order by name) as policies from ca_left_out
      where level >= ${level} and isForRegistration in (select isRegistration from ca_application_name where ${applications}) group by all
    )
    select u.tenantId, u.type, u.id, u.name, ${enough} || g.words || case
        when o.policies is not null then '; left out by ' || o.policies
        when not exists (select 1 from ca_policy p where p.level >= ${level} and list_contains(u.policies, p.number)) then '; no policy applies'
        else '' end || ${also} as because, u.file_id, u.record
    from (${asked}) u join ca_signature s on s.tenantId = u.tenantId and s.policies = u.policies
    join gap g using (signature)
    left join left_out o on o.tenantId = u.tenantId and o.userId = u.id`;
}

/** Only Azure management, with which subscriptions and what runs in them are controlled. */
export const azureManagement = sql`application = ${askedApplications.azure}`;

/** Those who reach mail with old protocols: the tenant if that is open to everyone, else whom policies leave out. */
export const legacyOpenFor: Sql = sql`
  with gap as (
    select o.signature, string_agg(distinct case c.client when 'other' then 'IMAP, POP, SMTP and other old protocols' else 'Exchange ActiveSync' end, ' and ') as words,
      bool_or(o.place = 'elsewhere') as isAnywhere, string_agg(distinct o.placeName, ', ') as places
    from ca_open o join ca_client c on c.isLegacy and c.bit & o.openLegacy > 0 where o.level = 1 and o.openLegacy > 0 group by o.signature
  ), asked as (
    select *, true as isAnyone from (${askedAnyone})
    union all select *, false from (${askedUsers(trusted('true'))})
    union all select *, false from (${askedUnknown})
  ), found as (
    select u.*, 'a password is enough with ' || g.words || case when g.isAnywhere then '' else ' from ' || g.places end as words
    from asked u join ca_signature s on s.tenantId = u.tenantId and s.policies = u.policies join gap g using (signature)
  ), left_out as (
    select n.tenantId, n.userId, string_agg(distinct p.name, ' and ' order by p.name) as policies
    from ca_named_user n join ca_policy p using (number) join ca_policy_client m using (number) join ca_client c on c.isLegacy and c.bit & m.mask > 0
    where not n.isIn group by all
  )
  select f.tenantId, f.type, f.id, f.name, f.words || coalesce('; left out by ' || l.policies, '') as because, f.file_id, f.record
  from found f left join left_out l on l.tenantId = f.tenantId and l.userId = f.id
  where f.isAnyone or f.tenantId not in (select tenantId from found where isAnyone)`;

/** The roles that CISA calls highly privileged, of tenants of which it is not known who holds roles. */
export const askedRoles: Asked = sql`
  select n.tenantId, 'role' as type, r.id, r.name, coalesce(c.policies, n.policies) as policies, p.file_id, p.record
  from known_role r join (${anyUser}) n on true
  join (${firstPolicy}) p on p.tenantId = n.tenantId
  left join ca_user c on c.tenantId = n.tenantId and c.userId = r.id
  where r.id in ${highlyPrivilegedRoles} and n.tenantId not in (${needsAdministrators.tenants})`;
