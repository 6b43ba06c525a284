import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EventTable } from '../shape/detection.ts';
import type { TimeWindow } from '../shape/instant.ts';
import { prepareSchema } from '../store/schema.ts';
import { identifier, join, sql, trusted } from '../store/sql.ts';
import { Store } from '../store/store.ts';
import { eventColumns } from '../store/tables.ts';
import { compileRules, matchStatement, parseRules } from './index.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(joinPath(tmpdir(), 'snowfence-sigma-'));
  store = await Store.open(joinPath(folder, 'case.duckdb'));
  await prepareSchema(store);
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  for (const table of ['sign_in', 'activity', 'graph_activity']) await store.run(sql`delete from ${identifier(table)}`);
});

type Values = Readonly<Record<string, unknown>>;

async function insert(table: EventTable, values: Values): Promise<void> {
  const filled: Values = { file_id: 1, record: 1, log: table === 'sign_in' ? 'sign-in' : 'unified-audit', ...values };
  const columns = Object.entries(filled).map(([column, value]) => {
    const type = trusted(eventColumns[table][column] ?? 'VARCHAR');
    const text = value === null || typeof value === 'string' ? value : JSON.stringify(value);
    const typed =
      typeof value === 'object' ? sql`cast(cast(${text} as json) as ${type})` : sql`cast(${text} as ${type})`;
    return sql`${typed} as ${identifier(column)}`;
  });
  await store.run(sql`insert into ${identifier(table)} by name select ${join(columns)}`);
}

const sources = {
  sign_in: { product: 'azure', service: 'signinlogs' },
  activity: { product: 'm365', service: 'audit' },
  graph_activity: { product: 'azure', service: 'microsoftgraphactivitylogs' },
};

/** JSON is YAML, so that a rule can be written as an object. */
function ruleText(table: EventTable, detection: unknown): string {
  return JSON.stringify({ title: 'Rule', logsource: sources[table], detection });
}

async function found(
  table: EventTable,
  detection: unknown,
  placeholders: Record<string, string[]> = {},
): Promise<boolean> {
  const { rules, faults } = parseRules(ruleText(table, detection), 'rule.yml', { placeholders });
  expect(faults.map((fault) => `${fault.located} ${fault.hint}`)).toEqual([]);
  const { compiled } = compileRules(rules);
  expect(compiled).toHaveLength(1);
  const rows = await store.rows(
    matchStatement(
      table,
      compiled.flatMap(({ conditions }) => conditions),
    ),
  );
  expect(rows.length).toBeLessThan(2);
  return rows.length === 1;
}

function selects(selection: unknown): unknown {
  return { selection, condition: 'selection' };
}

type Case = readonly [selection: unknown, row: Values, isFound: boolean, placeholders?: Record<string, string[]>];

function check(table: EventTable, cases: readonly Case[]): void {
  for (const [selection, row, isFound, placeholders] of cases) {
    test(`${JSON.stringify(selection)} ${isFound ? 'finds' : 'leaves'} ${JSON.stringify(row)}`, async () => {
      await insert(table, row);
      expect(await found(table, selects(selection), placeholders)).toBe(isFound);
      // Whatever it is, "not" finds exactly the rest.
      expect(await found(table, { selection, condition: 'not selection' }, placeholders)).toBe(!isFound);
    });
  }
}

const agent = (userAgent: string | null): Values => ({ userAgent });

describe('plain values', () => {
  check('sign_in', [
    [{ UserAgent: 'Axios/1.0' }, agent('axios/1.0'), true],
    [{ useragent: 'axios' }, agent('axios/1.0'), false],
    [{ UserAgent: 'ÄÖ*' }, agent('äöü'), true],
    [{ UserAgent: ['a', 'B'] }, agent('b'), true],
    [{ UserAgent: 'ax*/1.?' }, agent('AXIOS/1.0'), true],
    [{ UserAgent: 'ax*/1.?' }, agent('AXIOS/1.10'), false],
    [{ UserAgent: '*' }, agent(''), true],
    [{ UserAgent: '*' }, agent(null), false],
    [{ UserAgent: '50%_*' }, agent('50%_x'), true],
    [{ UserAgent: '50%_*' }, agent('500x'), false],
    [{ UserAgent: 'a?c\nd*' }, agent('a\nc\nd\n'), true],
    [{ UserAgent: "x'); drop table sign_in; --" }, agent("x'); drop table sign_in; --"), true],
    [{ UserAgent: 'a\0b' }, agent('A\0B'), true],
    [{ UserAgent: 'a\0b' }, agent('a'), false],
  ]);
});

