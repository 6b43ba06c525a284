import { directoryTables } from '../store/directory-tables.ts';
import { identifier, join, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** A file with directory records: which tenant they are of, and when it was exported. */
export interface DirectoryFile {
  readonly fileId: number;
  readonly path: string;
  readonly source: string;
  /** Null if its records name none, or several of their own. */
  readonly namedTenant: string | null;
  readonly tenant: string;
  /** All tenants that its records name. */
  readonly named: readonly string[];
  readonly taken: Date;
}

/** What stands for a tenant of which no file says the id. */
export const unknownTenant = 'unknown tenant';

/**
 * Finds the tenant of each file with directory records. Most exports do not name it: such a file belongs to the tenant that
 * the files nearest to it in the folders name. Two tenants are never thrown together: where the nearest files name several,
 * the folder itself stands for the tenant.
 */
export async function tenantsOfFiles(store: Store): Promise<DirectoryFile[]> {
  const named = Object.keys(directoryTables).map(
    (name) => sql`select distinct file_id, tenantId from ${identifier(`directory_${name}`)} where tenantId is not null`,
  );
  const files = await store.rows<{
    fileId: number;
    path: string;
    source: string;
    taken: Date;
    tenants: string[] | null;
  }>(sql`
    select f.file_id as "fileId", f.path, e.source, f.taken, n.tenants
    from directory_file f join evidence_file e using (file_id) left join (
      select file_id, list(distinct tenantId order by tenantId) as tenants from (
        ${join(named, sql` union all `)} union all select file_id, id from directory_tenant
      ) group by file_id
      ) n using (file_id) order by f.file_id, f.path`);
  const namesBelow = new Map<string, Set<string>>();
  for (const { path, tenants } of files) {
    for (const folder of foldersOf(path)) {
      const names = namesBelow.get(folder) ?? new Set();
      for (const tenant of tenants ?? []) names.add(tenant);
      namesBelow.set(folder, names);
    }
  }
  return files.map(({ fileId, path, source, taken, tenants }) => {
    const [first, ...others] = tenants ?? [];
    const namedTenant = first !== undefined && others.length === 0 ? first : null;
    return {
      fileId,
      path,
      source,
      taken,
      namedTenant,
      named: tenants ?? [],
      tenant: namedTenant ?? nearest(path, namesBelow),
    };
  });
}

function nearest(path: string, namesBelow: ReadonlyMap<string, ReadonlySet<string>>): string {
  const folders = foldersOf(path);
  for (const folder of folders) {
    const [first, ...others] = namesBelow.get(folder) ?? [];
    if (first === undefined) continue;
    return others.length === 0 ? first : `${unknownTenant} of ${folders[0] === '' ? path : folders[0]}`;
  }
  return unknownTenant;
}

/** The folders around a file, the nearest first, the root as `''`; archives count as folders. */
function foldersOf(path: string): string[] {
  const parts = path.split(/[/\\!]/);
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
