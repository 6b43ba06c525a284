import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** One campaign of guesses at passwords. `finding` is the id of its finding, null if it has none. */
export type Campaign = {
  campaign: string;
  finding: string | null;
  /** `spray`, or `scanning` for what beats on every tenant all the time. */
  kind: string;
  first: Instant;
  last: Instant;
  attempts: number;
  addresses: number;
  accounts: string[];
  networks: string[];
  traits: { name: string; value: string }[];
  known: string[];
  windowHours: number | null;
  observed: number | null;
  expected: number | null;
  score: number | null;
};

/** Wrong passwords of a day (UTC): all, those from sources strange to the account, those of sprays. */
export type SprayDay = { day: string; guesses: number; strange: number; sprayed: number };

/** Attempts of a week, named by its Monday. */
export type SprayWeek = { week: string; attempts: number; accounts: number; growth: number | null };

/** The slowest spray of one kind of attacker that would have been seen, in attempts a day. */
export type DetectionFloor = {
  attacker: string;
  windowDays: number | null;
  noisePerDay: number | null;
  half: number | null;
  most: number | null;
};

/** What the spray analyses measured. */
export interface SprayMeasure {
  readonly campaigns: readonly Campaign[];
  readonly days: readonly SprayDay[];
  readonly weeks: readonly SprayWeek[];
  readonly floors: readonly DetectionFloor[];
}

/** Campaigns oldest first, days and weeks in order, floors as the analysis ordered them. */
export async function readSprays(store: Store): Promise<SprayMeasure> {
  return {
    campaigns: await store.rows<Campaign>(sql`
      select c.campaign, f.finding, coalesce(c.kind, 'spray') as kind, iso(c.first) as first, iso(c.last) as last,
        c.attempts, c.addresses, list_sort(coalesce(c.accounts, [])) as accounts, coalesce(c.networks, []) as networks,
        coalesce(c.traits, []) as traits, list_sort(coalesce(c.known, [])) as known, c.windowHours, c.observed, c.expected, c.score
      from campaign c left join (select key, min(id) as finding from finding group by key) f on f.key = c.campaign
      order by c.first, c.campaign`),
    days: await store.rows<SprayDay>(sql`
      select strftime(day, '%Y-%m-%d') as day, guesses, strange, sprayed from spray_day order by spray_day.day`),
    weeks: await store.rows<SprayWeek>(sql`
      select strftime(week, '%Y-%m-%d') as week, attempts, accounts, growth from spray_week order by spray_week.week`),
    floors: await readFloors(store),
  };
}

/** By their position: as the analysis ordered them. */
export async function readFloors(store: Store): Promise<DetectionFloor[]> {
  return await store.rows<DetectionFloor>(sql`
    select attacker, windowDays, noisePerDay, half, most from detection_floor order by position, attacker`);
}

/** How many campaigns there are of each kind, and what they did together; accounts are counted once. */
export type CampaignCounts = {
  spray: number;
  scanning: number;
  attempts: number;
  accounts: number;
  known: number;
};

export async function countCampaigns(store: Store): Promise<CampaignCounts> {
  return await store.row<CampaignCounts>(sql`
    select count(*) filter (kind is distinct from 'scanning') as spray, count(*) filter (kind = 'scanning') as scanning,
      coalesce(sum(attempts), 0)::bigint as attempts,
      (select count(distinct account) from (select unnest(accounts) as account from campaign)) as accounts,
      (select count(distinct account) from (select unnest(known) as account from campaign)) as known
    from campaign`);
}