describe('escaping', () => {
  // Left the value as the rule has it, right what it must find.
  const table: readonly [string, string, boolean][] = [
    [String.raw`a\b`, String.raw`a\b`, true],
    [String.raw`a\\b`, String.raw`a\b`, true],
    [String.raw`a\\\b`, String.raw`a\\b`, true],
    [String.raw`a\\\\b`, String.raw`a\\b`, true],
    [String.raw`a\*b`, 'a*b', true],
    [String.raw`a\*b`, 'axb', false],
    [String.raw`a\?b`, 'a?b', true],
    [String.raw`a\?b`, 'axb', false],
    [String.raw`a\\*b`, String.raw`a\xxb`, true],
    [String.raw`a\\*b`, 'axxb', false],
    [String.raw`a\\\*b`, String.raw`a\*b`, true],
    [String.raw`a\\\*b`, String.raw`a\xb`, false],
    ['a\\', 'a\\', true],
  ];
  check(
    'sign_in',
    table.map(([value, text, isFound]) => [{ UserAgent: value }, agent(text), isFound]),
  );
});

describe('missing, empty and null', () => {
  check('sign_in', [
    [{ UserAgent: '' }, agent(''), true],
    [{ UserAgent: '' }, agent(null), false],
    [{ UserAgent: null }, agent(null), true],
    [{ UserAgent: null }, agent(''), false],
    [{ 'UserAgent|exists': true }, agent(''), true],
    [{ 'UserAgent|exists': true }, agent(null), false],
    [{ 'UserAgent|exists': false }, agent(null), true],
    [{ 'UserAgent|neq': null }, agent('a'), true],
    [{ Unknown: null }, { raw: '{"Unknown":null}' }, true],
    [{ Unknown: null }, { raw: '{}' }, true],
    [{ Unknown: '' }, { raw: '{"Unknown":""}' }, true],
    [{ Unknown: '' }, { raw: '{}' }, false],
    [{ 'Unknown|exists': true }, { raw: '{"Unknown":null}' }, true],
    [{ 'Unknown|exists': true }, { raw: '{}' }, false],
    [{ 'Unknown|exists': false }, { raw: '{}' }, true],
  ]);
});

describe('numbers and truth values', () => {
  check('sign_in', [
    [{ ResultType: 50053 }, { errorCode: 50053 }, true],
    [{ ResultType: '50053' }, { errorCode: 50053 }, true],
    [{ ResultType: 50053 }, { errorCode: 50126 }, false],
    [{ ResultType: [50053, '50126', 'x'] }, { errorCode: 50126 }, true],
    [{ ResultType: '050053' }, { errorCode: 50053 }, false],
    [{ ResultType: '5005*' }, { errorCode: 50053 }, true],
    [{ ResultType: 9_007_199_254_740_991 }, { errorCode: 1 }, false],
    [{ ResultType: 1.5 }, { errorCode: 1 }, false],
    [{ UserAgent: 50053 }, agent('50053'), true],
    [{ Code: 50053 }, { raw: '{"Code":"50053"}' }, true],
    [{ Code: 50053 }, { raw: '{"Code":50053}' }, true],
    [{ UserAgent: true }, agent('TRUE'), true],
    [{ UserAgent: true }, agent('1'), false],
    [{ 'ResultType|gte': 50053 }, { errorCode: 50053 }, true],
    [{ 'ResultType|gt': 50053 }, { errorCode: 50053 }, false],
    [{ 'ResultType|lt': 50053.5 }, { errorCode: 50053 }, true],
    [{ 'ResultType|lte': [1, 2] }, { errorCode: 2 }, true],
    [{ 'UserAgent|gt': 5 }, agent('12'), true],
    [{ 'UserAgent|gt': 5 }, agent('nan'), false],
    [{ 'UserAgent|gt': 5 }, agent('twelve'), false],
  ]);
  check('activity', [
    [{ ExternalAccess: true }, { externalAccess: true }, true],
    [{ ExternalAccess: 'False' }, { externalAccess: false }, true],
    [{ ExternalAccess: false }, { externalAccess: null }, false],
  ]);
});

