import { alg, Graph } from '@dagrejs/graphlib';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** An edge whose removal takes the target away from principals. */
export interface Cut {
  readonly edge: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  /** Principals that reach the target no more, once this and the cuts before it are made. */
  readonly principals: number;
}

type Candidate = {
  edge: string;
  near: string;
  far: string;
  from: string;
  fromName: string;
  to: string;
  toName: string;
};

/** Edges on many best paths are tried first; more are seldom better and take longer. */
const candidatesAtMost = 60;

/**
 * The few edges of the last backward `search` whose removal cuts off most principals, one after the other, the best first.
 * An edge between two nodes is one right: parallel ones of other kinds stay.
 *
 * @param types the types of nodes that count as principals.
 */
export async function findCuts(store: Store, origin: string, types: readonly string[], atMost = 5): Promise<Cut[]> {
  const principal = sql`list_contains(from_json(${JSON.stringify(types)}, '["VARCHAR"]'), n.type)`;
  const graph = new Graph<object, object, string>({ directed: true, multigraph: true });
  graph.setNode(origin);
  const between = sql`select near, far, edge from reached_edge where far in (select near from reached_edge) group by all order by near, far, edge`;
  for await (const rows of store.stream<{ near: string; far: string; edge: string }>(between)) {
    for (const { near, far, edge } of rows) graph.setEdge(near, far, edge, edge);
  }
  // Principals behind which nothing lies count by what they hang on.
  const hanging = await store.rows<{ nears: string[]; principals: number }>(sql`
    select nears, count(*) as principals from (
      select e.far, list(distinct e.near order by e.near) as nears from reached_edge e join privilege_node n on n.id = e.far
      where ${principal} and e.far not in (select near from reached_edge) group by e.far
    ) group by nears order by nears`);
  const inside = await store.rows<{ id: string }>(
    sql`select distinct n.id from privilege_node n where ${principal} and n.id in (select near from reached_edge) and n.id <> ${origin} order by all`,
  );
  const count = (): number => {
    const reached = new Set(alg.preorder(graph, origin));
    const insideCount = inside.filter(({ id }) => reached.has(id)).length;
    return hanging.reduce(
      (sum, { nears, principals }) => sum + (nears.some((near) => reached.has(near)) ? principals : 0),
      insideCount,
    );
  };
  const candidates = await readCandidates(store, principal);
  const cuts: Cut[] = [];
  for (let left = count(); left > 0 && cuts.length < atMost; ) {
    const tried = candidates
      .filter(({ near, far, edge }) => graph.hasEdge(near, far, edge))
      .map((candidate) => {
        const { near, far, edge } = candidate;
        graph.removeEdge(near, far, edge);
        const remaining = count();
        graph.setEdge(near, far, edge, edge);
        return { candidate, principals: left - remaining };
      });
    const [best] = tried.toSorted((a, b) => b.principals - a.principals);
    if (best === undefined || best.principals === 0) break;
    const { near, far, edge, from, fromName, to, toName } = best.candidate;
    graph.removeEdge(near, far, edge);
    left -= best.principals;
    cuts.push({ edge, from, fromName, to, toName, principals: best.principals });
  }
  return cuts;
}

/** Edges between inner nodes, those that most best paths use first. */
async function readCandidates(store: Store, principal: ReturnType<typeof sql>): Promise<Candidate[]> {
  return store.rows<Candidate>(sql`
    with recursive walk as (
      select b.far as start, b.far, b.near, b.edge from best_step b join privilege_node n on n.id = b.far where ${principal}
      union all
      select w.start, b.far, b.near, b.edge from walk w join best_step b on b.far = w.near
    )
    select w.edge, w.near, w.far, w.far as "from", coalesce(f.name, w.far) as "fromName", w.near as "to", coalesce(t.name, w.near) as "toName"
    from walk w left join privilege_node f on f.id = w.far left join privilege_node t on t.id = w.near
    where w.far in (select near from reached_edge)
    group by all order by count(*) desc, w.far, w.near, w.edge limit ${candidatesAtMost}`);
}
