import { sql, type Sql } from '../../store/sql.ts';
import { grace, hasPast, isIntruders } from './familiar.ts';
import { networkOfAddress } from './network.ts';

/**
 * In whose hand the sign-ins of fallen accounts and applications were, where their keys, sessions and machines say more than the network.
 *
 * `fallen_sign_in`: an account's. Its own machine, known from before, is its owner's wherever that is; a session that went on elsewhere
 * than it began, and one that the intruder began, is the intruder's even at home. `fallen_application_sign_in`: an application's. A key
 * that the intruder added is theirs wherever it is used; a key from before is not, unless the way in was its use from there.
 * `hand`: the tokens and sessions of both. Tokens name a sign-in, so what was done with one is as sure as that.
 */
export const handTables: readonly Sql[] = [
  sql`create or replace temp table fallen_sign_in as
    with signed as (
      select f.story, f.entity, f.since, s.* exclude name, s.device <> '' and
          min(s.time) filter (s.errorCode = 0) over (partition by f.story, f.entity, s.device) < f.since - ${grace} as isOwnMachine
      from (
        select 'sign_in' as source_table, r.file_id, r.record, r.log, r.time, r.principal as name, r.ip, coalesce(a.country, r.country) as country,
          coalesce('AS' || r.autonomousSystemNumber, ${networkOfAddress(sql`r.ip`)}) as network, r.errorCode, r.appDisplayName as application,
          bare_token(r.uniqueTokenIdentifier) as token, nullif(r.sessionId, '') as session, coalesce(r.deviceId, '') as device
        from scoped_sign_in r left join address a on a.ip = r.ip
        where r.log in ('sign-in', 'non-interactive-sign-in', 'adfs-sign-in') and r.principal in (select name from fallen_name)
        union all
        select 'activity', r.file_id, r.record, r.log, r.time, r.principal, r.ip, a.country, ${networkOfAddress(sql`r.ip`)}, r.errorCode, null, null, null, ''
        from scoped_activity r left join (
          select ip, any_value(autonomousSystemNumber) as number, any_value(country) as country from scoped_sign_in
          where principal in (select name from fallen_name) group by ip
        ) a on a.ip = r.ip
        where r.log = 'unified-audit' and r.operation in ('UserLoggedIn', 'UserLoginFailed') and r.principal in (select name from fallen_name)
      ) s join fallen_name f on f.name = s.name
    ), judged as (
      select *, errorCode = 0 and not isOwnMachine and time >= since - ${grace}
        and (${isIntruders(sql`signed.entity`, sql`signed.network`, sql`signed.since`)}
          or source_table = 'sign_in' and (file_id, record) in (select (file_id, record) from moved_sign_in)) as isTheirs
      from signed
    )
    select *, isTheirs or coalesce(errorCode = 0 and not isOwnMachine
        and arg_min(isTheirs, time) filter (errorCode = 0 and session is not null) over (partition by story, entity, session), false) as isIntruders
    from judged`,
  sql`create or replace temp table fallen_application_sign_in as
    with signed as (
      select f.story, f.entity, f.since, r.file_id, r.record, r.time, r.ip, r.country, r.resourceDisplayName as resource, bare_token(r.uniqueTokenIdentifier) as token,
        nullif(lower(r.servicePrincipalCredentialKeyId), '') as key, coalesce('AS' || r.autonomousSystemNumber, ${networkOfAddress(sql`r.ip`)}) as network
      from scoped_sign_in r join fallen_application f on f.alias = lower(r.appId) left join address a on a.ip = r.ip
      where r.log = 'service-principal-sign-in' and r.errorCode = 0
    ), known as (
      select *, min(time) over (partition by story, entity, key) < since - ${grace} as isOldKey,
        key in (select k.key from added_key k where k.story = signed.story) as isAdded,
        entity in (select k.target from added_key k where k.story = signed.story) as isKeyed,
        exists (select 1 from seed s where s.entity = signed.entity and s.network = signed.network) as isWayIn
      from signed
    )
    select *, time >= since - ${grace} and case when isAdded then true when isKeyed and isOldKey and not isWayIn then false
      else ${isIntruders(sql`known.entity`, sql`known.network`, sql`known.since`)} end as isIntruders
    from known`,
  sql`create or replace temp table hand as
    select story, 'token' as kind, token as id, bool_or(isIntruders) as isIntruders, any_value(network) as network from (
      select story, token, isIntruders, network from fallen_sign_in where errorCode = 0
      union all select story, token, isIntruders, network from fallen_application_sign_in
      union all
      -- With the rights of users: what an application that they were lured to uses is not in their hand.
      select f.story, bare_token(r.uniqueTokenIdentifier), true, coalesce('AS' || r.autonomousSystemNumber, ${networkOfAddress(sql`r.ip`)})
      from scoped_sign_in r join fallen_application f on f.alias = lower(r.appId) left join address a on a.ip = r.ip
      where r.log = 'non-interactive-sign-in' and r.errorCode = 0 and f.entity in (select entity from lured)
    ) where token is not null group by story, token
    union all
    -- Owner and intruder may share a session: it says something only if it was in one hand all the time.
    select story, 'session', session, true, null from fallen_sign_in where session is not null and errorCode = 0
    group by story, session having bool_and(isIntruders)`,
];

/** A record that names a token or a session, by the columns that say so. */
export interface HeldRecord {
  readonly story: Sql;
  readonly entity: Sql;
  readonly since: Sql;
  readonly network: Sql;
  readonly token: Sql;
  readonly session: Sql;
}

/**
 * By what a record of a fallen account or application is tied to the intruder: `token`, `session`, all that the `application` or `account`
 * did, or `network`; null if it is not theirs. A token of the owner's sign-in used from elsewhere may have been stolen, so that the
 * network decides about an account's; an application's are asked for and used by the same program.
 */
export function tieOf({ story, entity, since, network, token, session }: HeldRecord): Sql {
  const held = sql`h.story = ${story} and h.kind = 'token' and h.id = bare_token(${token})`;
  return sql`case when exists (select 1 from hand h where ${held} and h.isIntruders) then 'token'
    when exists (select 1 from hand h where ${held} and not h.isIntruders
      and (starts_with(${entity}, 'application ') or coalesce(${network}, h.network) is not distinct from h.network)) then null
    when exists (select 1 from hand h where h.story = ${story} and h.kind = 'session' and h.id = ${session}) then 'session'
    when not ${isIntruders(entity, network, since)} then null
    when ${hasPast(entity, since)} then 'network'
    when starts_with(${entity}, 'user ') then 'account' else 'application' end`;
}
