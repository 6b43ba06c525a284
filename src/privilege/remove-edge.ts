import { Fault } from '../shape/fault.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { findNodes } from './find-node.ts';
import { allEdges } from './registry.ts';

/**
 * Takes edges out of the graph, to see what is left: all of a kind by the id of the edge, those between two objects as
 * `FROM>TO`, or everything that begins or ends at one object.
 *
 * @returns number of edges that were taken out.
 * @throws Fault `object-unknown` or `object-ambiguous` if what is named is neither.
 */
export async function removeEdges(store: Store, what: string): Promise<number> {
  if ((await allEdges()).some(({ edge }) => edge === what)) {
    return store.run(sql`delete from privilege_edge where edge = ${what}`);
  }
  const [from, to, ...rest] = what.split('>').map((part) => part.trim());
  if (from === undefined || rest.length > 0) {
    throw new Fault('object-unknown', `this names no edge: ${what}`, {
      hint: 'Give the id of an edge such as owns-application, FROM>TO, or one object.',
    });
  }
  let removed = 0;
  for (const a of await findNodes(store, from, 'from')) {
    if (to === undefined) {
      removed += await store.run(sql`delete from privilege_edge where "from" = ${a.id} or "to" = ${a.id}`);
      continue;
    }
    for (const b of await findNodes(store, to, 'to')) {
      removed += await store.run(sql`delete from privilege_edge where "from" = ${a.id} and "to" = ${b.id}`);
    }
  }
  return removed;
}
