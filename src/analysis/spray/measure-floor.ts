import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { type Baseline, countAt, dispersionOver } from './baseline.ts';
import { type Feature, features as allFeatures, keysOf } from './feature.ts';
import { falseCampaignsPerMonth } from './find-excess.ts';
import { accountsNeeded } from './group-guesses.ts';
import { novelty } from './habit.ts';
import { baselineDaysAtLeast, baselineOf, excessAtLeast, neededFor, windowDays, windowsOf } from './scan-windows.ts';
import type { Days, Stream } from './stream.ts';

/** Deviations below which nine of ten draws of a normal distribution lie. */
const nineOfTen = 1.2816;
const mostPerDay = 100_000;
const imaginedAtMost = sql`2000`;

interface Floor {
  readonly attacker: string;
  readonly windowDays: number | undefined;
  readonly noisePerDay: number | undefined;
  readonly half: number | undefined;
  readonly most: number | undefined;
}

/** Attempts a day that are found half of the time and nine times of ten, over the window in which the fewest are enough. */
export interface Rate {
  readonly windowDays: number;
  readonly half: number;
  readonly most: number;
}

/**
 * The slowest spray that a stream with this baseline would have shown, if the part `share` of its attempts comes into the stream. With m guesses
 * expected in a window and a threshold of N, a attempts are found nine times of ten where m + a - 1.28 sqrt(m + a + d m²) = N; half
 * of the time where m + a = N. Undefined if the evidence is too short for a baseline beside any window.
 */
export function slowestFound(baseline: Baseline, falseAlarms: number, share: number): Rate | undefined {
  let best: Rate | undefined;
  for (const days of windowDays) {
    if (baseline.days - days < baselineDaysAtLeast) continue;
    const beside = { ...baseline, days: baseline.days - days };
    const expected = baseline.level * days;
    const dispersion = dispersionOver(beside, days);
    const needed = neededFor(windowsOf(days, baseline.days), falseAlarms);
    const count = Math.max(countAt(needed, expected, dispersion), expected + excessAtLeast);
    const noise = expected + dispersion * expected ** 2;
    let attempts = count - expected;
    for (let step = 0; step < 20; step += 1) attempts = count - expected + nineOfTen * Math.sqrt(noise + attempts);
    const rate = { windowDays: days, half: (count - expected) / days / share, most: attempts / days / share };
    if (best === undefined || rate.most < best.most) best = rate;
  }
  return best;
}

/** Fills the table `detection_floor` from the streams without campaigns: what this tenant's own mistakes would hide, for three kinds of attackers. */
export async function measureFloor(
  store: Store,
  days: Days,
  streams: readonly Stream[],
  features: readonly Feature[],
): Promise<void> {
  const falseAlarms = (falseCampaignsPerMonth * days.covered.length) / 30;
  const whole = days.covered.filter((part) => part === 1).length;
  const floorOf = (attacker: string, name: string, share: number | undefined): Floor => {
    const stream = streams.find((candidate) => candidate.name === name);
    // What campaigns have taken of the days is not missing for the next one.
    const baseline = stream === undefined ? undefined : { ...baselineOf(stream.series), days: whole };
    const rate =
      baseline === undefined || share === undefined || share === 0
        ? undefined
        : slowestFound(baseline, falseAlarms * (stream?.share ?? 0), share);
    return {
      attacker,
      windowDays: rate?.windowDays,
      noisePerDay: baseline?.days === 0 ? undefined : baseline?.level,
      half: rate?.half,
      most: rate?.most,
    };
  };
  const share = await strangeShare(store, features);
  const floors = [
    await floorOfConstantClient(store, days, share),
    floorOf('clients and networks copied from people of this tenant, a new address for each attempt', 'strange', share),
    floorOf('client and network copied from the very account that is tried, a new address for each attempt', 'all', 1),
  ];
  await store.run(sql`delete from detection_floor`);
  for (const [at, { attacker, windowDays: window, noisePerDay, half, most }] of floors.entries()) {
    const bounded = (rate: number | undefined) => (rate === undefined || rate > mostPerDay ? null : rate);
    await store.run(
      sql`insert into detection_floor values (${at + 1}, ${attacker}, ${window ?? null}, ${noisePerDay ?? null}, ${bounded(half)}, ${bounded(most)})`,
    );
  }
}

/** With fewer people, or days with sign-ins of a whole day, the evidence is a sample of attempts and not the log of a tenant. */
const peopleAtLeast = 20;
const wholeDaysAtLeast = 7;

/**
 * A client that hardly anybody gets in with needs no baseline: it is told as soon as it failed at enough accounts to which it is strange, at
 * most over 30 days. Without people to measure with, all of its attempts count as strange.
 */
async function floorOfConstantClient(store: Store, days: Days, share = 1): Promise<Floor> {
  const attacker = 'the same client for all attempts, a new address for each';
  const { people } = await store.row<{ people: number }>(
    sql`select count(distinct account_key) as people from success`,
  );
  const whole = days.covered.filter((part) => part === 1).length;
  const window = Math.min(30, whole);
  if (whole < wholeDaysAtLeast || people < peopleAtLeast)
    return { attacker, windowDays: undefined, noisePerDay: undefined, half: undefined, most: undefined };
  const count = await accountsNeeded(store);
  // Quantiles of the Poisson distribution by the square root.
  const half = count - 1 / 3;
  const most = (Math.sqrt(count - 0.375) + nineOfTen / 2) ** 2 + 0.25;
  return { attacker, windowDays: window, noisePerDay: 0, half: half / window / share, most: most / window / share };
}

/** Which part of attempts is strange if the source of one person is tried at another; undefined with hardly any people. */
async function strangeShare(store: Store, features: readonly Feature[]): Promise<number | undefined> {
  await store.run(sql`create or replace temp table imagined as
    with person as (
      select *, row_number() over (order by hash(account_key)) as position from (
        select account_key, ${keysOf(allFeatures)} from success
        qualify row_number() over (partition by account_key order by hash(${keysOf(allFeatures)})) = 1
      )
    ), size as (select count(*) as people from person)
    select a.position as id, (select max(time) from attempt) as time, a.account_key, b.* exclude (account_key, position)
    from person a cross join size join person b on b.position = (a.position + people // 2) % people + 1
    where a.position <= ${imaginedAtMost} and people >= ${peopleAtLeast} and a.account_key <> b.account_key`);
  const { share } = await store.row<{ share: number | null }>(
    sql`select avg((score >= ln(10))::integer) as share from (${novelty(features, sql`imagined`)})`,
  );
  return share ?? undefined;
}
