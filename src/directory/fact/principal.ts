import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

/** What names accounts and applications that are not there for daily work. Digits and punctuation may stand around it. */
export const testName =
  '(^|[^a-z])(test|tests|testing|tst|demo|dev|poc|pilot|lab|sandbox|stage|staging|qa|uat|temp|tmp|dummy|sample|legacy|old|nonprod|non-prod|preprod|training|trial)([^a-z]|$)';

/** The other two also tell of attempts that failed, such as those of a spray. */
const everyTime = sql`coalesce(lastSuccessfulSignIn, greatest(lastSignIn, lastNonInteractiveSignIn))`;

/** Who is there: users with their last use, groups within groups, names of all. */
export const principalFacts: readonly Fact[] = [
  {
    // Last successful sign-ins by log, of users by id and by name.
    name: 'fact_logged_sign_in',
    query: sql`select userId as id, lower(principal) as userPrincipalName, max(time) as time
      from sign_in where errorCode = 0 and (userId is not null or principal is not null) group by all`,
  },
  {
    // `lastUsed` is null for what was never used. `knowsUse`: the tenant's export has sign-in times, or the case has sign-in logs.
    name: 'fact_user',
    query: sql`
      select u.tenantId, u.id, u.userPrincipalName, u.displayName, coalesce(u.userPrincipalName, u.displayName, u.id) as name,
        u.accountEnabled, coalesce(u.userType = 'Guest' or contains(u.userPrincipalName, '#ext#'), false) as isGuest,
        u.createdDateTime, u.lastPasswordChange, u.onPremisesSyncEnabled, u.externalUserState, u.perUserMfaState, u.passwordPolicies,
        greatest(${everyTime}, l.time) as lastUsed, l.time is not null and (${everyTime} is null or l.time >= ${everyTime}) as isUseByLog,
        t.knowsUse, s.taken, date_diff('day', coalesce(greatest(${everyTime}, l.time), u.createdDateTime), s.taken) as idleDays,
        regexp_matches(lower(coalesce(split_part(u.userPrincipalName, '@', 1), '') || ' ' || coalesce(u.displayName, '')), ${testName}) as isTestNamed,
        u.file_id, u.record
      from now_user u
      join (select tenantId, bool_or(${everyTime} is not null) as knowsUse from now_user group by all) t using (tenantId)
      join settled_tenant s using (tenantId)
      left join (select id, max(time) as time from (
          select l.id, l.time from fact_logged_sign_in l
          union all select n.id, l.time from fact_logged_sign_in l join now_user n on n.userPrincipalName = l.userPrincipalName
        ) group by id) l on l.id = u.id`,
  },
  {
    name: 'fact_principal',
    query: sql`
      select tenantId, id, 'user' as type, coalesce(userPrincipalName, displayName, id) as name, file_id, record from now_user
      union all select tenantId, id, 'group', coalesce(displayName, mail, id), file_id, record from now_group
      union all select tenantId, id, 'servicePrincipal', coalesce(displayName, appId, id), file_id, record from now_service_principal
      union all select tenantId, id, 'application', coalesce(displayName, appId, id), file_id, record from now_application`,
  },
  {
    // A group and all groups that it is in, itself among them.
    name: 'fact_group_within',
    query: sql`
      with recursive every_group as (
        select tenantId, id from now_group union select tenantId, groupId from now_group_member
      ), nested as (
        select m.tenantId, m.memberId as inside, m.groupId as around from now_group_member m
        semi join every_group g on g.tenantId = m.tenantId and g.id = m.memberId where m.state is distinct from 'eligible'
      ), within (tenantId, inside, around) as (
        select tenantId, id, id from every_group
        union
        select w.tenantId, w.inside, n.around from within w join nested n on n.tenantId = w.tenantId and n.inside = w.around
      ) select * from within`,
  },
  {
    // Members of a group, also those of the groups in it.
    name: 'fact_member',
    isView: true,
    query: sql`select distinct w.tenantId, w.around as groupId, m.memberId, m.file_id, m.record
      from fact_group_within w join now_group_member m on m.tenantId = w.tenantId and m.groupId = w.inside and m.state is distinct from 'eligible'`,
  },
  {
    // What users have registered, by their ids; `isMfaRegistered` from the methods where the export does not say it.
    name: 'fact_registration',
    query: sql`
      select tenantId, userId, bool_or(isMfaRegistered) as isMfaRegistered, bool_or(isMfaCapable) as isMfaCapable,
        list_distinct(flatten(list(coalesce(methods, [])))) as methods, min(file_id) as file_id, min(record) as record
      from (
        select r.tenantId, coalesce(r.userId, u.id, r.userPrincipalName) as userId, r.methods, r.isMfaCapable, r.file_id, r.record,
          coalesce(r.isMfaRegistered, len(list_filter(r.methods, lambda m: not list_contains(
            ['password', 'passwordAuthenticationMethod', 'email', 'emailAuthenticationMethod', 'securityQuestion', 'temporaryAccessPass',
             'temporaryAccessPassAuthenticationMethod', 'alternateMobilePhoneSspr'], m))) > 0) as isMfaRegistered
        from now_registration r left join now_user u on u.tenantId = r.tenantId and u.userPrincipalName = case when r.userId is null then r.userPrincipalName end
      ) group by tenantId, userId`,
  },
];
