import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { batchRows, payload } from '../ingest/batch-rows.ts';
import { openEvidence } from '../ingest/evidence.ts';
import { RecordReader } from '../ingest/record-reader.ts';
import { Fault } from '../shape/fault.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type ColumnLook, mapColumns, type MetadataRole, metadataRoles } from './metadata-role.ts';

/** How one file of metadata was understood. */
export interface MetadataMapping {
  readonly file: string;
  readonly records: number;
  readonly rejected: number;
  readonly columns: readonly ColumnLook[];
  readonly mapping: ReadonlyMap<MetadataRole, readonly string[]>;
}

export interface MetadataOptions {
  /** Columns by role, instead of those found by their content. */
  readonly map?: ReadonlyMap<MetadataRole, readonly string[]>;
  /** Asked before the file is taken; false leaves the case as it was. */
  readonly confirm?: ((mapping: MetadataMapping) => Promise<boolean>) | undefined;
}

/**
 * Reads metadata of stolen mail, CSV or JSON with whatever columns, into `exposed_mail`. A file whose bytes are there already takes
 * the place of what was read from it before, so that another mapping can be tried.
 *
 * @returns undefined if it was not confirmed.
 * @throws Fault `metadata-unclear` if no column says which mail is meant, or a named column is not there.
 */
