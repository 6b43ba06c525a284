import { sql, type Sql } from '../../store/sql.ts';

/** Clocks of different logs differ; what happened within these minutes before happened after. */
export const grace = sql`interval 10 minutes`;

/** True if something is known of `entity` from before it fell. */
export function hasPast(entity: Sql, since: Sql): Sql {
  return sql`exists (select 1 from place past where past.entity = ${entity} and past.first < ${since} - ${grace})`;
}

/**
 * True if what `entity` did at `network` since it fell was the intruder's. Its owner works on from the usual places, and from new
 * ones as well: an account with a past is the intruder's only at networks that were strange for it, an application with a past
 * only where it had not been. What names no network is taken as the intruder's only if there was no past.
 */
export function isIntruders(entity: Sql, network: Sql, since: Sql): Sql {
  const own = sql`own.entity = ${entity} and own.network = ${network}`;
  return sql`case when not ${hasPast(entity, since)} then true
    when ${network} is null then false
    when starts_with(${entity}, 'user ') then exists (select 1 from place own where ${own} and own.first >= ${since} - ${grace} and not own.isOwners)
    else not exists (select 1 from place own where ${own} and own.first < ${since} - ${grace}) end`;
}