describe('modifiers', () => {
  check('sign_in', [
    [{ 'UserAgent|contains': 'IO' }, agent('axios'), true],
    [{ 'UserAgent|contains': 'i?s' }, agent('axios'), true],
    [{ 'UserAgent|contains': '%' }, agent('axios'), false],
    [{ 'UserAgent|startswith': 'AX' }, agent('axios'), true],
    [{ 'UserAgent|startswith': 'io' }, agent('axios'), false],
    [{ 'UserAgent|endswith': 'OS' }, agent('axios'), true],
    [{ 'UserAgent|endswith': 'ax' }, agent('axios'), false],
    [{ 'UserAgent|contains|all': ['ax', 'os'] }, agent('axios'), true],
    [{ 'UserAgent|contains|all': ['ax', 'py'] }, agent('axios'), false],
    [{ 'UserAgent|contains': ['1', '2', '3', '4', '5', '6', '.7', 'O?'] }, agent('axios'), true],
    [{ 'UserAgent|contains': ['1', '2', '3', '4', '5', '6', 'x.o'] }, agent('axios'), false],
    [{ 'UserAgent|startswith': ['1', '2', '3', '4', '5', '6', 'io'] }, agent('axios'), false],
    [{ 'UserAgent|cased': 'Axios' }, agent('Axios'), true],
    [{ 'UserAgent|cased': 'Axios' }, agent('axios'), false],
    [{ 'UserAgent|contains|cased': 'Xi' }, agent('axios'), false],
    [{ 'UserAgent|cased|startswith': 'Ax' }, agent('Axios'), true],
    [{ 'UserAgent|neq': 'axios' }, agent('Axios'), false],
    [{ 'UserAgent|neq': 'axios' }, agent('curl'), true],
    [{ 'UserAgent|neq': ['axios', 'curl'] }, agent('curl'), false],
    [{ 'UserAgent|neq': 'axios' }, agent(null), true],
    [{ 'ResultType|neq': [0, 50126] }, { errorCode: 50053 }, true],
    [{ 'UserAgent|contains|neq': 'xio' }, agent('axios'), false],
    [{ 'UserAgent|re': '^ax.*s$' }, agent('axios'), true],
    [{ 'UserAgent|re': 'AX' }, agent('axios'), false],
    [{ 'UserAgent|re|i': 'AX' }, agent('axios'), true],
    [{ 'UserAgent|re': '(?i)AX' }, agent('axios'), true],
    [{ 'UserAgent|re': '^b' }, agent('a\nb'), false],
    [{ 'UserAgent|re|m': '^b' }, agent('a\nb'), true],
    [{ 'UserAgent|re': 'a.b' }, agent('a\nb'), false],
    [{ 'UserAgent|re|s|i': 'A.b' }, agent('a\nb'), true],
    [{ 'UserAgent|re': String.raw`\d{2}\\x` }, agent(String.raw`12\x`), true],
    [{ 'UserAgent|re|startswith': 'b|a' }, agent('xa'), false],
    [{ 'UserAgent|re|endswith': 'b|a' }, agent('xa'), true],
    [{ 'UserAgent|re': ['x', 'io'] }, agent('axios'), true],
    [{ 'UserAgent|base64': 'ping' }, agent('cGluZw=='), true],
    [{ 'UserAgent|base64|contains': 'ping' }, agent('x cGluZw== y'), true],
    [{ 'UserAgent|base64offset|contains': 'foo' }, agent(btoa('a foo b')), true],
    [{ 'UserAgent|base64offset|contains': 'foo' }, agent(btoa('ab foo b')), true],
    [{ 'UserAgent|base64offset|contains': 'foo' }, agent(btoa('abc foo b')), true],
    [{ 'UserAgent|base64offset|contains': 'foo' }, agent(btoa('abc bar b')), false],
    [{ 'UserAgent|base64offset|contains|all': ['foo', 'bar'] }, agent(btoa('abc bar b')), false],
    [{ 'UserAgent|utf16le|base64': 'ping' }, agent('cABpAG4AZwA='), true],
    [{ 'UserAgent|wide|base64': 'ping' }, agent('cABpAG4AZwA='), true],
    [{ 'UserAgent|utf16be|base64': 'ping' }, agent('AHAAaQBuAGc='), true],
    [{ 'UserAgent|utf16|base64': 'ping' }, agent('//5wAGkAbgBnAA=='), true],
    [
      { 'UserAgent|wide|base64offset|contains': 'ping' },
      agent(Buffer.from('a ping', 'utf16le').toString('base64')),
      true,
    ],
    [{ 'UserAgent|wide': 'a' }, agent('a\0'), true],
    ...['-', '/', '–', '—', '―'].map(
      (dash): Case => [{ 'UserAgent|windash|contains': ' -f' }, agent(`curl ${dash}F`), true],
    ),
    [{ 'UserAgent|windash|contains': ' /f a-b' }, agent('curl -f a/b'), false],
    [{ 'UserAgent|windash|contains': ' /f a-b' }, agent('curl -f a-b'), true],
    [{ 'UserAgent|expand': '%agents%' }, agent('CURL'), true, { agents: ['axios', 'curl'] }],
    [{ 'UserAgent|expand|contains': '%agents%/1' }, agent('x axios/1.0'), true, { agents: ['axios', 'curl'] }],
    [{ 'UserAgent|expand': '%agents%' }, agent('abc'), false, { agents: ['a*c'] }],
    [
      { 'UserAgent|contains|expand': '%agents%/?.%n%' },
      agent('x axios/1.0 y'),
      true,
      { agents: ['axios', 'curl'], n: ['0'] },
    ],
    [{ 'UserAgent|startswith|expand': '%agents%' }, agent('x axios'), false, { agents: ['axios'] }],
    [{ 'UserAgent|expand': String.raw`50\% %agents%` }, agent('50% a'), true, { agents: ['a'] }],
    [{ 'Time|hour': 23 }, { time: '2024-01-12T23:30:00Z' }, true],
    [{ 'Time|hour|gte': 22 }, { time: '2024-01-12T21:30:00Z' }, false],
    [
      { 'Time|minute': 30, 'Time|day': 12, 'Time|week': 2, 'Time|month': 1, 'Time|year': 2024 },
      { time: '2024-01-12T21:30:00Z' },
      true,
    ],
    [{ 'Start|hour': 4 }, { raw: '{"Start":"2023-09-20T04:05:03"}' }, true],
    [{ 'Start|hour': 4 }, { raw: '{"Start":"soon"}' }, false],
    [{ Time: '2024-01-12*' }, { time: '2024-01-12T21:30:00Z' }, true],
    [{ 'UserAgent|fieldref': 'ClientAppUsed' }, { userAgent: 'A', clientAppUsed: 'a' }, true],
    [{ 'UserAgent|fieldref': 'ClientAppUsed' }, { userAgent: null, clientAppUsed: null }, false],
    [{ 'UserAgent|fieldref|cased': 'ClientAppUsed' }, { userAgent: 'A', clientAppUsed: 'a' }, false],
    [{ 'UserAgent|fieldref|startswith': 'ClientAppUsed' }, { userAgent: 'Abc', clientAppUsed: 'ab' }, true],
    [{ 'UserAgent|fieldref|endswith': 'ClientAppUsed' }, { userAgent: 'Abc', clientAppUsed: 'ab' }, false],
    [{ 'UserAgent|fieldref|contains': 'ClientAppUsed' }, { userAgent: 'xAbc', clientAppUsed: 'ab' }, true],
    [{ 'UserAgent|fieldref|contains': 'ClientAppUsed' }, { userAgent: 'xAbc', clientAppUsed: '' }, false],
    [{ 'HomeTenantId|fieldref|neq': 'ResourceTenantId' }, { homeTenantId: 'a', resourceTenantId: 'b' }, true],
    [{ 'HomeTenantId|fieldref': 'a.b' }, { homeTenantId: 'a', raw: '{"a":{"b":"A"}}' }, true],
  ]);
});

