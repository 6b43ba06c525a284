import { sql, type Sql } from '../../store/sql.ts';
import { networkOf } from './network.ts';

const ofUsers = sql`log in ('sign-in', 'non-interactive-sign-in') and errorCode = 0 and sessionId <> ''`;

/** A machine as one number. Programs of one machine have browsers of their own and a session in common, so they do not count. */
const machine = sql`hash(deviceOperatingSystem, coalesce(deviceId, ''))`;

/** `Windows10` and `Windows 11` are the same: not every program tells the version. */
const system = sql`regexp_replace(lower(coalesce(deviceOperatingSystem, '')), '[^a-z]', '', 'g')`;

/**
 * Sign-ins that go on with a session from another machine than it began on: another device that the tenant knows, none
 * where it began on one, or another operating system. Columns file_id, record, time, principal, network and `begun`. All sessions of
 * the case are looked at, so they are compared by numbers and only those that differ are looked at again.
 */
export const movedSessions: Sql = sql`
  with different as (
    select hash(sessionId) as session from scoped_sign_in where ${ofUsers}
    group by session having min(${machine}) <> max(${machine}) and min(hash(ip)) <> max(hash(ip))
  ), used as (
    select file_id, record, time, principal, hash(sessionId) as session, coalesce(deviceId, '') as device, ${system} as system,
      ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network
    from scoped_sign_in where ${ofUsers} and hash(sessionId) in (select session from different)
  ), begun as (
    select session, min(time) as begun, arg_min(device, time) as device, arg_min(system, time) as system from used group by session
  )
  select file_id, record, time, principal, network, begun from used u join begun b using (session)
  where u.device <> b.device and b.device <> '' or u.device = '' and b.device = '' and u.system <> b.system`;
