import { describeDirectory } from '../directory/describe-directory.ts';
import type { Settled } from '../directory/settle.ts';
import { runChecks } from '../posture/run-checks.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { keepPaths } from './keep-paths.ts';

export interface AuditOptions {
  /** Only exports made up to then count. */
  readonly asOf?: Date | undefined;
  readonly onProgress?: ((step: string) => void) | undefined;
}

/** Asks all checks of posture about all tenants of the case; the answers replace those of the last time. */
export async function audit(store: Store, options: AuditOptions = {}): Promise<Settled> {
  options.onProgress?.('reading the directory');
  const settled = await describeDirectory(store, options.asOf);
  await store.transaction(async () => {
    await store.run(sql`delete from posture_tenant`);
    await store.run(sql`insert into posture_tenant select tenantId, name, taken from settled_tenant`);
    await store.run(sql`delete from posture_file`);
    const files = settled.files.map(({ fileId, tenant, taken, isOlder }) => ({
      fileId,
      tenant,
      taken: taken.toISOString(),
      isOlder,
    }));
    await store.run(sql`insert into posture_file select f.fileId, f.tenant, f.taken::timestamp, f.isOlder
      from (select unnest(from_json(${JSON.stringify(files)}, '[{"fileId":"INTEGER","tenant":"VARCHAR","taken":"VARCHAR","isOlder":"BOOLEAN"}]')) as f)`);
    await runChecks(store, { onCheck: options.onProgress });
    await keepPaths(store, options.onProgress);
  });
  return settled;
}