export async function readMetadata(
  store: Store,
  folder: string,
  path: string,
  options: MetadataOptions = {},
): Promise<MetadataMapping | undefined> {
  const temporary = join(folder, 'temporary-metadata');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  try {
    for await (const content of openEvidence(path, temporary)) {
      if (content.isArchive) {
        for await (const chunk of content.chunks) void chunk;
        continue;
      }
      let rejected = 0;
      await store.run(sql`create or replace temp table metadata_record (record bigint, payload json)`);
      const reader = new RecordReader(content.chunks, temporary, async (rejections) => {
        rejected += rejections.length;
      });
      for await (const batch of reader.batches()) {
        await store.run(sql`insert into metadata_record
          select record, case when json_valid(payload) then payload end from (select record, ${payload(batch)} as payload from ${batchRows(batch)})`);
        batch.spool.remove();
      }
      if (await isEmpty(store)) await readLines(store, path);
      await store.run(sql`create or replace temp table metadata_value as
        select record, column_name as name, list(value order by place) as "values" from (
          select r.record, t.id as place, t.atom ->> '$' as value,
            replace(replace(regexp_replace(regexp_replace(t.fullkey, '\\[[0-9]+\\]', '', 'g'), '^\\$\\.?', ''), '"', ''), chr(10), ' ') as column_name
          from metadata_record r, json_tree(r.payload) t where t.type not in ('ARRAY', 'OBJECT', 'NULL')
        ) where trim(value) <> '' group by all`);
      const columns = await looksOf(store);
      const mapping = chosenColumns(columns, options.map, path);
      const { records } = await store.row<{ records: number }>(sql`select count(*) as records from metadata_record`);
      const understood = { file: content.path, records, rejected, columns, mapping };
      if ((await options.confirm?.(understood)) === false) return undefined;
      const { sha256, bytes } = content.custody();
      await keep(store, understood, sha256, bytes);
      return understood;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  throw new Fault('nothing-to-read', 'the file holds no metadata', {
    place: { file: path },
    hint: 'Give the CSV or JSON file itself.',
  });
}

async function isEmpty(store: Store): Promise<boolean> {
  const { records } = await store.row<{ records: number }>(sql`select count(*) as records from metadata_record`);
  return records === 0;
}

/** One value a line, as a bare list of message ids has it. */
async function readLines(store: Store, path: string): Promise<void> {
  await store.run(sql`insert into metadata_record
    select row_number() over (), to_json({ line: trim(line) }) from (
      select unnest(string_split_regex(content, '\\r?\\n')) as line from read_text(${path})
    ) where trim(line) <> ''`);
}

async function looksOf(store: Store): Promise<ColumnLook[]> {
  return store.rows<ColumnLook>(sql`
    with one as (select name, unnest("values") as value from metadata_value)
    select name, count(*) as "values",
      avg((regexp_full_match(trim(value), '<[^<>@\\s]+@[^<>@\\s]+>') or (regexp_full_match(trim(value), '[^<>@\\s;,]{18,}@[^<>@\\s;,]+')
        and regexp_matches(value, '[0-9]{4}|[A-Z][0-9]|[.$%=-].*[0-9]')))::integer) as "messageIds",
      avg((regexp_matches(value, '[\\w.+-]+@[\\w-]+\\.[\\w.-]*[a-zA-Z]') and not starts_with(trim(value), '<'))::integer) as addresses,
      avg((instant(trim(value)) is not null)::integer) as times,
      count(distinct value) / count(*) as distinct,
      avg(contains(trim(value), ' ')::integer) as words
    from one group by name order by name`);
}

function chosenColumns(
  columns: readonly ColumnLook[],
  own: MetadataOptions['map'],
  file: string,
): Map<MetadataRole, readonly string[]> {
  const mapped = new Map<MetadataRole, readonly string[]>(mapColumns(columns));
  for (const [role, wanted] of own ?? []) {
    const found = wanted.map(
      (name) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name,
    );
    const missing = wanted.find((_, index) => found[index] === undefined);
    if (missing !== undefined) throw unclear(`there is no column ${missing}`, columns, file);
    for (const [other, taken] of mapped)
      mapped.set(
        other,
        taken.filter((name) => !found.includes(name)),
      );
    mapped.set(
      role,
      found.filter((name) => name !== undefined),
    );
  }
  const has = (role: MetadataRole): boolean => (mapped.get(role) ?? []).length > 0;
  if (!has('message-id') && !(has('sent') && (has('sender') || has('subject')))) {
    throw unclear(
      'no column says which mail is meant: neither a message id nor a time with sender or subject',
      columns,
      file,
    );
  }
  return new Map(metadataRoles.flatMap((role) => (has(role) ? [[role, mapped.get(role) ?? []]] : [])));
}

function unclear(message: string, columns: readonly ColumnLook[], file: string): Fault {
  return new Fault('metadata-unclear', message, {
    place: { file },
    hint: `Say it with --map, such as --map message-id=COLUMN. The columns are: ${columns.map(({ name }) => name).join(', ')}`,
  });
}

async function keep(
  store: Store,
  { file, records, rejected, mapping }: MetadataMapping,
  sha256: string,
  bytes: number,
): Promise<void> {
  const texts = (role: MetadataRole) => {
    const names = JSON.stringify(mapping.get(role) ?? []);
    return sql`(select flatten(list(v."values")) from metadata_value v where v.record = r.record and v.name in (select unnest(from_json(${names}, '["VARCHAR"]'))))`;
  };
  const address = (text: ReturnType<typeof sql>) =>
    sql`nullif(lower(regexp_extract(${text}, '[^\\s<>()\\[\\],;:"]+@[^\\s<>()\\[\\],;:"]+')), '')`;
  await store.transaction(async () => {
    const [known] = await store.rows<{ id: number }>(
      sql`select file_id as id from evidence_file where sha256 = ${sha256}`,
    );
    const { next } = await store.row<{ next: number }>(
      sql`select coalesce(max(file_id), 0) + 1 as next from evidence_file`,
    );
    const id = known?.id ?? next;
    if (known === undefined) {
      await store.run(sql`insert into evidence_file
        values (${id}::integer, ${file}, ${sha256}, ${bytes}::bigint, 'mail-metadata', ${records}::bigint, 0, ${rejected}::bigint, null, null)`);
    }
    await store.run(sql`delete from exposed_mail where file_id = ${id}::integer`);
    await store.run(sql`insert into exposed_mail
      select ${id}::integer, record, nullif(trim(ids[1], ' <>'), ''), ${address(sql`senders[1]`)},
        list_distinct(list_filter(list_transform(flatten(list_transform(coalesce(recipients, []), lambda t: string_split_regex(t, '[;,\\n]'))), lambda a: ${address(sql`a`)}), lambda a: a is not null)),
        subjects[1], instant(trim(times[1])), ${address(sql`mailboxes[1]`)}, null, null, null
      from (
        select r.record, ${texts('message-id')} as ids, ${texts('sender')} as senders, ${texts('recipients')} as recipients,
          ${texts('subject')} as subjects, ${texts('sent')} as times, ${texts('mailbox')} as mailboxes
        from metadata_record r
      )`);
  });
}
