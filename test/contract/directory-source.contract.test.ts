import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDirectoryExtraction } from '../../src/source/directory-extraction.ts';
import { isClaimedBy } from '../../src/source/recognise.ts';
import { allSources } from '../../src/source/registry.ts';
import type { Columns } from '../../src/store/columns.ts';
import { type DirectoryTableName, directoryTables } from '../../src/store/directory-tables.ts';
import { identifier, join, sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const every = await allSources();
const sources = every.filter((source) => source.table === 'directory');
const files = (await readdir(new URL('../../src/source/directory/', import.meta.url))).filter((name) =>
  name.endsWith('.source.ts'),
);
const each = sources.map((source) => [source.id, source] as const);
const examples = sources.flatMap((source) =>
  source.examples.map((example, index) => ({ title: `${source.id}: ${example.name}`, source, example, index })),
);
const taken = examples.filter(({ example }) => example.becomes !== undefined);

describe('sources of directories', () => {
  test('are the files of the folder, each with its name as id', () => {
    expect(sources.map(({ id }) => id).toSorted()).toEqual(
      files.map((name) => name.replace('.source.ts', '')).toSorted(),
    );
    expect(sources.length).toBeGreaterThan(2);
  });

  test.each(each)('%s cites a public page, asks for fields that it declares and has an example', (_, source) => {
    expect(new URL(source.reference).protocol).toBe('https:');
    expect(source.title).not.toBe('');
    const asked = [...source.requires.flat(), ...(source.excludes ?? [])];
    expect(Object.keys(source.fields)).toEqual(expect.arrayContaining(asked));
    expect(source.requires.length).toBeGreaterThan(0);
    expect(source.examples.some(({ becomes }) => becomes !== undefined)).toBe(true);
  });

  test.each(each)('%s fills columns that its tables have, and a part of the key', (_, source) => {
    for (const { table, columns } of planDirectoryExtraction(source, []).fills) {
      expect(Object.keys(directoryTables[table].columns)).toEqual(expect.arrayContaining([...columns]));
      expect(columns.filter((name) => directoryTables[table].key.includes(name))).not.toEqual([]);
    }
  });

  test.each(examples)('$title is claimed by no second source', ({ source, example }) => {
    const claiming = every.filter((candidate) => isClaimedBy(example.record, candidate)).map(({ id }) => id);
    if (example.becomes === undefined) expect(claiming).not.toContain(source.id);
    else expect(claiming).toEqual([source.id]);
  });

  test('fill every table', () => {
    const filled = sources.flatMap((source) => source.fills.map(({ table }) => table));
    expect([...new Set(filled)].toSorted()).toEqual(Object.keys(directoryTables).toSorted());
  });
});

describe('examples, read by the importer', () => {
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
  });
  afterAll(() => scratch.close());

  test.each(taken)('$title becomes what it says', async ({ source, example, index }) => {
    const record = JSON.stringify(example.record);
    for (const [name, text] of [
      [`${source.id}-${index}.ndjson`, `${record}\n`],
      [`${source.id}-${index}.json`, JSON.stringify({ '@odata.context': 'x', value: [example.record] }, null, 2)],
    ] as const) {
      const [loaded] = await scratch.load(await scratch.write(name, text));
      expect(loaded).toMatchObject({ records: 1, rejected: 0, source: source.id });
      for (const [table, rows] of Object.entries(example.becomes ?? {})) {
        expect(await rowsOf(scratch, table as DirectoryTableName, rows, loaded?.fileId ?? 0)).toEqual(rows);
      }
    }
  });
});

/** The rows of one file, with the columns that are asked for: times as instants, lists joined by commas, the rest as text. */
async function rowsOf(
  scratch: ScratchCase,
  table: DirectoryTableName,
  asked: readonly Readonly<Record<string, string | null>>[],
  fileId: number,
): Promise<Record<string, unknown>[]> {
  const columns: Columns = directoryTables[table].columns;
  const names = [...new Set(asked.flatMap((row) => Object.keys(row)))];
  const typeOf = (name: string): string => columns[name] ?? '';
  const values = (names.length === 0 ? Object.keys(columns) : names).map((name) => {
    const value = identifier(name);
    const text =
      typeOf(name) === 'TIMESTAMP'
        ? sql`iso(${value})`
        : typeOf(name).endsWith('[]')
          ? sql`array_to_string(${value}, ',')`
          : sql`${value}::varchar`;
    return sql`${text} as ${value}`;
  });
  const rows = await scratch.store.rows(
    sql`select ${join(values)} from ${identifier(`directory_${table}`)} where file_id = ${fileId} order by rowid`,
  );
  // A row that names fewer columns says nothing about the others.
  return rows.map((row, place) =>
    Object.fromEntries(Object.keys(asked[place] ?? row).map((name) => [name, row[name]])),
  );
}
