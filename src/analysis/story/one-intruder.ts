import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** Share of the tenant's accounts up to which a spray is one at few. */
const fewOfAccounts = 0.05;
/** Longer chains of roots than this are not followed. */
const roundsAtMost = 12;

/** Fills `story_of`, each root's story: roots that share an entity, or fell to the same spray, are one intruder. */
export async function joinRoots(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table story_of as select distinct root, root as story from tainted`);
  await store.run(campaignsOfRoots);
  for (let round = 0; round < roundsAtMost; round += 1) {
    const changed = await store.run(sql`update story_of set story = n.story from (
        select root, min(story) as story from (
          select t.root, o.story from tainted t join tainted u on u.entity = t.entity join story_of o on o.root = u.root
          union all select c.root, o.story from root_campaign c join root_campaign d using (campaign) join story_of o on o.root = d.root
        ) group by root
      ) n where n.root = story_of.root and n.story < story_of.story`);
    if (changed === 0) break;
  }
}

/**
 * `root_campaign`: accounts that fell to a spray, with its campaign. Accounts that one campaign opened are one intruder's. If its
 * success was not recognised, its guesses say so only of a campaign at few: one at everybody guessed at whoever fell to somebody else, too.
 */
const campaignsOfRoots = sql`create or replace temp table root_campaign as
  select distinct s.entity as root, x.campaign
  from guessable_seed s join user_alias u on 'user ' || u.id = s.entity
  join strange_attempt x on x.principal = u.name and x.time <= s.since + interval 1 day join campaign c on c.campaign = x.campaign and c.kind = 'spray'
  where x.outcome = 'success' and x.time >= s.since - interval 1 day
    or len(c.accounts) <= ${fewOfAccounts} * (select count(distinct principal) from user_source)`;
