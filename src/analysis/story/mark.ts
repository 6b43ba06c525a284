import { sql, type Sql } from '../../store/sql.ts';
import { outcomeOf } from '../spray/outcome.ts';
import { networkOfAddress } from './network.ts';
import { grace, isIntruders } from './familiar.ts';
import { handTables, tieOf } from './hand.ts';

/** The stage of a step; steps that belong to another (a new secret on one's own new application) are put there afterwards. */
const stageOfStep: Sql = sql`case a.kind when 'second-factor' then 'mfa-enrolment' when 'credential' then 'application-credential'
  when 'owner' then 'application-credential' when 'application' then 'malicious-application' when 'service-principal' then 'malicious-application'
  when 'consent' then 'consent' when 'delegated-grant' then 'consent' when 'app-role' then 'full-access' when 'mailbox-right' then 'full-access'
  when 'directory-role' then 'directory-role' when 'federation' then 'directory-role' when 'user' then 'new-user' when 'password' then 'foothold' else 'hiding' end`;

/** The stage of a request to Microsoft Graph, by what it asks for. */
const stageOfRequest: Sql = sql`case
  when contains(lower(g.requestUri), '/messages') or contains(lower(g.requestUri), '/mailfolders') then 'mail-access'
  when g.operation = 'GET' then 'enumeration'
  when contains(lower(g.requestUri), '/approleassign') then 'full-access'
  when contains(lower(g.requestUri), '/oauth2permissiongrants') then 'consent'
  when contains(lower(g.requestUri), 'addpassword') or contains(lower(g.requestUri), 'addkey') then 'application-credential'
  when contains(lower(g.requestUri), '/rolemanagement') or contains(lower(g.requestUri), '/directoryroles') then 'directory-role'
  when contains(lower(g.requestUri), '/applications') or contains(lower(g.requestUri), '/serviceprincipals') then 'malicious-application'
  when contains(lower(g.requestUri), '/users') then 'new-user'
  else 'enumeration' end`;

/** The columns of a request that say in whose hand it was. */
const heldRequest = {
  story: sql`near.story`,
  entity: sql`near.entity`,
  since: sql`near.since`,
  network: sql`near.network`,
  token: sql`near.signInActivityId`,
  session: sql`near.sessionId`,
};

/**
 * `mark`: every record of a story, with its stage and what it weighs. What an account or application did counts from when it fell
 * and only from places that were not its own.
 */
