import { Fault } from '../shape/fault.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { ends } from './path.ts';

/** A node of the graph. */
export type Node = { id: string; tenantId: string; type: string; name: string };

const shownAtMost = 10;

/**
 * The nodes that somebody means: `mailboxes` or `global-admin` of every tenant, or one object by its id, name, user principal
 * name or application id. Where a user and a mailbox have the same name, `role` decides: paths begin at the user and end at the
 * mailbox.
 *
 * @throws Fault `object-unknown`, `object-ambiguous`.
 */
export async function findNodes(store: Store, text: string, role: 'from' | 'to'): Promise<Node[]> {
  const asked = text.trim().toLowerCase();
  if (ends.some((end) => end === asked)) {
    return store.rows<Node>(sql`select id, tenantId, type, name from privilege_node where type = ${asked} order by id`);
  }
  const found = await store.rows<Node>(sql`
    select distinct n.id, n.tenantId, n.type, n.name from privilege_node n
    left join now_service_principal p on p.id = n.id
    where lower(n.id) = ${asked} or lower(n.name) = ${asked} or p.appId = ${asked} order by n.type, n.id`);
  const preferred = found.filter(({ type }) => (type === 'mailbox') === (role === 'to'));
  const nodes = preferred.length > 0 ? preferred : found;
  if (nodes.length === 1) return nodes;
  if (nodes.length === 0) {
    throw new Fault('object-unknown', `nothing in the directory has the id or name ${text}`, {
      hint: 'Give an id, a user principal name, the name or application id of an application, or mailboxes or global-admin.',
    });
  }
  const which = nodes.slice(0, shownAtMost).map(({ id, type, name }) => `${type} ${name}: ${id}`);
  throw new Fault('object-ambiguous', `${nodes.length} objects are called ${text}`, {
    hint: `Give the id of one of them:\n${which.join('\n')}${nodes.length > shownAtMost ? '\n…' : ''}`,
  });
}
