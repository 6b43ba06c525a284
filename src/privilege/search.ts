import { alg, Graph } from '@dagrejs/graphlib';
import { sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** `to`: everything that reaches the origin; `from`: everything that the origin reaches. */
export type Direction = 'to' | 'from';

/** `cheapest`: least cost, then fewest steps; `shortest`: the other way round. */
export type Preference = 'cheapest' | 'shortest';

/** One step, with names of both ends. */
export interface Step {
  readonly edge: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly cost: number;
  readonly because: string;
  readonly fileId: number;
  readonly record: number;
}

type StepRow = Omit<Step, never> & { far: string; near: string };

/** What is reached from one node, as a tree of best steps. */
export interface Reached {
  readonly origin: string;
  readonly direction: Direction;
  /** Number of nodes reached, by their type. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Steps count thousand times less than cost, or the other way round: ties are broken by the other. */
const weights: Readonly<Record<Preference, Sql>> = {
  cheapest: sql`(cost * 1000 + 1)`,
  shortest: sql`(cost + 1000)`,
};

/**
 * Follows all edges from a node, backwards or forwards, and keeps the best step of every node that is reached in the table
 * `best_step`. The engine does what is large: it finds what is reached, and the last step of each node that nothing lies
 * behind; the graph in memory has only the nodes between.
 */
export async function search(
  store: Store,
  origin: string,
  direction: Direction,
  preference: Preference = 'cheapest',
): Promise<Reached> {
  const [near, far] = direction === 'to' ? [sql`"to"`, sql`"from"`] : [sql`"from"`, sql`"to"`];
  const [nearHash, farHash] = direction === 'to' ? [sql`toHash`, sql`fromHash`] : [sql`fromHash`, sql`toHash`];
  await reach(store, origin, nearHash, farHash);
  await store.run(sql`create or replace temp table reached_edge as
    select edge, ${near} as near, ${far} as far, ${weights[preference]} as weight, cost, because, file_id, record
    from privilege_edge where ${nearHash} in (select node from reached)`);
  await measure(store, origin);
  const counts = await store.rows<{ type: string; count: number }>(sql`
    select n.type, count(*) as count from best_step b join privilege_node n on n.id = b.far group by all order by all`);
  return { origin, direction, counts: new Map(counts.map(({ type, count }) => [type, count])) };
}

/**
 * Finds what is reached by the hashes of ids, since millions of edges are gone through for each step: should two ids have the same,
 * an edge too many is kept, which leads nowhere.
 */
async function reach(store: Store, origin: string, nearHash: Sql, farHash: Sql): Promise<void> {
  await store.run(sql`create or replace temp table reached as select hash(${origin}::varchar) as node`);
  await store.run(sql`create or replace temp table frontier as select node from reached`);
  for (let found = 1; found > 0; ) {
    await store.run(sql`create or replace temp table frontier as
      select distinct ${farHash} as node from privilege_edge where ${nearHash} in (select node from frontier) and ${farHash} not in (select node from reached)`);
    found = await store.run(sql`insert into reached select node from frontier`);
  }
}

/** Distances of the nodes between, then the best step of every node. */
async function measure(store: Store, origin: string): Promise<void> {
  const graph = new Graph<object, object, number>({ directed: true, multigraph: true });
  graph.setNode(origin);
  // Between two nodes only the best edge counts.
  const between = sql`select near, far, min(weight) as weight from reached_edge
    where far in (select near from reached_edge) group by all order by near, far`;
  for await (const rows of store.stream<{ near: string; far: string; weight: number }>(between)) {
    for (const { near, far, weight } of rows) graph.setEdge(near, far, weight);
  }
  const distances = alg.dijkstra(graph, origin, (edge) => graph.edge(edge));
  const found = Object.entries(distances)
    .map(([id, { distance }]) => ({ id, distance }))
    .filter(({ distance }) => Number.isFinite(distance));
  await store.run(sql`create or replace temp table distance as
    select d.id, d.distance from (select unnest(from_json(${JSON.stringify(found)}, '[{"id":"VARCHAR","distance":"BIGINT"}]')) as d)`);
  await store.run(sql`create or replace temp table best_step as
    select far, unnest(best) from (
      select e.far, arg_min({'near': e.near, 'edge': e.edge, 'cost': e.cost, 'because': e.because, 'file_id': e.file_id, 'record': e.record,
          'total': e.weight + d.distance}, {'weight': e.weight + d.distance, 'near': e.near, 'edge': e.edge}) as best
      from reached_edge e join distance d on d.id = e.near where e.far <> ${origin} group by e.far
    )`);
}

/** Reads the paths that {@link search} found, one for each node, in order of weight and name; only of these types of nodes. */
export async function* paths(
  store: Store,
  { origin, direction }: Reached,
  options: { readonly types?: readonly string[]; readonly only?: string; readonly limit?: number },
): AsyncGenerator<Step[]> {
  const [from, to] = direction === 'to' ? [sql`b.far`, sql`b.near`] : [sql`b.near`, sql`b.far`];
  const types = sql`from_json(${JSON.stringify(options.types ?? [])}, '["VARCHAR"]')`;
  await store.run(sql`create or replace temp table asked_node as
    select b.far, b.total, n.name from best_step b left join privilege_node n on n.id = b.far
    where (${options.types === undefined} or list_contains(${types}, n.type))
      and (${options.only ?? null}::varchar is null or b.far = ${options.only ?? null})
    order by b.total, n.name, b.far limit ${options.limit ?? Number.MAX_SAFE_INTEGER}`);
  // Of the steps on their way only are both ends named: others are many.
  await store.run(sql`create or replace temp table asked_step as
    with recursive walk as (
      select b.far, b.near from best_step b where b.far in (select far from asked_node)
      union select b.far, b.near from walk w join best_step b on b.far = w.near
    )
    from best_step where far in (select far from walk)`);
  const step = sql`select b.far, b.near, b.edge, b.cost, b.because, b.file_id as "fileId", b.record,
      ${from} as "from", coalesce(f.name, ${from}) as "fromName", ${to} as "to", coalesce(t.name, ${to}) as "toName"
    from asked_step b left join privilege_node f on f.id = ${from} left join privilege_node t on t.id = ${to}`;
  const steps = new Map<string, StepRow>();
  for await (const rows of store.stream<StepRow>(sql`${step} where b.far in (select near from asked_step)`)) {
    for (const row of rows) steps.set(row.far, row);
  }
  for await (const rows of store.stream<StepRow>(
    sql`select s.* from (${step}) s join asked_node a using (far) order by a.total, a.name, far`,
  )) {
    for (const row of rows) yield follow(row, origin, steps, direction);
  }
}

function follow(last: StepRow, origin: string, steps: ReadonlyMap<string, StepRow>, direction: Direction): Step[] {
  const path: Step[] = [];
  for (
    let row: StepRow | undefined = last;
    row !== undefined;
    row = row.near === origin ? undefined : steps.get(row.near)
  ) {
    const { far: _far, near: _near, ...step } = row;
    path.push(step);
  }
  return direction === 'to' ? path : path.toReversed();
}
