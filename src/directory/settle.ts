import type { Columns } from '../store/columns.ts';
import { type DirectoryTableName, directoryTables } from '../store/directory-tables.ts';
import { identifier, join, sql, trusted, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type DirectoryFile, tenantsOfFiles } from './tenant-of-file.ts';

/** What {@link settleDirectory} found to build on. */
export interface Settled {
  /** Files that the present state is made of, and older snapshots that were set aside. */
  readonly files: readonly (DirectoryFile & { readonly isOlder: boolean })[];
  /** The newest of the times of export per tenant: what "unused for 90 days" counts back from. */
  readonly tenants: readonly { readonly tenant: string; readonly name: string; readonly taken: Date }[];
}

/** Exports of one tool within this time are one snapshot. */
const snapshotHours = 12;

/**
 * Makes of everything that was read one picture a tenant: tables `now_<name>`, each thing once, with `tenantId`, the columns
 * of {@link directoryTables} and the record that says it. Of one tool's exports the newest snapshot says what exists, so that
 * what has been deleted since is gone; a value that it does not have comes from the newest export that has it.
 *
 * @param asOf only exports made up to then count.
 */
export async function settleDirectory(store: Store, asOf?: Date): Promise<Settled> {
  const files = (await tenantsOfFiles(store)).filter(({ taken }) => asOf === undefined || taken <= asOf);
  const rows = files.map(({ fileId, tenant, source, taken }) => ({
    fileId,
    tenant,
    source,
    taken: taken.toISOString(),
  }));
  await store.run(sql`create or replace temp table settled_file as
    select f.fileId as file_id, f.tenant as tenantId, f.source, f.taken::timestamp as taken
    from (select unnest(from_json(${JSON.stringify(rows)}, '[{"fileId":"INTEGER","tenant":"VARCHAR","source":"VARCHAR","taken":"VARCHAR"}]')) as f)`);
  const names = Object.keys(directoryTables) as DirectoryTableName[];
  const filled = await filledTables(store, names);
  for (const name of names) {
    if (filled.has(name)) await settleTable(store, name);
    else await makeEmpty(store, name);
  }
  const newest = new Map<string, number>();
  const kindOf = ({ tenant, source }: DirectoryFile): string => `${tenant} ${source}`;
  for (const file of files) newest.set(kindOf(file), Math.max(newest.get(kindOf(file)) ?? 0, file.taken.getTime()));
  // A file may hold records of several tenants.
  const named = files.flatMap(({ named: names, taken }) =>
    names.map((tenant) => ({ tenant, taken: taken.toISOString() })),
  );
  await store.run(sql`create or replace temp table settled_tenant as
    select tenantId, max(taken) as taken, coalesce(any_value(n.displayName), any_value(n.defaultDomain), tenantId) as name from (
    select tenantId, taken from settled_file
    union all select t.tenant, t.taken::timestamp from (select unnest(from_json(${JSON.stringify(named)}, '[{"tenant":"VARCHAR","taken":"VARCHAR"}]')) as t)
  ) left join now_tenant n using (tenantId) group by tenantId`);
  const isOlder = (file: DirectoryFile): boolean =>
    file.taken.getTime() < (newest.get(kindOf(file)) ?? 0) - snapshotHours * 3_600_000;
  const tenants = await store.rows<{ tenant: string; name: string; taken: Date }>(
    sql`select tenantId as tenant, name, taken from settled_tenant order by tenant`,
  );
  return { files: files.map((file) => ({ ...file, isOlder: isOlder(file) })), tenants };
}

async function filledTables(store: Store, names: readonly DirectoryTableName[]): Promise<Set<DirectoryTableName>> {
  const found = names.map((name) => sql`exists (select 1 from ${identifier(`directory_${name}`)})`);
  const { filled } = await store.row<{ filled: boolean[] }>(sql`select [${join(found)}] as filled`);
  return new Set(names.filter((_, index) => filled[index] === true));
}

/** Most cases have no export for most tables; to settle nothing takes the engine as long as to settle something. */
async function makeEmpty(store: Store, name: DirectoryTableName): Promise<void> {
  const columns: Columns = {
    tenantId: 'VARCHAR',
    ...directoryTables[name].columns,
    file_id: 'INTEGER',
    record: 'BIGINT',
  };
  const definitions = Object.entries(columns).map(([column, type]) => sql`${identifier(column)} ${trusted(type)}`);
  await store.run(sql`create or replace temp table ${identifier(`now_${name}`)} (${join(definitions)})`);
}

/** Most things are there once: only what several records tell of has to be put together, which takes memory for every row. */
async function settleTable(store: Store, name: DirectoryTableName): Promise<void> {
  const { columns, key } = directoryTables[name];
  const now = identifier(`now_${name}`);
  const keys = join([sql`tenantId`, ...key.map(identifier)]);
  const others = Object.keys(columns).filter((column) => !key.includes(column));
  const rows = settledRows(name);
  await store.run(sql`create or replace temp table settled_repeated as
    select hash(${keys}) as hash from (${rows}) group by all having count(*) > 1`);
  const { repeated } = await store.row<{ repeated: number }>(sql`select count(*) as repeated from settled_repeated`);
  const isRepeated = sql`hash(${keys}) in (select hash from settled_repeated)`;
  // Some exports have a record for each method of a user, or for each scope of a consent.
  const united = (lists: Sql): Sql => sql`list_distinct(flatten(${lists}))`;
  const isUnion = (column: string): boolean =>
    ['registration.methods', 'delegated_grant.scopes'].includes(`${name}.${column}`);
  const single = others.map((column) => {
    const value = identifier(column);
    return sql`, ${isUnion(column) ? united(sql`[${value}]`) : value} as ${value}`;
  });
  await store.run(sql`create or replace temp table ${now} as
    select ${keys}${join(single, sql``)}, file_id, record from (${rows}) where isNewest${repeated === 0 ? sql`` : sql` and not ${isRepeated}`}`);
  if (repeated === 0) return;
  const merged = others.map((column) => {
    const value = identifier(column);
    const union = united(sql`list(${value}) filter (where isNewest and ${value} is not null)`);
    return sql`, ${isUnion(column) ? union : sql`arg_max(${value}, taken)`} as ${value}`;
  });
  await store.run(sql`insert into ${now} by name
    select ${keys}${join(merged, sql``)}, arg_max(file_id, taken) as file_id, arg_max(record, taken) as record
    from (${rows}) where ${isRepeated} group by ${keys} having bool_or(isNewest)`);
}

/** The rows of a table as the files say them, with the tenant, the time of the export and whether its newest snapshot has them. */
function settledRows(name: DirectoryTableName): Sql {
  const { columns } = directoryTables[name];
  return sql`
    select coalesce(r.tenantId, f.tenantId) as tenantId, ${join(Object.keys(columns).map(identifier))}, r.file_id, r.record, f.taken,
      f.taken >= n.newest - to_hours(${snapshotHours}) as isNewest
    from ${identifier(`directory_${name}`)} r join settled_file f using (file_id)
    join (
      select s.tenantId, s.source, max(s.taken) as newest from settled_file s
      where s.file_id in (select file_id from ${identifier(`directory_${name}`)}) group by all
    ) n on n.tenantId = f.tenantId and n.source = f.source`;
}
