import { describeDirectory } from '../../directory/describe-directory.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { findIdentities } from './identity.ts';
import { findKeyEvents, findUserEvents } from './proof-event.ts';

/** What people say they did: state and time by credential, as the journal has it. */
export interface Claim {
  readonly credential: string;
  readonly state: 'reset' | 'deactivated';
  /** ISO 8601 in UTC. */
  readonly time: string;
}

/**
 * Fills `credential_proof`, one row a credential: what logs and exports of the directory show of its reset, whoever claims what. A
 * password is reset when it was changed, or the account disabled, after it was exposed. An application is safe when every key that it
 * had when one of them was exposed is gone, or it is disabled: a new key beside the old one is half of it.
 */
export async function proveResets(store: Store, claims: readonly Claim[]): Promise<void> {
  await describeDirectory(store);
  await findIdentities(store);
  await findUserEvents(store);
  await findKeyEvents(store);
  await store.run(sql`create or replace temp table claim as
    select c.credential, c.state, c.time::timestamp as time
    from (select unnest(from_json(${JSON.stringify(claims)}, '[{"credential":"VARCHAR","state":"VARCHAR","time":"VARCHAR"}]')) as c)`);
  await store.run(sql`create or replace temp table log_reach as
    select min(day)::timestamp as covered_from, max(day)::timestamp + interval 1 day as covered_to from coverage where log in ('directory-audit', 'unified-audit')`);
  await store.run(sql`delete from credential_proof`);
  await proveUsers(store);
  await proveApplications(store);
  await store.run(sql`insert into credential_proof
    select c.id, 'elsewhere', 'Microsoft 365 does not log it: ' || k.proof, null, null, null
    from credential c join credential_kind k using (kind) where c.id not in (select credential from credential_identity)`);
}

async function proveUsers(store: Store): Promise<void> {
  await store.run(sql`insert into credential_proof
    with mine as (select i.credential, i.id as upn, i.since, c.time as claimed from credential_identity i left join claim c using (credential) where i.type = 'user'),
    done as (
      select m.credential, min({ time: e.time, file_id: e.file_id, record: e.record, said: e.said }) as event
      from mine m join user_event e on e.upn = m.upn and e.what in ('password', 'disabled') and (m.since is null or e.time > m.since) group by all
    ), revoked as (
      select m.credential, min({ time: e.time, file_id: e.file_id, record: e.record, said: e.said }) as event
      from mine m join user_event e on e.upn = m.upn and e.what = 'sessions' and (m.since is null or e.time > m.since) group by all
    ), stale as (
      -- The directory was exported after the claim, and its password is the one that was exposed.
      select m.credential, any_value(u.lastPasswordChange) as changed, any_value(u.file_id) as file_id, any_value(u.record) as record, max(f.taken) as taken
      from mine m join now_user u on lower(u.userPrincipalName) = m.upn join settled_file f using (file_id)
      where m.claimed < f.taken and u.lastPasswordChange <= m.since and u.accountEnabled is distinct from false group by all
    )
    select m.credential,
      case when d.event is not null then 'verified' when s.credential is not null then 'contradicted' when r.event is not null then 'half-done'
        when l.covered_to > coalesce(m.claimed, m.since) then 'unproven' else 'not-covered' end,
      case when d.event is not null then d.event.said || case when r.event is null then '; sessions were not seen revoked' else '; sessions were revoked' end
        when s.credential is not null then 'said to be reset ' || iso(m.claimed) || ', but the directory of ' || iso(s.taken) || ' has the password of ' || iso(s.changed)
        when r.event is not null then 'sessions were revoked, the password is still the one that was exposed'
        when l.covered_to > coalesce(m.claimed, m.since) then 'the logs from ' || iso(l.covered_from) || ' to ' || iso(l.covered_to) || ' show no change of the password'
        else 'no audit log reaches from the exposure on' end,
      coalesce(d.event.time, r.event.time), coalesce(d.event.file_id, s.file_id, r.event.file_id), coalesce(d.event.record, s.record, r.event.record)
    from mine m cross join log_reach l left join done d using (credential) left join revoked r using (credential) left join stale s using (credential)
    qualify row_number() over (partition by m.credential order by m.upn) = 1`);
}

