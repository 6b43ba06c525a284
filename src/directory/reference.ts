import { readFileSync } from 'node:fs';
import { identifier, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

function content(name: string): string {
  return readFileSync(new URL(`../../content/permission/${name}.json`, import.meta.url), 'utf8');
}

/**
 * Makes the tables `known_app_role`, `known_scope`, `known_role`, `known_tenant` and `known_resource` of what we ship about
 * permissions, directory roles and Microsoft's own applications.
 */
export async function loadReference(store: Store): Promise<void> {
  const permission = `[{"resource":"VARCHAR","resourceName":"VARCHAR","id":"VARCHAR","value":"VARCHAR","power":["VARCHAR"],"severity":"VARCHAR"}]`;
  const tables: readonly [string, string, string][] = [
    ['known_app_role', content('application'), permission],
    ['known_scope', content('delegated'), permission],
    [
      'known_role',
      content('role'),
      `[{"id":"VARCHAR","name":"VARCHAR","tier":"INTEGER","isPrivileged":"BOOLEAN","power":["VARCHAR"]}]`,
    ],
  ];
  for (const [name, text, structure] of tables) await loadTable(store, name, text, structure);
  const known = content('application-known');
  await loadTable(store, 'known_tenant', known, `[{"id":"VARCHAR","name":"VARCHAR"}]`, '$.tenants');
  await loadTable(store, 'known_resource', known, `[{"appId":"VARCHAR","name":"VARCHAR"}]`, '$.resources');
}

async function loadTable(store: Store, name: string, text: string, structure: string, path = '$'): Promise<void> {
  await store.run(sql`create or replace temp table ${identifier(name)} as
    select unnest(json_transform(json_extract(${text}::json, ${path}), ${structure}), max_depth := 2)`);
}
