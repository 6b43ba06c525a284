import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** Operations of directory audits and the unified audit log, in lower case, and what each does to the credentials of a user. */
const userOperations: Readonly<Record<string, 'password' | 'sessions' | 'disabled'>> = {
  'reset user password': 'password',
  'change user password': 'password',
  'reset password (by admin)': 'password',
  'reset password (self-service)': 'password',
  'change password (self-service)': 'password',
  'update passwordprofile': 'password',
  'update stsrefreshtokenvalidfrom timestamp': 'sessions',
  'invalidate all refresh tokens for a user': 'sessions',
  'revoke user sign-in sessions': 'sessions',
  'disable account': 'disabled',
  'delete user': 'disabled',
  'hard delete user': 'disabled',
};

/**
 * Makes `user_event` (`upn`, `what`, `time`, `file_id`, `record`, `said`): what was done to the credentials of users, from the logs and,
 * as `password` or `disabled`, from the newest export of the directory. Failed attempts do not count.
 */
export async function findUserEvents(store: Store): Promise<void> {
  const operations = JSON.stringify(Object.entries(userOperations).map(([operation, what]) => ({ operation, what })));
  await store.run(sql`create or replace temp table user_event as
    with done as (
      select o.what, a.time, a.file_id, a.record, a.operation, a.principal, a.targets
      from activity a join (select unnest(from_json(${operations}, '[{"operation":"VARCHAR","what":"VARCHAR"}]'), recursive := true)) o
        on lower(a.operation) = o.operation
      where coalesce(lower(a.result), '') not in ('failure', 'failed', 'fail', 'false')
      union all
      select 'disabled', time, file_id, record, operation, principal, targets from activity
      where lower(operation) = 'update user' and coalesce(lower(result), '') not in ('failure', 'failed', 'fail', 'false')
        and list_contains(flatten(list_transform(targets, lambda t: list_transform(list_filter(t.properties, lambda p: p.name = 'AccountEnabled'), lambda p: contains(lower(p.new), 'false')))), true)
    ), named as (
      select what, time, file_id, record, operation, unnest(list_distinct(flatten([
        flatten(list_transform(coalesce(targets, []), lambda t: [lower(t.id), lower(t.name)])),
        case when operation ilike '%self-service%' or operation ilike 'change user password' then [principal] else [] end]))) as name
      from done
    )
    select distinct u.upn, n.what, n.time, n.file_id, n.record, 'the log has "' || n.operation || '"' as said
    from named n join known_user u on n.name = u.upn or n.name = u.id
    union all
    select lower(userPrincipalName), 'password', lastPasswordChange, file_id, record, 'the directory says that the password was changed then'
    from now_user where lastPasswordChange is not null
    union all
    select lower(u.userPrincipalName), 'disabled', f.taken, u.file_id, u.record, 'the directory says that the account is disabled'
    from now_user u join (select file_id, max(taken) as taken from settled_file group by all) f using (file_id) where u.accountEnabled = false`);
}

/**
 * Makes `key_event` (`owner`, `keyId`, `what`, `time`, `file_id`, `record`): keys added to and removed from applications and service
 * principals, and `owner_event`: applications that were disabled or deleted. `owner` is an object id.
 */
export async function findKeyEvents(store: Store): Promise<void> {
  const keys = (text: ReturnType<typeof sql>) =>
    sql`list_transform(regexp_extract_all(coalesce(${text}, ''), 'KeyIdentifier=([0-9a-fA-F-]{36})', 1), lambda k: lower(k))`;
  await store.run(sql`create or replace temp table key_event as
    with changed as (
      select time, file_id, record, unnest(targets) as target from activity
      where (operation ilike '%certificates and secrets management%' or operation ilike '%service principal credentials%'
          or lower(operation) in ('update application', 'update service principal', 'add service principal'))
        and coalesce(lower(result), '') not in ('failure', 'failed', 'fail', 'false')
    ), said as (
      select time, file_id, record, lower(target.id) as owner, unnest(list_filter(target.properties, lambda p: p.name = 'KeyDescription')) as property from changed
    ), parted as (
      select *, ${keys(sql`property.old`)} as before, ${keys(sql`property.new`)} as after from said
    )
    select owner, unnest(list_filter(before, lambda k: not list_contains(after, k))) as keyId, 'removed' as what, time, file_id, record from parted
    union all
    select owner, unnest(list_filter(after, lambda k: not list_contains(before, k))), 'added', time, file_id, record from parted
    union all
    select owner, unnest(before), 'seen', time, file_id, record from parted`);
  await store.run(sql`create or replace temp table owner_event as
    select lower(target.id) as owner, operation, time, file_id, record from (
      select time, file_id, record, operation, unnest(targets) as target from activity
      where lower(operation) in ('delete application', 'hard delete application', 'remove service principal', 'hard delete service principal', 'disable service principal', 'update service principal', 'update application')
        and coalesce(lower(result), '') not in ('failure', 'failed', 'fail', 'false')
    ) where lower(operation) not in ('update service principal', 'update application')
      or list_contains(list_transform(list_filter(target.properties, lambda p: p.name = 'AccountEnabled'), lambda p: contains(lower(p.new), 'false')), true)`);
}