export const markTables: readonly Sql[] = [
  // Campaigns that guessed at a fallen account before it fell; scanners guess at everybody all the time.
  sql`create or replace temp table fallen_campaign as
    select distinct o.story, x.campaign from guessable_seed s join story_of o on o.root = s.entity
    join user_alias u on 'user ' || u.id = s.entity or 'user ' || u.name = s.entity
    join strange_attempt x on x.principal = u.name and x.time <= s.since join campaign c on c.campaign = x.campaign and c.kind = 'spray'`,
  // The one story of each fallen entity.
  sql`create or replace temp table fallen as
    select s.story, t.entity, min(t.since) as since from tainted t join story_of s on s.root = t.root group by all`,
  sql`create or replace temp table fallen_name as
    select distinct f.story, f.entity, f.since, u.name, u.id from fallen f join user_alias u on 'user ' || u.id = f.entity
    union select f.story, f.entity, f.since, substr(f.entity, 6), substr(f.entity, 6) from fallen f where starts_with(f.entity, 'user ')`,
  sql`create or replace temp table fallen_application as
    select f.story, f.entity, f.since, l.alias from fallen f join application_alias l on 'application ' || l.label = f.entity`,
  sql`create or replace temp table added_key as
    select f.story, unnest(a.keys) as key, a.actor, a.target, a.time from act a join fallen f on f.entity = a.actor and a.time >= f.since - ${grace}
    where a.kind = 'credential' and ${isIntruders(sql`f.entity`, sql`a.network`, sql`f.since`)}`,
  // Applications that users were lured to, and nothing else of the kind.
  sql`create or replace temp table lured as select distinct entity from seed semi join phished using (entity)`,
  ...handTables,
  sql`create or replace temp table request as
    with near as (
      select f.story, f.entity, f.since, ${networkOfAddress(sql`g.ip`)} as network, g.* exclude raw
      from scoped_graph_activity g join fallen_application f on f.alias = lower(g.appId) left join address a on a.ip = g.ip
      union all
      select f.story, f.entity, f.since, ${networkOfAddress(sql`g.ip`)}, g.* exclude raw
      from scoped_graph_activity g join fallen_name f on f.id = lower(g.userId) and contains(f.name, '@') left join address a on a.ip = g.ip
      where not exists (select 1 from fallen_application o where o.story = f.story and o.alias = lower(g.appId))
    )
    select * from (select *, ${tieOf(heldRequest)} as tie from near where time >= since - ${grace}) where tie is not null`,
  sql`create or replace temp table mark as
    select f.story, ${stageOfStep} as stage, a.weight, a.time, a.actor, a.target, a.kind, a.detail, a.fact, a.ip, null as country, a.network,
      a.source_table, a.file_id, a.record, case when a.actorKind = 'application' then 'application' else 'account' end as laneKind, a.actor as lane
    from act a join fallen f on f.entity = a.actor and a.time >= f.since - ${grace}
    where ${isIntruders(sql`f.entity`, sql`a.network`, sql`f.since`)}
    union all
    select f.story, 'mfa-enrolment', a.weight, a.time, a.target, a.target, a.kind, a.detail, a.fact, a.ip, null, a.network, a.source_table, a.file_id, a.record, 'account', a.target
    from act a join fallen f on f.entity = a.target and a.time between f.since - ${grace} and f.since + interval 7 days
    where a.kind = 'second-factor' and a.actor <> a.target and ${isIntruders(sql`f.entity`, sql`a.network`, sql`f.since`)}
    union all
    select s.story, 'foothold', 1.0, s.time, s.entity, null, 'sign-in', s.application, s.source_table || s.file_id || ' ' || s.record, s.ip, s.country, s.network,
      s.source_table, s.file_id, s.record, 'account', s.entity
    from fallen_sign_in s where s.isIntruders
    union all
    select s.story, 'spray', 1.0, s.time, s.entity, null, 'guess', null, s.source_table || s.file_id || ' ' || s.record, s.ip, s.country, s.network,
      s.source_table, s.file_id, s.record, 'account', s.entity
    from fallen_sign_in s
    where ${outcomeOf(sql`s.errorCode`)} = 'wrong' and s.time between s.since - interval 60 days and s.since
      and s.entity in (select entity from guessable_seed)
      -- People mistype in strange places as well: only where nobody was at home, or where the intruder was, is it a guess.
      and (exists (select 1 from fallen_sign_in o where o.story = s.story and o.entity = s.entity and o.network = s.network and o.isIntruders)
        or not exists (select 1 from fallen_sign_in o where o.story = s.story and o.entity = s.entity and o.errorCode = 0 and o.time between s.since - interval 30 days and s.since - ${grace}))
      and not exists (select 1 from strange_attempt x where x.campaign is not null and x.source_table = s.source_table and x.file_id = s.file_id and x.record = s.record)
      and (s.source_table = 'sign_in' or (s.file_id, s.record) not in (select (file_id, record) from repeated_attempt))
    union all
    select c.story, 'spray', 1.0, x.time, 'user ' || coalesce(u.id, x.principal), null, 'guess', x.campaign, x.source_table || x.file_id || ' ' || x.record, x.ip, x.country, x.network,
      x.source_table, x.file_id, x.record, 'account', 'user ' || coalesce(u.id, x.principal)
    from fallen_campaign c join strange_attempt x on x.campaign = c.campaign and x.outcome <> 'success' left join user_alias u on u.name = x.principal
    union all
    select f.story, 'service-principal-sign-in', case when n.hasPast then 1.5 else 0.5 end, f.time, f.entity, null, 'application-sign-in', f.resource,
      'sign_in' || f.file_id || ' ' || f.record, f.ip, f.country, f.network, 'sign_in', f.file_id, f.record, 'application', f.entity
    from fallen_application_sign_in f left join application_network n on n.entity = f.entity and n.network = f.network
    where f.isIntruders
    union all
    select g.story, ${stageOfRequest}, 0.5, g.time, g.entity, null, 'request', g.requestUri, 'graph_activity' || g.file_id || ' ' || g.record, g.ip, null,
      g.network, 'graph_activity', g.file_id, g.record, case when starts_with(g.entity, 'user ') then 'account' else 'application' end, g.entity
    from request g
    union all
    select f.story, case when a.kind = 'service-principal' then 'malicious-application' else 'consent' end, a.weight, a.time, a.actor, a.target, a.kind, a.detail, a.fact, a.ip, null, a.network,
      a.source_table, a.file_id, a.record, 'account', a.actor
    from phished p join fallen f on f.entity = p.entity join act a on a.target = p.entity and a.kind in ('consent', 'delegated-grant', 'service-principal')
    where not exists (select 1 from fallen o where o.entity = a.actor and o.story = f.story)
    union all
    select f.story, case when r.log = 'sign-in' then 'consent' else 'mail-access' end, 0.5, r.time, f.entity, 'user ' || r.principal, 'token', r.principal, 'sign_in' || r.file_id || ' ' || r.record, r.ip, r.country,
      coalesce('AS' || r.autonomousSystemNumber, ${networkOfAddress(sql`r.ip`)}), 'sign_in', r.file_id, r.record, 'application', f.entity
    from scoped_sign_in r join fallen_application f on f.alias = lower(r.appId) left join address a on a.ip = r.ip
    where r.log in ('sign-in', 'non-interactive-sign-in') and r.errorCode = 0 and f.entity in (select entity from lured)`,
];
