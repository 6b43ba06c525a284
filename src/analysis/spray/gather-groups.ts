import { join, literal, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { overlap, type Period } from './find-excess.ts';
import { accountsAtLeast } from './group-guesses.ts';
import { noSuchUser } from './outcome.ts';

/** Marks of one kind that are compared with each other, those with the most guesses. */
const comparedAtMost = 30;

/** What can be in common, from what holds the most together to the least. */
const clientKinds = ['application', 'any application', 'client', 'agent'] as const;
const sourceKinds = ['address', 'network'] as const;

type Cluster = { mark: string; told: number | null; since: number; until: number };

/** What the groups became: how many campaigns, and when those of networks and addresses were at work. */
export interface Groups {
  readonly campaigns: number;
  readonly periods: readonly Period[];
}

/**
 * Makes campaigns out of the spraying marks: rows of `sprayed` (`id` of a guess, `campaign` number) and of
 * `campaign_mark` (what the guesses of a campaign have in common). A mark whose guesses are mostly told by an earlier kind adds
 * the others to that campaign, so that a spray is told once whatever else its guesses share. Marks of one kind
 * are one campaign unless they are separate ({@link groupsOf}). Networks or addresses that spray at the same time
 * without a client in common are one campaign too; more of its guesses may be among those that no mark shows. Hours of periods
 * count from the midnight of `firstDay`.
 */
export async function gatherGroups(store: Store, firstDay: number): Promise<Groups> {
  await store.run(sql`create or replace temp table sprayed (id bigint, campaign integer)`);
  await store.run(sql`create or replace temp table campaign_mark (campaign integer, kind varchar, mark ubigint)`);
  await store.run(sql`create or replace temp table clustered as
    select * from likeness semi join (from failing_mark where isSpraying) using (kind, mark)`);
  let campaigns = 0;
  const periods: Period[] = [];
  for (const kind of clientKinds) {
    const fresh = await untoldClusters(store, kind, firstDay);
    if (kind === 'application') {
      // What an application and protocol have in common may still be several sprays, told apart by their agents.
      for (const { mark } of fresh) {
        const groups = await groupsOf(
          store,
          'agent',
          sql`id in (select id from clustered where kind = 'application' and mark = ${mark}::ubigint)`,
        );
        if (groups.length < 2) await take(store, kind, [mark], campaigns);
        for (const [at, marks] of groups.length < 2 ? [] : groups.entries())
          await take(store, 'agent', marks, campaigns + at);
        campaigns += Math.max(1, groups.length);
      }
    } else if (fresh.length > 0) {
      const groups = await groupsOf(store, kind, sql`id in (select id from clustered where kind = ${kind})`);
      for (const [at, marks] of groups.entries()) await take(store, kind, marks, campaigns + at);
      campaigns += groups.length;
    }
  }
  for (const kind of sourceKinds) {
    const groups: Cluster[][] = [];
    for (const cluster of await untoldClusters(store, kind, firstDay)) {
      const beside = groups.find((group) => group.some((other) => overlap(periodOf(other), periodOf(cluster)) > 0.5));
      if (beside === undefined) groups.push([cluster]);
      else beside.push(cluster);
    }
    for (const group of groups) {
      await take(
        store,
        kind,
        group.map(({ mark }) => mark),
        campaigns,
      );
      const hours = group.map(periodOf);
      periods.push({
        campaign: campaigns,
        from: Math.min(...hours.map(({ from }) => from)),
        until: Math.max(...hours.map(({ until }) => until)),
      });
      campaigns += 1;
    }
  }
  return { campaigns, periods };
}

const periodOf = ({ since, until }: Cluster) => ({ from: since, until });

/** Adds the marks that are mostly told to their campaigns; gives the others that still have guesses at enough accounts, the largest first. */
async function untoldClusters(store: Store, kind: string, firstDay: number): Promise<Cluster[]> {
  const clusters = await store.rows<Cluster>(sql`
    with counted as (
      select mark, campaign, count(*) as guesses, count(distinct account_key) as accounts,
        epoch(min(time)) / 3600 - ${firstDay * 24} as since, epoch(max(time)) / 3600 - ${firstDay * 24} as until
      from clustered left join sprayed using (id) where kind = ${kind} group by mark, campaign
    )
    select mark::varchar as mark, min(since) as since, max(until) as until,
      case when max(guesses) filter (campaign is not null) * 2 >= sum(guesses) then arg_max(campaign, guesses) filter (campaign is not null) end as told
    from counted group by mark having told is not null or max(accounts) filter (campaign is null) >= ${accountsAtLeast}
    order by sum(guesses) desc, mark`);
  for (const campaign of new Set(clusters.map(({ told }) => told))) {
    const marks = clusters.filter(({ told }) => told === campaign).map(({ mark }) => mark);
    if (campaign !== null) await take(store, kind, marks, campaign);
  }
  return clusters.filter(({ told }) => told === null);
}

async function take(store: Store, kind: string, marks: readonly string[], campaign: number): Promise<void> {
  const chosen = join(marks.map((mark) => literal(mark)));
  await store.run(sql`insert into campaign_mark select ${campaign}::integer, ${kind}, unnest([${chosen}])::ubigint`);
  await store.run(sql`insert into sprayed select id, ${campaign}::integer from likeness
    where kind = ${kind} and list_contains([${chosen}]::ubigint[], mark) and id not in (select id from sprayed)`);
}

type Pair = { one: string; other: string; isSeparate: boolean };

/**
 * The marks of a kind among untold guesses in groups that belong together. Two marks are separate if they share hardly an address, and they
 * are for another application or protocol, or one of them tries names that do not exist and the other does not, or are other clients (not only versions) at different times or for a different length of time on different accounts, or each
 * came back to accounts of its own again and again.
 */
async function groupsOf(store: Store, kind: string, condition: Sql): Promise<string[][]> {
  const pairs = await store.rows<Pair>(sql`
    with unit as (
      select l.mark, count(*) as guesses, min(j.time) as first, max(j.time) as last, mode(hash(application_key, protocol_key)) as application, mode(client_key) as client,
        avg((errorCode = ${noSuchUser})::integer) as nobody,
        list(distinct address_key) filter (address_key <> 0) as addresses, list(distinct l.account_key) as accounts
      from likeness l join judged j using (id)
      where l.kind = ${kind} and ${condition} and id not in (select id from sprayed)
      group by l.mark having count(distinct l.account_key) >= ${accountsAtLeast}
      order by guesses desc, l.mark limit ${comparedAtMost}
    ), pair as (
      select a.mark as one, b.mark as other, a.application <> b.application as isElsewhere, a.client <> b.client as isOther,
        abs(a.nobody - b.nobody) > 0.4 as isOtherList,
        coalesce(len(list_intersect(a.addresses, b.addresses)) / least(len(a.addresses), len(b.addresses)), 0) as addresses,
        len(list_intersect(a.accounts, b.accounts)) / least(len(a.accounts), len(b.accounts)) as accounts,
        (epoch(least(a.last, b.last)) - epoch(greatest(a.first, b.first))) / greatest(epoch(greatest(a.last, b.last)) - epoch(least(a.first, b.first)), 1) as common,
        a.guesses >= 2 * len(a.accounts) and b.guesses >= 2 * len(b.accounts) as isRepeated
      from unit a join unit b on a.mark <= b.mark
    )
    select one::varchar as one, other::varchar as other,
      addresses < 0.1 and (isElsewhere or isOtherList or (isOther and common < 0.3 and accounts < 0.5) or (isRepeated and accounts < 0.2)) as isSeparate
    from pair order by pair.one, pair.other`);
  const groups: string[][] = [];
  for (const mark of new Set(pairs.map(({ one }) => one))) {
    const near = new Set(
      pairs
        .filter(({ one, other, isSeparate }) => !isSeparate && (one === mark || other === mark))
        .flatMap(({ one, other }) => [one, other]),
    );
    const joined = groups.filter((group) => group.some((member) => near.has(member)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), mark]);
  }
  return groups;
}
