import { sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

const isGuid = (text: Sql): Sql => sql`regexp_full_match(${text}, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
  and ${text} <> '00000000-0000-0000-0000-000000000000'`;

/** Longer chains of names than this are not followed. */
const roundsAtMost = 12;

/**
 * Fills `user_alias` (name to id) and `application_alias` (application id, object id, service principal id and key id to one label), and
 * gives every step its `actor` and `target`: `user <id>` or `application <label>`.
 */
export async function resolveEntities(store: Store): Promise<void> {
  for (const statement of aliases) await store.run(statement);
  for (let round = 0; round < roundsAtMost; round += 1) {
    const changed = await store.run(sql`update application_alias set label = n.label from (
        select e.b as alias, min(a.label) as label from application_link e join application_alias a on a.alias = e.a group by all
      ) n where n.alias = application_alias.alias and n.label < application_alias.label`);
    if (changed === 0) break;
  }
  await store.run(namedSteps);
  await store.run(entityNames);
}

const aliases: readonly Sql[] = [
  sql`create or replace temp table user_alias as
    select name, arg_max(id, last) as id from (
      select principal as name, userId as id, max(last) as last from user_source where ${isGuid(sql`userId`)} group by all
      union all
      select actorName, actorId, max(time) from step where actorKind = 'user' and ${isGuid(sql`actorId`)} group by all
      union all
      select targetName, targetId, max(time) from step where targetKind = 'user' and contains(targetName, '@') and ${isGuid(sql`targetId`)} group by all
    ) where name is not null group by all`,
  sql`create or replace temp table application_link as
    with linked as (
      select appId as a, servicePrincipalId as b from application_source
      union select appId, key from application_source
      union select targetAppId, targetId from step where targetKind = 'application'
      union select targetId, unnest(keys || oldKeys) from step where kind = 'credential'
      union select lower(appId), lower(servicePrincipalId) from scoped_graph_activity where servicePrincipalId <> ''
    )
    select distinct a, b from linked where ${isGuid(sql`a`)} and ${isGuid(sql`b`)} and a <> b
    union select distinct b, a from linked where ${isGuid(sql`a`)} and ${isGuid(sql`b`)} and a <> b`,
  sql`create or replace temp table application_alias as
    select distinct alias, alias as label from (
      select a as alias from application_link union select appId from application_source
      union select targetId from step where targetKind = 'application' union select actorId from step where actorKind = 'application'
    ) where alias is not null`,
];

const namedSteps = sql`create or replace temp table step as
  select s.*,
    case when s.actorKind = 'application' then 'application ' || coalesce(aa.label, s.actorId, s.actorName)
      else 'user ' || coalesce(case when ${isGuid(sql`s.actorId`)} then s.actorId end, au.id, s.actorName) end as actor,
    case s.targetKind when 'application' then 'application ' || coalesce(ta.label, s.targetId)
      when 'user' then 'user ' || coalesce(case when ${isGuid(sql`s.targetId`)} then s.targetId end, tu.id, s.targetName) end as target
  from step s
  left join application_alias aa on aa.alias = case when s.actorKind = 'application' then s.actorId end
  left join user_alias au on au.name = case when s.actorKind is distinct from 'application' then s.actorName end
  left join application_alias ta on ta.alias = case when s.targetKind = 'application' then s.targetId end
  left join user_alias tu on tu.name = case when s.targetKind = 'user' then lower(s.targetName) end`;

/** What people call an entity, and the application id of an application. */
const entityNames = sql`create or replace temp table entity as
  with named as (
    select 'user ' || id as entity, name, 2 as worth, null as appId from user_alias
    union all select actor, actorName, 1, null from step
    union all select target, targetName, case when targetKind = 'user' and not contains(coalesce(targetName, ''), '@') then 1 else 2 end, targetAppId from step
    union all select 'application ' || a.label, s.name, 1, s.appId from application_source s join application_alias a on a.alias = s.appId
  )
  select entity, arg_max(name, worth) filter (name is not null and not regexp_matches(name, '^[0-9a-f]{8}-')) as name, any_value(appId) as appId
  from named where entity is not null group by entity`;
