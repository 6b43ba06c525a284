import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { grace, isIntruders } from './familiar.ts';
import { seeds } from './seed.ts';

/** Share of the tenant's accounts up to which a spray is one at few. */
const fewOfAccounts = 0.05;
/** How far the hand of an intruder is followed. */
const roundsAtMost = 12;

/** Steps by which the target is afterwards in the hand of who made them. */
const givesControl = sql`a.kind in ('application', 'service-principal', 'credential', 'owner', 'consent', 'delegated-grant', 'app-role', 'directory-role', 'user', 'password')`;

/**
 * Fills `seed` (ways in that are strange enough to begin a story), `tainted` (what fell into the same hand, since when) and `story_of`
 * (each root's story: roots that share an entity are one intruder).
 */
export async function followIntruders(store: Store): Promise<void> {
  for (const statement of seeds) await store.run(statement);
  for (let round = 0; round < roundsAtMost; round += 1) {
    const forward = await store.run(sql`insert into tainted
      select t.root, a.target, min(a.time) from act a join tainted t on a.actor = t.entity and a.time >= t.since - ${grace}
      where ${givesControl} and a.target is not null and a.target <> a.actor
        and ${isIntruders(sql`t.entity`, sql`a.network`, sql`t.since`)}
        and not exists (select 1 from tainted o where o.root = t.root and o.entity = a.target and o.since <= a.time + ${grace})
      group by all`);
    const backward = await store.run(enablers);
    if (forward + backward === 0) break;
  }
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

/**
 * Who keyed, made, owned or empowered a fallen application, if the one who did came from somewhere strange as well; and who added the
 * very key that it fell with, if nothing is known of that account from before.
 */
const enablers = sql`insert into tainted
  select t.root, a.actor, min(n.fell) from tainted t
  join act a on a.target = t.entity and a.kind in ('credential', 'application', 'owner', 'app-role', 'consent')
    and a.time between t.since - interval 90 days and t.since + interval 30 days
  join user_network n on n.entity = a.actor and n.network = a.network and a.time >= n.first - ${grace}
  where (n.score >= 1 or not n.isTrusted and len(a.keys) > 0
      and not exists (select 1 from user_network o where o.entity = n.entity and o.first < n.first - interval 1 day)
      and exists (select 1 from application_source s where list_contains(a.keys, s.key) and s.first >= a.time))
    and not exists (select 1 from tainted o where o.root = t.root and o.entity = a.actor)
  group by all`;
