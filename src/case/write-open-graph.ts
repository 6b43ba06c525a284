import { dirname, basename } from 'node:path';
import { replaceTextFile } from '../report/atomic-file.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Kinds of nodes as BloodHound shows them; all begin alike, so that they stand apart from its own. */
const kinds: Readonly<Record<string, string>> = {
  user: 'SFUser',
  group: 'SFGroup',
  servicePrincipal: 'SFServicePrincipal',
  application: 'SFApplication',
  role: 'SFRole',
  mailbox: 'SFMailbox',
  mailboxes: 'SFEveryMailbox',
  'global-admin': 'SFGlobalAdministrator',
  external: 'SFExternal',
};

/**
 * Writes the graph that `buildGraph` made as OpenGraph JSON, which BloodHound imports. Edges are named as their files, in one word.
 *
 * Format: https://bloodhound.specterops.io/opengraph/schema
 *
 * @throws Fault `disk-full` or `path-unreadable` if the file cannot be written.
 */
export async function writeOpenGraph(store: Store, path: string): Promise<void> {
  await replaceTextFile(dirname(path), basename(path), async (write) => {
    await write('{"metadata":{"source_kind":"Snowfence"},"graph":{"nodes":[');
    let first = true;
    const line = async (value: unknown): Promise<void> => {
      await write(`${first ? '\n' : ',\n'}${JSON.stringify(value)}`);
      first = false;
    };
    const nodes = store.stream<{ id: string; tenant: string; type: string; name: string }>(sql`
      select n.id, n.tenantId as tenant, n.type, n.name from privilege_node n
      where n.id in (select "from" from privilege_edge union select "to" from privilege_edge) order by n.id`);
    for await (const rows of nodes) {
      for (const { id, tenant, type, name } of rows) {
        await line({
          id,
          kinds: [kinds[type] ?? 'SFSet', 'SFNode'],
          properties: { name, displayname: name, tenantid: tenant },
        });
      }
    }
    await write('\n],"edges":[');
    first = true;
    const edges = store.stream<{ edge: string; from: string; to: string; cost: number; because: string }>(
      sql`select edge, "from", "to", cost, because from privilege_edge order by edge, "from", "to"`,
    );
    for await (const rows of edges) {
      for (const { edge, from, to, cost, because } of rows) {
        await line({
          kind: `SF${edge
            .split('-')
            .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
            .join('')}`,
          start: { match_by: 'id', value: from },
          end: { match_by: 'id', value: to },
          properties: { cost, because },
        });
      }
    }
    await write('\n]}}\n');
  });
}
