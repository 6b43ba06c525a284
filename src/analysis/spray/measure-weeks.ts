import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { deviation } from './baseline.ts';

const guessesAtLeast = 30;

/** Weeks within which a rise to three times as many is a surge. */
const weeksOfSurge = 4;

/** Two weeks of ordinary mistakes differ by this, as variance over the square of the mean. */
const dispersionOfWeeks = 2 * 0.15 ** 2;
const deviationsAtLeast = 4;

export type Week = { week: Date; attempts: number };

/** The first and last week of a rise, by their index, and by how many times. */
export interface Rise {
  readonly from: number;
  readonly to: number;
  readonly times: number;
}

/**
 * The steepest rise among whole weeks: to three times as many within four weeks, or over at least three weeks that each
 * rose, to twice as many. It must be more than chance and holidays make of two weeks.
 */
export function steepestRise(weeks: readonly Week[]): Rise | undefined {
  let best: Rise | undefined;
  for (const [to, { attempts }] of weeks.entries()) {
    let isSteady = true;
    for (let from = to - 1; from >= 0; from -= 1) {
      const before = weeks[from]?.attempts ?? 0;
      isSteady &&= before < (weeks[from + 1]?.attempts ?? 0);
      const times = attempts / Math.max(before, 1);
      const isSurge = (times >= 3 && to - from <= weeksOfSurge) || (isSteady && to - from >= 3 && times >= 2);
      if (!isSurge || attempts < guessesAtLeast || deviation(attempts, before, dispersionOfWeeks) < deviationsAtLeast)
        continue;
      if (best === undefined || times > best.times) best = { from, to, times };
    }
  }
  return best;
}

/** Guesses of sprays, and others that are strange to their accounts. */
const counted = sql`(kind = 'spray' or (kind is null and isStrange and not isExplained))`;

/** Fills `spray_day` and `spray_week`, and the temporary table `surge` (`first`, `until`, `why`; empty if there is none). */
export async function measureWeeks(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table sprayed_guess as
    select j.*, campaign, n.kind from judged j left join sprayed s using (id) left join campaign_name n using (campaign) where outcome = 'wrong'`);
  await store.run(sql`delete from spray_day`);
  await store.run(sql`insert into spray_day
    select d.day::date, count(g.id), count(*) filter (g.isStrange and not g.isExplained), count(*) filter (g.kind = 'spray')
    from (select unnest(generate_series(min(time)::date, max(time)::date, interval 1 day)) as day from attempt) d
    left join sprayed_guess g on g.time::date = d.day group by d.day`);
  await store.run(sql`delete from spray_week`);
  await store.run(sql`insert into spray_week
    select week, attempts, accounts, (attempts / nullif(lag(attempts) over (order by week), 0))::double from (
      select w.week::date as week, count(g.id) as attempts, count(distinct g.account_key) as accounts
      from (select unnest(generate_series(date_trunc('week', min(time)), max(time), interval 7 days)) as week from attempt) w
      left join sprayed_guess g on date_trunc('week', g.time) = w.week and ${counted}
      group by w.week
    )`);
  // A week that the evidence has only a part of says nothing about growth.
  // All guesses of groups, which have something in common, but of what else is strange an account once a week: one device with
  // an old password is no surge.
  const weeks = await store.rows<Week>(sql`
    select w.week, coalesce(sum(guesses), 0)::bigint as attempts from spray_week w
    cross join (select min(time) as first, max(time) as last from attempt)
    left join (
      select date_trunc('week', time)::date as week, count(*) filter (isGrouped) + count(distinct account_key) filter (not isGrouped) as guesses
      from (select *, coalesce(campaign in (select campaign from campaign_mark), false) as isGrouped from sprayed_guess where ${counted}) group by all
    ) g on g.week = w.week
    where w.week >= first::date and w.week + 6 < last::date group by w.week order by w.week`);
  await store.run(sql`create or replace temp table surge (first timestamp, until timestamp, why varchar)`);
  const rise = steepestRise(weeks);
  const [from, to] = [weeks[rise?.from ?? 0], weeks[rise?.to ?? 0]];
  if (rise === undefined || from === undefined || to === undefined) return;
  const named = ({ week }: Week): string => week.toISOString().slice(0, 10);
  const why = `Strange wrong passwords, an account once a week unless they have something in common, in the week of ${named(from)}: ${from.attempts.toLocaleString('en')}; in the week of ${named(to)}: ${to.attempts.toLocaleString('en')}, ${rise.times.toFixed(1)} times as many.`;
  await store.run(
    sql`insert into surge values (${named(from)}::timestamp, ${named(to)}::timestamp + interval 7 days, ${why})`,
  );
}