describe('cidr', () => {
  const cases: readonly [string, string, boolean][] = [
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '100.0.0.1', false],
    ['10.0.0.0/8', '10.evil.example', false],
    ['172.16.0.0/12', '172.31.255.255', true],
    ['172.16.0.0/12', '172.32.0.0', false],
    ['192.0.2.64/26', '192.0.2.127', true],
    ['192.0.2.64/26', '192.0.2.128', false],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1/32', '192.0.2.10', false],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['128.0.0.0/1', '127.0.0.1', false],
    ['2001:db8::/32', '2001:DB8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8::/33', '2001:db8:7fff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['2001:db8::1/128', '2001:0db8:0:0:0:0:0:1', true],
    ['::/0', '::1', true],
    ['::/0', '10.0.0.1', false],
    ['::/0', '1:2:3', false],
    ['::/0', 'a::b::c', false],
    ['fe80::/10', 'febf::1', true],
    ['fe80::/10', 'not an address', false],
  ];
  check(
    'sign_in',
    cases.map(([network, ip, isFound]) => [{ 'IPAddress|cidr': network }, { ip }, isFound]),
  );
});

const property = (name: string, value: string, old: string | null = null): Values => ({ name, old, new: value });
const target = (...properties: Values[]): Values => ({ id: 'i', name: 'App', type: 'ServicePrincipal', properties });
const grant = {
  'Target.Type': 'serviceprincipal',
  'ModifiedProperties.AppRole.Value.NewValue': 'full_access_as_app',
};

