import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { accountsAtLeast } from './group-guesses.ts';
import { type Excess, scanWindows } from './scan-windows.ts';
import { type Days, type Stream, streamsOf } from './stream.ts';

/** False campaigns in thirty days that all windows of all streams together may give in a tenant that nobody sprays. */
export const falseCampaignsPerMonth = 0.2;

const roundsAtMost = 12;

/** Campaigns that only their number over time shows, by their number in `sprayed`. */
export type ExcessOf = ReadonlyMap<number, Excess & { readonly stream: string }>;

/** The hours of the series in which a campaign was at work. */
export interface Period {
  readonly campaign: number;
  readonly from: number;
  readonly until: number;
}

/**
 * Looks in all streams for the window that stands out most, makes its guesses a campaign in `sprayed`, and begins again
 * without it until nothing stands out. If it stood out by a trait, all guesses with this trait are taken out, also those of
 * other times, so that what is left has no hole. If it is all guesses of a time, this time is not looked at again. What stands out at the
 * time of an earlier campaign of this kind, or of one in `periods`, belongs to it: a spray may stand out by its
 * country and by its client. Returns also the streams that are left.
 */
export async function findExcess(
  store: Store,
  days: Days,
  campaigns: number,
  periods: readonly Period[],
  falseCampaigns = falseCampaignsPerMonth,
): Promise<{ found: ExcessOf; streams: readonly Stream[] }> {
  const found = new Map<number, Excess & { readonly stream: string }>();
  const known = [...periods];
  let next = campaigns;
  const falseAlarms = (falseCampaigns * days.covered.length) / 30;
  const hidden = new Set<number>();
  let streams = await streamsOf(store, days, hidden);
  for (let round = 0; round < roundsAtMost; round += 1) {
    // What is strange says more than what is only unexplained.
    const [strange, plain] = [
      streams.filter(({ isStrange }) => isStrange),
      streams.filter(({ isStrange }) => !isStrange),
    ];
    const best = bestOf(strange, falseAlarms) ?? bestOf(plain, falseAlarms);
    if (best === undefined) break;
    const { stream, excess } = best;
    const since = days.firstDay * 24;
    const inside = sql`${stream.condition} and hour >= ${since + excess.from} and hour < ${since + excess.until}`;
    const { accounts } = await store.row<{ accounts: number }>(
      sql`select count(distinct account_key) as accounts from watched_guess where ${inside}`,
    );
    // Many at a few accounts are no spray; the test of single accounts has seen them.
    if (accounts >= accountsAtLeast) {
      const earlier = known.find((other) => overlap(other, excess) > 0.5);
      const campaign = earlier?.campaign ?? next;
      await store.run(sql`insert into sprayed select id, ${campaign}::integer from watched_guess where ${inside}`);
      if (!found.has(campaign)) found.set(campaign, { ...excess, stream: stream.name });
      if (earlier === undefined) {
        known.push({ campaign, from: excess.from, until: excess.until });
        next += 1;
      }
    }
    if (stream.isTrait) await store.run(sql`delete from watched_guess where ${stream.condition}`);
    else {
      await store.run(
        sql`delete from watched_guess where hour >= ${since + excess.from} and hour < ${since + excess.until}`,
      );
      for (let hour = excess.from; hour < excess.until; hour += 1) hidden.add(hour);
    }
    streams = await streamsOf(store, days, hidden);
  }
  return { found, streams };
}

function bestOf(streams: readonly Stream[], falseAlarms: number): { stream: Stream; excess: Excess } | undefined {
  let best: { stream: Stream; excess: Excess } | undefined;
  for (const stream of streams) {
    const excess = scanWindows(stream.series, falseAlarms * stream.share);
    if (excess === undefined) continue;
    if (best === undefined || excess.score - excess.needed > best.excess.score - best.excess.needed)
      best = { stream, excess };
  }
  return best;
}

/** The part of the shorter one that both have in common; 1 for two at the same moment. */
export function overlap(one: Omit<Period, 'campaign'>, other: Omit<Period, 'campaign'>): number {
  const common = Math.min(one.until, other.until) - Math.max(one.from, other.from);
  const shorter = Math.min(one.until - one.from, other.until - other.from);
  return shorter > 0 ? common / shorter : Number(common >= 0);
}
