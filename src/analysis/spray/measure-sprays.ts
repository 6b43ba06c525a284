import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { attachMarked, attachSuccesses } from './attach-successes.ts';
import { type Feature, features as allFeatures, plainAttempts } from './feature.ts';
import { findExcess } from './find-excess.ts';
import { gatherGroups } from './gather-groups.ts';
import { groupGuesses } from './group-guesses.ts';
import { judgeAttempts } from './judge-attempts.ts';
import { measureFloor } from './measure-floor.ts';
import { measureWeeks } from './measure-weeks.ts';
import { outcomeOf } from './outcome.ts';
import { gatherRuns, runAccounts } from './run-accounts.ts';
import { coveredDays, watchGuesses } from './stream.ts';
import { tellCampaigns } from './tell-campaigns.ts';

/** What can be taken away from the method, to see what it is worth. */
export interface MeasureOptions {
  readonly features?: readonly Feature['name'][] | undefined;
  /** Odds of a stranger against the account's own user from which an attempt is strange; 10 unless given. */
  readonly strangeFrom?: number | undefined;
  /** False campaigns in thirty days that are accepted. */
  readonly falseCampaigns?: number | undefined;
}

/**
 * Fills the tables `campaign`, `spray_day`, `spray_week` and `detection_floor` from the view `attempt`, and makes the temporary
 * tables that the analyses and stories read: `strange_attempt`, `opened`, `account_run`, `campaign_reason`, `surge`. How is told in docs/spray.md.
 */
export async function measureSprays(store: Store, options: MeasureOptions = {}): Promise<void> {
  const features = allFeatures.filter(({ name }) => options.features?.includes(name) ?? true);
  for (const statement of plainAttempts(outcomeOf(sql`errorCode`))) await store.run(statement);
  await judgeAttempts(store, features, Math.log(options.strangeFrom ?? 10));
  const days = await coveredDays(store);
  await groupGuesses(store);
  const groups = await gatherGroups(store, days.firstDay);
  await attachMarked(store);
  await runAccounts(store);
  const runs = await gatherRuns(store, groups.campaigns, groups.periods, days.firstDay);
  await watchGuesses(store);
  const periods = [...groups.periods, ...runs];
  const { found, streams } = await findExcess(
    store,
    days,
    groups.campaigns + runs.length,
    periods,
    options.falseCampaigns,
  );
  await attachSuccesses(store);
  await tellCampaigns(store, found, days.firstDay);
  await store.run(sql`create or replace temp table strange_attempt as
    select source_table, file_id, record, time, principal, userId, ip, network, country, client, outcome, j.score, n.name as campaign,
      j.id, application, protocol, isExplained
    from judged j left join sprayed s on s.id = j.id left join campaign_name n on n.campaign = s.campaign
    where isStrange or n.name is not null`);
  await measureFloor(store, days, streams, features);
  await measureWeeks(store);
}
