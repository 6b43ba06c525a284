import { exportedTables } from '../directory/exported-tables.ts';
import type { Store } from '../store/store.ts';
import type { DirectoryTableName } from '../store/directory-tables.ts';

/** What the graph is made of, as a reader knows the exports. */
const ingredients: Readonly<Partial<Record<DirectoryTableName, string>>> = {
  user: 'users',
  group_member: 'members of groups',
  owner: 'owners of applications and groups',
  service_principal: 'service principals',
  application: 'application registrations',
  app_role_assignment: 'application permissions',
  delegated_grant: 'delegated permissions',
  role_assignment: 'directory roles',
  mailbox_permission: 'permissions on mailboxes',
  exchange_assignment: 'management roles of Exchange',
};

/**
 * Exports without which paths may be missing, for each tenant that lacks some: that nobody reaches a mailbox says nothing
 * about what was not exported.
 */
export async function missingIngredients(store: Store): Promise<Map<string, string[]>> {
  const names = Object.keys(ingredients) as DirectoryTableName[];
  const missing = new Map<string, string[]>();
  for (const { tenant, tables } of await exportedTables(store)) {
    const lacking = names.filter((name) => !tables.has(name)).map((name) => ingredients[name] ?? name);
    if (lacking.length > 0) missing.set(tenant, lacking);
  }
  return missing;
}