async function proveApplications(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table application_object as
    select i.credential, i.id as appId, i.since, c.time as claimed, o.id as owner
    from credential_identity i left join claim c using (credential)
    left join (select lower(appId) as appId, lower(id) as id from directory_application union select lower(appId), lower(id) from directory_service_principal) o on o.appId = i.id
    where i.type = 'application'`);
  // Every key that any export or log has seen from the exposure on, made before it.
  await store.run(sql`create or replace temp table exposed_key_id as
    select distinct m.credential, m.owner, m.since, m.claimed, k.keyId from application_object m join (
      select lower(ownerId) as owner, lower(keyId) as keyId, startDateTime as made, endDateTime as ends from directory_credential where type = 'secret'
      union all select owner, keyId, null, null from key_event where what = 'seen'
    ) k using (owner)
    where (k.made is null or m.since is null or k.made <= m.since) and (k.ends is null or m.since is null or k.ends >= m.since)
      and not exists (select 1 from key_event e where e.owner = m.owner and e.keyId = k.keyId and e.what = 'added' and e.time > m.since)
      and not exists (select 1 from key_event e where e.owner = m.owner and e.keyId = k.keyId and e.what = 'removed' and e.time <= m.since)`);
  await store.run(sql`create or replace temp table key_state as
    with removed as (
      select owner, keyId, min({ time: time, file_id: file_id, record: record }) as event from key_event where what = 'removed' group by all
    ), snapshot as (
      select max(f.taken) as taken, arg_max(f.file_id, f.taken) as file_id from settled_file f
      where f.file_id in (select file_id from directory_application union select file_id from directory_service_principal)
    ), there as (select distinct lower(ownerId) as owner, lower(keyId) as keyId, file_id, record from now_credential)
    select k.*, r.event,
      case when r.event is not null then 'removed' when t.keyId is null and s.taken > k.since then 'gone' else 'there' end as state,
      t.file_id, t.record, s.taken
    from exposed_key_id k cross join snapshot s left join removed r using (owner, keyId) left join there t using (owner, keyId)`);
  await store.run(sql`insert into credential_proof
    with key as (
      select credential, count(*) as keys, count(*) filter (where state = 'there') as still, max(event) as event, max(taken) as taken,
        any_value(file_id) filter (where state = 'there') as file_id, any_value(record) filter (where state = 'there') as record,
        bool_or(state = 'there' and file_id is not null and claimed < taken) as isKept
      from key_state group by credential
    ), used as (
      select k.credential, max({ time: s.time, file_id: s.file_id, record: s.record }) as event
      from key_state k join sign_in s on lower(s.servicePrincipalCredentialKeyId) = k.keyId and s.errorCode = 0 and s.time > k.claimed group by all
    ), off as (
      select m.credential, min({ time: e.time, file_id: e.file_id, record: e.record, operation: e.operation }) as event
      from application_object m join owner_event e on e.owner = m.owner and e.time > m.since group by all
    ), added as (
      select m.credential, min({ time: e.time, file_id: e.file_id, record: e.record }) as event
      from application_object m join key_event e on e.owner = m.owner and e.what = 'added' and e.time > m.since group by all
    ), mine as (select credential, any_value(appId) as appId, any_value(since) as since, any_value(claimed) as claimed from application_object group by credential)
    select m.credential,
      case when u.event is not null then 'contradicted' when o.event is not null then 'verified' when k.keys > 0 and k.still = 0 then 'verified'
        when k.isKept then 'contradicted' when a.event is not null or k.still < k.keys then 'half-done'
        when l.covered_to > coalesce(m.claimed, m.since) then 'unproven' else 'not-covered' end,
      case when u.event is not null then 'said to be reset ' || iso(m.claimed) || ', but a key of before signed in ' || iso(u.event.time)
        when o.event is not null then 'the log has "' || o.event.operation || '"'
        when k.keys > 0 and k.still = 0 then 'every key that the application had then is gone: ' || k.keys
        when k.isKept then 'said to be reset ' || iso(m.claimed) || ', but the directory of ' || iso(k.taken) || ' still has a key of then'
        when a.event is not null or k.still < k.keys then coalesce(k.still, 0) || ' of ' || coalesce(k.keys, 0) || ' keys that it had then are still there'
          || case when a.event is null then '' else '; a new one was added' end
        when l.covered_to > coalesce(m.claimed, m.since) then 'the logs from ' || iso(l.covered_from) || ' to ' || iso(l.covered_to) || ' show no key removed'
        else 'no audit log reaches from the exposure on' end,
      coalesce(u.event.time, o.event.time, k.event.time, a.event.time), coalesce(u.event.file_id, o.event.file_id, k.event.file_id, k.file_id, a.event.file_id),
      coalesce(u.event.record, o.event.record, k.event.record, k.record, a.event.record)
    from mine m cross join log_reach l left join key k using (credential) left join used u using (credential) left join off o using (credential) left join added a using (credential)
    where m.credential not in (select credential from credential_proof)`);
}
