import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { grace, isIntruders } from './familiar.ts';
import { joinRoots } from './one-intruder.ts';
import { seeds } from './seed.ts';

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
  await joinRoots(store);
}

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
