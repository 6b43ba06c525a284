import type { DirectoryExtraction } from '../source/directory-extraction.ts';
import { type DirectoryTableName, directoryTables } from '../store/directory-tables.ts';
import { identifier, join, literal, sql, type Sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * Keeps the records that a source of a directory claims and what they say in the tables of the directory.
 *
 * @param rows `file_id`, `record` and `raw` of records.
 * @returns number of records that it claimed.
 */
export async function loadDirectory(
  store: Store,
  fileId: number,
  extraction: DirectoryExtraction,
  rows: Sql,
): Promise<number> {
  const { source, structure, claim, kind, tenant, taken, fills } = extraction;
  const claimed = sql`(select file_id, record, tenantId, kind, raw, s from (
    select *, ${claim} as claimed, ${tenant} as tenantId, ${kind} as kind
    from (select file_id, record, raw, case when json_valid(raw) then json_transform(raw, ${structure}) end as s from ${rows})
  ) where claimed)`;
  // Several fills share the transformed records; for one, keeping them would take longer than to read and transform them again.
  const isShared = fills.length > 1;
  const staged = isShared ? sql`staged_directory` : claimed;
  if (isShared) {
    await store.run(sql`create or replace temp table staged_directory as from ${claimed}`);
    const { isEmpty } = await store.row<{ isEmpty: boolean }>(
      sql`select count(*) = 0 as "isEmpty" from staged_directory`,
    );
    if (isEmpty) return 0;
  }
  const present = await keysIn(store, fills, staged);
  for (const fill of fills.filter(({ key }) => key === undefined || present.has(key))) {
    const names = join(fill.columns.map(identifier));
    const key = join(directoryTables[fill.table].key.filter((name) => fill.columns.includes(name)).map(identifier));
    await store.run(sql`insert into ${identifier(`directory_${fill.table}`)} (file_id, record, tenantId, ${names}, unread)
      select file_id, record, tenantId, ${names}, unread from (${fill.rows(staged)}) where coalesce(${key}) is not null`);
  }
  if (source.taken !== undefined) await keepTaken(store, fileId, taken, staged);
  // Last: `rows` may be what is not yet among these.
  const count = await store.run(
    sql`insert into directory_record select file_id, record, ${source.id}, kind, raw from ${staged}`,
  );
  await store.run(sql`drop table if exists staged_directory`);
  return count;
}

/** Those of the keys of the fills that occur in the staged records: most records have few of the lists that they could have. */
async function keysIn(store: Store, fills: DirectoryExtraction['fills'], staged: Sql): Promise<Set<string>> {
  const keys = [...new Set(fills.map(({ key }) => key).filter((key) => key !== undefined))];
  if (keys.length === 0) return new Set();
  const found = keys.map((key) => sql`bool_or(contains(raw, ${literal(JSON.stringify(key))}))`);
  const { present } = await store.row<{ present: (boolean | null)[] }>(
    sql`select [${join(found)}] as present from ${staged}`,
  );
  return new Set(keys.filter((_, index) => present[index] === true));
}

/** Notes the newest time that the records of the file say they were exported. */
async function keepTaken(store: Store, fileId: number, taken: Sql, staged: Sql): Promise<void> {
  await store.run(sql`insert into directory_file
    select ${fileId}::integer, null, max(taken), 'content' from (select ${taken} as taken from ${staged}) having max(taken) is not null`);
}

/** Columns of one table of which values of a file could not be read. */
export interface UnreadValues {
  readonly column: string;
  readonly values: number;
}

/** Counts what of the file's values was there and could not be read, from what was noted beside each row. */
export async function keepUnread(
  store: Store,
  fileId: number,
  tables: readonly DirectoryTableName[],
): Promise<UnreadValues[]> {
  if (tables.length === 0) return [];
  const noted = tables.map(
    (name) =>
      sql`select record, unread from ${identifier(`directory_${name}`)} where file_id = ${fileId} and unread is not null`,
  );
  await store.run(sql`insert into unread_value
    select ${fileId}::integer, "column", count(*), min(record)
    from (select record, unnest(string_split(unread, ',')) as "column" from (${join(noted, sql` union all `)})) group by "column"`);
  return await store.rows<{ column: string; values: number }>(
    sql`select "column", "values" from unread_value where file_id = ${fileId} order by "column"`,
  );
}

/**
 * Notes where a file with directory records was found and when it was exported, unless its records say when. To be called for
 * each place of the same bytes.
 */
export async function keepExportTime(store: Store, fileId: number, path: string, modified: Date): Promise<void> {
  const named = timeInPath(path);
  await store.run(sql`insert into directory_file
    select ${fileId}::integer, ${path}, coalesce(c.taken, ${(named ?? modified).toISOString()}::timestamp),
      case when c.taken is not null then 'content' else ${named === undefined ? 'file' : 'name'} end
    from (select max(taken) as taken from directory_file where file_id = ${fileId} and takenFrom = 'content') c
    where exists (select 1 from directory_record where file_id = ${fileId})
      and not exists (select 1 from directory_file where file_id = ${fileId} and path = ${path})`);
  await store.run(sql`delete from directory_file where file_id = ${fileId} and path is null`);
}

const stamp =
  /(?<!\d)(20\d\d)([-_]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?:[T_ -]?([01]\d|2[0-3])[-_:.]?([0-5]\d)(?:[-_:.]?([0-5]\d))?)?(?!\d)/g;

/** The last time that a path names, such as a collector's folder `20240112083000`; taken as UTC. */
function timeInPath(path: string): Date | undefined {
  const found = [...path.matchAll(stamp)].at(-1);
  if (found === undefined) return undefined;
  const [, year, , month, day, hour = '00', minute = '00', second = '00'] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