describe('elements of lists', () => {
  check('activity', [
    [grant, { targets: [target(property('AppRole.Value', 'Full_Access_As_App'))] }, true],
    [grant, { targets: [target(property('Other', 'full_access_as_app'), property('AppRole.Value', 'x'))] }, false],
    [
      grant,
      { targets: [target(property('AppRole.Value', 'x')), target(property('Other', 'full_access_as_app'))] },
      false,
    ],
    [grant, { targets: [target(property('X', 'y'))] }, false],
    [
      grant,
      { targets: [{ ...target(property('AppRole.Value', 'full_access_as_app')), type: 'User' }, target()] },
      false,
    ],
    [grant, { targets: null }, false],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.A.OldValue': 'o' },
      { targets: [target(property('A', 'n', 'x'), property('A', 'y', 'o'))] },
      false,
    ],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.B.OldValue': 'o' },
      { targets: [target(property('A', 'n', 'x'), property('b', 'y', 'o'))] },
      true,
    ],
    [
      { 'ModifiedProperties.A.NewValue': 'n', 'ModifiedProperties.B.OldValue': 'o' },
      { targets: [target(property('A', 'n')), target(property('B', 'y', 'o'))] },
      false,
    ],
    [
      { 'ModifiedProperties.A.OldValue': null, 'ModifiedProperties.A.NewValue': 'n' },
      { targets: [target(property('A', 'n'))] },
      true,
    ],
    [{ 'ModifiedProperties.A.NewValue': null }, { targets: [] }, true],
    [{ 'ModifiedProperties.A.NewValue': null }, { targets: [target(property('A', 'n'))] }, false],
    [{ 'ModifiedProperties.A.NewValue|neq': 'n' }, { targets: [target(property('A', 'n'))] }, false],
    [{ 'ModifiedProperties.A.NewValue|neq': 'n' }, { targets: [target(property('A', 'm'))] }, true],
    [{ 'ModifiedProperties.A.NewValue|exists': true }, { targets: [target(property('a', 'm'))] }, true],
    [{ 'ModifiedProperties.A.NewValue|exists': true }, { targets: [target(property('b', 'm'))] }, false],
    [{ 'Target.Name|contains': ['x', 'PP'], 'Target.Id|neq': 'j' }, { targets: [target()] }, true],
    [{ 'Target.Name': null }, { targets: null }, true],
    [
      { 'ModifiedProperties.A.NewValue': Array.from({ length: 1000 }, (_, n) => `v${n}`) },
      { targets: [target(property('A', 'V999'))] },
      true,
    ],
    [
      { 'OperationProperties.MailAccessType': 'sync' },
      { parameters: [{ list: 'OperationProperties', name: 'MailAccessType', value: 'Sync' }] },
      true,
    ],
    [
      { 'OperationProperties.MailAccessType': 'sync' },
      {
        parameters: [
          { list: 'Parameters', name: 'MailAccessType', value: 'Sync' },
          { list: 'OperationProperties', name: 'x', value: 'Sync' },
        ],
      },
      false,
    ],
    [
      { 'Parameters.A': 'x', 'Parameters.B': 'y', 'Parameters.C': null, 'Parameters.D|neq': 'z' },
      {
        parameters: [
          { list: 'Parameters', name: 'A', value: 'x' },
          { list: 'Parameters', name: 'B', value: 'y' },
        ],
      },
      true,
    ],
    [{ 'Parameters.A': 'x' }, { parameters: null }, false],
  ]);
});

