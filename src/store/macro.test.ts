import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sql, sql } from './sql.ts';
import { Store } from './store.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'macro-'));
  store = await Store.open(join(folder, 'case.duckdb'));
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function value(expression: Sql): Promise<unknown> {
  return (await store.row(sql`select ${expression} as value`))['value'];
}

describe('bare_address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:50123', '203.0.113.7'],
    ['[203.0.113.7]:443', '203.0.113.7'],
    ['2001:DB8::7', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7:443', '203.0.113.7'],
    ['', null],
    [null, null],
  ])('%j is %j', async (text, expected) => {
    expect(await value(sql`bare_address(${text}::varchar)`)).toBe(expected);
  });
});

describe('bare_operation and bare_name', () => {
  test('take off what exports add', async () => {
    expect(await value(sql`bare_operation('Update application – Certificates and secrets management ')`)).toBe(
      'Update application - Certificates and secrets management',
    );
    expect(await value(sql`bare_operation('Add member to role.')`)).toBe('Add member to role');
    expect(await value(sql`bare_operation('New-InboxRule')`)).toBe('New-InboxRule');
    expect(await value(sql`bare_name('  Nora.Lind@Frostline.example ')`)).toBe('nora.lind@frostline.example');
    expect(await value(sql`bare_name('   ')`)).toBeNull();
    expect(await value(sql`bare_name('')`)).toBeNull();
    expect(await value(sql`bare_name(null)`)).toBeNull();
    expect(await value(sql`bare_name('Åsa ')`)).toBe('åsa');
  });
});

describe('instant', () => {
  test.each([
    ['2024-01-10T06:41:07', '2024-01-10T06:41:07.000Z'],
    ['2024-01-10T06:41:07Z', '2024-01-10T06:41:07.000Z'],
    ['2024-01-10 06:41:07', '2024-01-10T06:41:07.000Z'],
    ['2024-01-10T06:41:07.5Z', '2024-01-10T06:41:07.500Z'],
    ['2024-01-10T06:41:07.9830000Z', '2024-01-10T06:41:07.983Z'],
    ['2024-01-10T06:41:07.9830000Z ', '2024-01-10T06:41:07.983Z'],
    ['2024-01-10T07:41:07.5000000+01:00', '2024-01-10T06:41:07.500Z'],
    ['2024-01-10T07:41:07+0100', '2024-01-10T06:41:07.000Z'],
    ['/Date(1704868867000)/', '2024-01-10T06:41:07.000Z'],
    ['\\/Date(1704868867123)\\/', '2024-01-10T06:41:07.123Z'],
    ['1/10/2024 6:41:07 AM', '2024-01-10T06:41:07.000Z'],
    ['1/10/2024 12:00:00 AM', '2024-01-10T00:00:00.000Z'],
    ['1/10/2024, 6:41:07.983 PM', '2024-01-10T18:41:07.983Z'],
    ['1/10/2024 7:41:07 AM +01:00', '2024-01-10T06:41:07.000Z'],
    ['10.01.2024 06:41:07', '2024-01-10T06:41:07.000Z'],
    ['10-01-2024 06:41:07', '2024-01-10T06:41:07.000Z'],
    ['13/45/2024 06:41:07', null],
    ['2024-02-30T06:41:07Z', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is %j', async (text, expected) => {
    expect(await value(sql`iso(instant(${text}::varchar))`)).toBe(expected);
  });
});

describe('unfolded, unfolded_list and plain_value', () => {
  test.each([
    ['[{"a":1}]', '[{"a":1}]', '[{"a":1}]'],
    ['{"a":1}', '{"a":1}', '[{"a":1}]'],
    ['"[{\\"a\\":1}]"', '[{"a":1}]', '[{"a":1}]'],
    ['"{\\"a\\":1}"', '{"a":1}', '[{"a":1}]'],
    ['"no JSON {"', null, null],
    ['null', null, null],
    ['7', null, null],
  ])('JSON %s unfolds to %j, as a list to %j', async (text, object, list) => {
    expect(await value(sql`unfolded(${text}::json)::varchar`)).toBe(object);
    expect(await value(sql`unfolded_list(${text}::json)::varchar`)).toBe(list);
  });

  test.each([
    ['"full_access_as_app"', 'full_access_as_app'],
    ['["full_access_as_app"]', 'full_access_as_app'],
    ['["a","b"]', '["a","b"]'],
    ['[{"a":1}]', '[{"a":1}]'],
    ['[]', ''],
    ['plain', 'plain'],
    ['"not closed', '"not closed'],
    ['[not JSON', '[not JSON'],
    ['', ''],
    [null, null],
  ])('%j is plainly %j', async (text, expected) => {
    expect(await value(sql`plain_value(${text}::varchar)`)).toBe(expected);
  });
});

describe('bare_token', () => {
  test.each([
    ['-a_b', '-a_b'],
    ['+a/b==', '-a_b'],
    [' +a/b= ', '-a_b'],
    ['', null],
  ])('%j is %j', async (text, expected) => {
    expect(await value(sql`bare_token(${text})`)).toBe(expected);
  });
});
