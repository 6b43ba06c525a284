import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/**
 * Fills `credential_identity`: which account or application of the tenant each credential signs in as, by the account that the mail
 * names. A short name counts if one user only has it. What has
 * been deleted since is in older exports.
 */
export async function findIdentities(store: Store): Promise<void> {
  await store.run(sql`delete from credential_identity`);
  await store.run(sql`create or replace temp table known_user as
    with named as (
      select lower(userPrincipalName) as upn, lower(id) as id, lower(mail) as mail from directory_user where userPrincipalName is not null
      union select distinct lower(principal), lower(userId), null from sign_in where contains(principal, '@') and servicePrincipalId is null
    )
    select upn, max(id) as id, max(mail) as mail from named group by upn`);
  await store.run(sql`create or replace temp table user_name as
    select name, min(upn) as upn from (
      select upn as name, upn from known_user union select mail, upn from known_user where mail is not null
      union select split_part(upn, '@', 1), upn from known_user
    ) group by name having count(*) = 1`);
  // `DOMAIN\name` and `name@domain` are the same account to who writes them.
  await store.run(sql`insert into credential_identity
    select c.id, 'user', coalesce(n.upn, c.name), u.id, c.firstSent
    from (select id, firstSent, lower(regexp_replace(account, '^.*\\\\', '')) as name from credential where account is not null) c
    left join user_name n on n.name = c.name left join known_user u on u.upn = n.upn
    where n.upn is not null or regexp_full_match(c.name, '[^@\\s]+@[^@\\s]+\\.[^@\\s]+')`);
  await store.run(sql`insert into credential_identity
    select c.id, 'application', a.appId, min(a.id), any_value(c.firstSent)
    from credential c join (
      select lower(appId) as appId, id from directory_application where appId is not null
      union all select lower(appId), id from directory_service_principal where appId is not null
    ) a on a.appId = lower(c.account) group by c.id, a.appId`);
}
