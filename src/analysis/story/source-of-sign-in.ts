import { sql, type Sql } from '../../store/sql.ts';
import { networkOf } from './network.ts';
import { outcomeOf } from '../spray/outcome.ts';

const isGuess = sql`${outcomeOf(sql`errorCode`)} = 'wrong'`;

/** A name without its version: `Edge 120.0` and `Edge 121.0` are one client. */
const family = (name: Sql): Sql => sql`lower(regexp_extract(coalesce(${name}, ''), '^[^0-9/]*'))`;

/**
 * `user_source`: for each account, network, country and client when it got in, and when it failed with a wrong password. Where an
 * application works with the rights that users gave it is its own place and none of theirs.
 * `application_source`: for each service principal, network and key when it got in. The unified audit log counts for accounts that
 * no sign-in log has.
 */
export const sourceTables: readonly Sql[] = [
  sql`create or replace temp table user_source as
    with counted as (
      select principal, lower(userId) as userId, ${networkOf(sql`autonomousSystemNumber`, sql`case when autonomousSystemNumber is null then ip end`)} as network,
        country, deviceOperatingSystem as system, deviceBrowser as browser,
        coalesce(deviceTrustType, '') <> '' or coalesce(isCompliant, false) as isTrusted,
        min(time) filter (errorCode = 0) as first, max(time) filter (errorCode = 0) as last, count(*) filter (errorCode = 0) as successes,
        coalesce(arg_min(authenticationRequirement = 'multiFactorAuthentication', time) filter (errorCode = 0), false) as isMultiFactor,
        min(time) filter (${isGuess}) as firstGuess, max(time) filter (${isGuess}) as lastGuess,
        count(*) filter (${isGuess}) as guesses
      from scoped_sign_in where log in ('sign-in', 'non-interactive-sign-in', 'adfs-sign-in') and principal is not null and ip is not null
        and not (log = 'non-interactive-sign-in' and errorCode = 0
          and coalesce(lower(appId) in (select targetAppId from step where kind in ('consent', 'delegated-grant') and targetAppId is not null), false))
      group by all
    ), unified as (
      select principal, null as userId, ${networkOf(sql`null`, sql`ip`)} as network, null as country, userAgent as system, null as browser, false as isTrusted,
        min(time) filter (errorCode = 0) as first, max(time) filter (errorCode = 0) as last, count(*) filter (errorCode = 0) as successes,
        false as isMultiFactor,
        min(time) filter (${isGuess}) as firstGuess, max(time) filter (${isGuess}) as lastGuess,
        count(*) filter (${isGuess}) as guesses
      from attempt where source_table = 'activity' and ip is not null and principal not in (select distinct principal from counted)
      group by all
    )
    select principal, userId, network, country, trim(${family(sql`system`)} || ' ' || ${family(sql`browser`)}) as client, isTrusted,
      min(first) as first, max(last) as last, sum(successes)::bigint as successes, arg_min(isMultiFactor, first) as isMultiFactor,
      min(firstGuess) as firstGuess, max(lastGuess) as lastGuess, sum(guesses)::bigint as guesses
    from (select * from counted union all select * from unified) group by all`,
  sql`create or replace temp table application_source as
    select lower(appId) as appId, lower(servicePrincipalId) as servicePrincipalId, lower(nullif(servicePrincipalCredentialKeyId, '')) as key,
      any_value(principal) as name, ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network, country,
      min(time) as first, max(time) as last, count(*) as successes
    from scoped_sign_in where log = 'service-principal-sign-in' and errorCode = 0
    group by all`,
  // The network of an address as the sign-ins know it, so that records that have only the address are from the same place.
  sql`create or replace temp table address as
    select ip, any_value(autonomousSystemNumber) as number, any_value(country) as country from scoped_sign_in
    where autonomousSystemNumber is not null and ip in (select ip from step union select ip from scoped_activity where operation in ('MailItemsAccessed', 'New-InboxRule'))
    group by ip`,
];