describe('the record itself', () => {
  check('sign_in', [
    [{ RiskEventTypes_v2: 'anonymizedIPAddress' }, { raw: '{"riskEventTypes_v2":["x","anonymizedIPAddress"]}' }, true],
    [{ riskEventTypes_V2: 'x' }, { raw: '{"properties":{"riskEventTypes_v2":["x"]}}' }, true],
    [{ 'riskEventTypes_v2|contains': 'x' }, { raw: '{"RiskEventTypes_V2":"[\\"x\\"]"}' }, true],
    [{ RiskEventTypes_v2: 'x' }, { raw: '{"riskEventTypes_v2":[],"riskEventTypes":["x"]}' }, false],
    [{ RiskEventTypes_v2: null }, { raw: '{"riskEventTypes":["x"]}' }, true],
  ]);
  check('activity', [
    [{ 'a.b': 'X' }, { raw: '{"a":{"b":"x"}}' }, true],
    [{ 'a.b': 'x' }, { raw: '{"A":{"b":"x"}}' }, false],
    [[{ KEY: 'x' }, { key: 'y' }, { '^key': 'z' }], { raw: '{"key":"y","KEY":"n"}' }, true],
    [[{ KEY: 'y' }, { key: 'n' }], { raw: '{"key":"y","KEY":"n"}' }, false],
    [{ '^K': 'y' }, { raw: '{"^K":"y"}' }, true],
    [{ 'a.b': ['x', 'y'] }, { raw: '{"a":{"b":["q","Y"]}}' }, true],
    [{ 'a.b|contains|all': ['x', 'y'] }, { raw: '{"a":{"b":["xx","yy"]}}' }, true],
    [{ 'a.b|all': ['x', 'y'] }, { raw: '{"a":{"b":["x","z"]}}' }, false],
    [{ 'a.b|neq': 'x' }, { raw: '{"a":{"b":["x","z"]}}' }, false],
    [{ 'a.0.b': 'x' }, { raw: '{"a":[{"b":"x"}]}' }, true],
    [{ 'a b/c~"\'': 'x' }, { raw: JSON.stringify({ 'a b/c~"\'': 'x' }) }, true],
    [{ "x'); drop table activity": 'x' }, { raw: '{}' }, false],
    [{ a: 'x' }, { raw: 'no JSON' }, false],
    [{ a: 'x' }, { raw: null }, false],
    [['GAMMA', 'nothing'], { raw: '{"a":"beta gamma"}' }, true],
    ['beta*ma', { raw: '{"a":"beta gamma"}' }, true],
    [['delta'], { raw: '{"a":"beta gamma"}' }, false],
    [{ '|all': ['beta', 'gamma'] }, { raw: '{"a":"beta gamma"}' }, true],
    [{ '|all': ['beta', 'delta'] }, { raw: '{"a":"beta gamma"}' }, false],
    [[String.raw`C:\Windows`], { raw: String.raw`{"a":"c:\\windows"}` }, true],
    [['a.c'], { raw: '{"a":"abc"}' }, false],
    [[50053], { raw: '{"a":"50053"}' }, true],
    [{ '|re': 'be.a' }, { raw: '{"a":"beta"}' }, true],
    [[{ Operation: 'x' }, { 'Operation|startswith': 'add' }], { operation: 'Add user' }, true],
    [[{ Operation: 'x' }, 'beta'], { raw: '{"a":"beta"}' }, true],
  ]);
});

