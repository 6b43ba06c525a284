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
  const graph = new Links(origin);
  const between = sql`select near, far, edge from reached_edge where far in (select near from reached_edge) group by all order by near, far, edge`;
  for await (const rows of store.stream<{ near: string; far: string; edge: string }>(between)) {
    for (const { near, far, edge } of rows) graph.add(near, far, edge);
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
  const groups = hanging.map(({ nears, principals }) => ({ nears: nears.map((id) => graph.number(id)), principals }));
  const insideNumbers = inside.map(({ id }) => graph.number(id));
  const count = (without?: Candidate): number => {
    const isReached = graph.reached(without);
    return groups.reduce(
      (sum, { nears, principals }) => sum + (nears.some((near) => isReached[near] === 1) ? principals : 0),
      insideNumbers.filter((number) => isReached[number] === 1).length,
    );
  };
  const candidates = await readCandidates(store, principal);
  const cuts: Cut[] = [];
  for (let left = count(); left > 0 && cuts.length < atMost; ) {
    const tried = candidates
      .filter((candidate) => graph.has(candidate))
      .map((candidate) => ({ candidate, principals: left - count(candidate) }));
    const [best] = tried.toSorted((a, b) => b.principals - a.principals);
    if (best === undefined || best.principals === 0) break;
    const { edge, from, fromName, to, toName } = best.candidate;
    graph.remove(best.candidate);
    left -= best.principals;
    cuts.push({ edge, from, fromName, to, toName, principals: best.principals });
  }
  return cuts;
}

type Link = Pick<Candidate, 'near' | 'far' | 'edge'>;

/** What leads on from each node, by numbers: it is gone through hundreds of times. */
class Links {
  readonly #numbers = new Map<string, number>();
  /** By `near` and then by `far`: the edges between them. */
  readonly #edges: Map<number, Set<string>>[] = [];
  readonly #origin: number;

  constructor(origin: string) {
    this.#origin = this.number(origin);
  }

  number(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#edges.push(new Map()) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  add(near: string, far: string, edge: string): void {
    const inner = this.#edges[this.number(near)];
    const number = this.number(far);
    const parallel = inner?.get(number);
    if (parallel === undefined) inner?.set(number, new Set([edge]));
    else parallel.add(edge);
  }

  has({ near, far, edge }: Link): boolean {
    return this.#between(near, far)?.has(edge) === true;
  }

  remove({ near, far, edge }: Link): void {
    const parallel = this.#between(near, far);
    parallel?.delete(edge);
    if (parallel?.size === 0) this.#edges[this.number(near)]?.delete(this.number(far));
  }

  /** 1 for the number of every node that the origin leads to, also without one link. */
  reached(without?: Link): Uint8Array {
    const isReached = new Uint8Array(this.#edges.length);
    const isAlone = without !== undefined && this.#between(without.near, without.far)?.size === 1;
    const [skippedNear, skippedFar] = isAlone ? [this.number(without.near), this.number(without.far)] : [-1, -1];
    const waiting = [this.#origin];
    isReached[this.#origin] = 1;
    for (let near = waiting.pop(); near !== undefined; near = waiting.pop()) {
      for (const far of this.#edges[near]?.keys() ?? []) {
        if (isReached[far] === 1 || (near === skippedNear && far === skippedFar)) continue;
        isReached[far] = 1;
        waiting.push(far);
      }
    }
    return isReached;
  }

  #between(near: string, far: string): Set<string> | undefined {
    return this.#edges[this.number(near)]?.get(this.number(far));
  }
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
