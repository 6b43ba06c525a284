import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareSchema } from './schema.ts';
import { identifier, sql } from './sql.ts';
import { Store } from './store.ts';
import { caseTables, eventColumns, schemaVersion } from './tables.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  path = join(folder, 'case.duckdb');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a store', () => {
  test('gives plain values: numbers, dates, lists and objects', async () => {
    const store = await Store.open(path);
    const row =
      await store.row(sql`select 9007199254740991::bigint as big, 1::hugeint as huge, timestamp '2024-01-10 06:41:07' as time,
      [{'a': 1, 'b': null}] as list, null as nothing, true as flag`);
    expect(row).toEqual({
      big: 9007199254740991,
      huge: 1,
      time: new Date('2024-01-10T06:41:07Z'),
      list: [{ a: 1, b: null }],
      nothing: null,
      flag: true,
    });
    store.close();
  });

  test('streams what it does not want to hold', async () => {
    const store = await Store.open(path);
    let sum = 0;
    let parts = 0;
    for await (const rows of store.stream<{ n: number }>(sql`select range as n from range(10000)`)) {
      parts += 1;
      for (const { n } of rows) sum += n;
    }
    expect(sum).toBe(49_995_000);
    expect(parts).toBeGreaterThan(1);
    store.close();
  });

  test('does a transaction as a whole or not at all, and keeps what was committed', async () => {
    const store = await Store.open(path);
    await store.run(sql`create table kept (n integer)`);
    const failing = store.transaction(async () => {
      await store.run(sql`insert into kept values (1)`);
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    await store.transaction(() => store.run(sql`insert into kept values (${2})`));
    store.close();
    const again = await Store.open(path);
    expect(await again.rows(sql`select n from kept`)).toEqual([{ n: 2 }]);
    again.close();
  });

  test('tells faults from mistakes of ours', async () => {
    await writeFile(
      path,
      'this is no database, but it is long enough to look like a file that could be one'.repeat(100),
    );
    await expect(Store.open(path)).rejects.toMatchObject({ name: 'Fault', code: 'case-invalid' });
    const store = await Store.open(join(folder, 'other.duckdb'));
    await expect(store.run(sql`select from nowhere`)).rejects.not.toMatchObject({ name: 'Fault' });
    await expect(store.run(sql`select no_such_column from range(1)`)).rejects.toThrow(
      /no_such_column[\s\S]*in: select/,
    );
    store.close();
  });

  test('can be interrupted', async () => {
    const store = await Store.open(path);
    const long = store.rows(sql`select count(*) from range(100000000) a, range(100000) b`);
    setTimeout(() => store.interrupt(), 50);
    await expect(long).rejects.toMatchObject({ code: 'interrupted' });
    expect(await store.row(sql`select 1 as one`)).toEqual({ one: 1 });
    store.close();
  });

  test('fetches nothing from a network and loads no extension', async () => {
    const store = await Store.open(path);
    await expect(store.rows(sql`select * from read_csv('https://192.0.2.1/x.csv')`)).rejects.toThrow(
      /httpfs|extension/i,
    );
    store.close();
  });
});

describe('the tables of a case', () => {
  test('are made once, with the columns that the code speaks of', async () => {
    const store = await Store.open(path);
    await prepareSchema(store);
    await prepareSchema(store);
    for (const [table, columns] of Object.entries({ ...caseTables, ...eventColumns })) {
      const found = await store.rows<{ column_name: string }>(sql`describe ${identifier(table)}`);
      const raw = table in eventColumns ? ['raw'] : [];
      expect(found.map(({ column_name }) => column_name)).toEqual([...Object.keys(columns), ...raw]);
    }
    store.close();
  });

  test.each([
    ['a newer', schemaVersion + 1, 'case-newer'],
    ['an older', schemaVersion - 1, 'case-older'],
  ])('of %s version are refused', async (_, version, code) => {
    const store = await Store.open(path);
    await prepareSchema(store);
    await store.run(sql`update meta set value = ${String(version)} where key = 'schema'`);
    await expect(prepareSchema(store)).rejects.toMatchObject({ code });
    store.close();
  });
});