describe('conditions', () => {
  const selections = { a: { UserAgent: 'a' }, b1: { ClientAppUsed: 'b' }, b2: { City: 'c' }, _c: { Country: 'd' } };
  const cases: readonly [unknown, Values, boolean][] = [
    ['a or b1 and not b2', { userAgent: 'a', city: 'c' }, true],
    ['(a or b1) and not b2', { userAgent: 'a', city: 'c' }, false],
    ['not a and b1', { clientAppUsed: 'b' }, true],
    ['not (a and b1)', { clientAppUsed: 'b' }, true],
    ['not not a', { userAgent: 'a' }, true],
    ['1 of b*', { city: 'c' }, true],
    ['all of b*', { city: 'c' }, false],
    ['ALL OF b* AND NOT a', { city: 'c', clientAppUsed: 'b' }, true],
    ['any of *1', { clientAppUsed: 'b' }, true],
    ['1 of them', { country: 'd' }, false],
    ['all of them', { userAgent: 'a', clientAppUsed: 'b', city: 'c' }, true],
    ['1 of _*', { country: 'd' }, true],
    [['a', 'b1'], { clientAppUsed: 'b' }, true],
    ['not 1 of b*', {}, true],
  ];
  for (const [condition, row, isFound] of cases) {
    test(`${JSON.stringify(condition)} ${isFound ? 'finds' : 'leaves'} ${JSON.stringify(row)}`, async () => {
      await insert('sign_in', row);
      expect(await found('sign_in', { ...selections, condition })).toBe(isFound);
    });
  }
});

describe('one pass', () => {
  test('each rule finds its own records, within the window', async () => {
    const detections = [
      { s: { UserAgent: 'axios' }, condition: 's' },
      { s: { 'UserAgent|contains': 'xio' }, k: ['needle'], condition: '1 of them' },
      { s: { 'a.b': 'c' }, condition: 's' },
      { s: { ResultType: 50126 }, condition: 'not s' },
    ];
    const text = detections.map((detection) => ruleText('sign_in', detection)).join('\n---\n');
    const { compiled } = compileRules(parseRules(text, "x'); drop table sign_in; --.yml").rules);
    const conditions = compiled.flatMap((rule) => rule.conditions);
    await insert('sign_in', { record: 1, time: '2024-01-01', userAgent: 'Axios', principal: 'p', errorCode: 0 });
    await insert('sign_in', { record: 2, time: '2024-01-02', raw: '{"a":{"b":"C"},"n":"needle"}', errorCode: 50126 });
    await insert('sign_in', { record: 3, time: '2024-01-03', userAgent: 'axios' });
    const find = async (window: TimeWindow): Promise<string[]> => {
      const rows = await store.rows<{ detection: string; record: number; principal: string | null }>(
        matchStatement('sign_in', conditions, window),
      );
      return rows.map(({ detection, record, principal }) => `${detection.slice(-2)} ${record} ${principal}`).toSorted();
    };
    expect(await find({})).toEqual([
      '-- 1 p',
      '-- 3 null',
      '-2 1 p',
      '-2 2 null',
      '-2 3 null',
      '-3 2 null',
      '-4 1 p',
      '-4 3 null',
    ]);
    const window = { since: '2024-01-01T00:00:00.000Z', until: '2024-01-03T00:00:00.000Z' };
    expect(await find(window)).toEqual(['-- 1 p', '-2 1 p', '-2 2 null', '-3 2 null', '-4 1 p']);
    expect(await find({ since: '2024-01-04T00:00:00.000Z' })).toEqual([]);
  });
});
