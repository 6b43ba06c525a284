import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditData, layFiles, lines, signIn } from '../support/evidence.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

/** Ten sign-ins, a minute apart: 1 to 6 by curl, of those 1 to 4 failed; 5 to 8 of one user; number 9 without address. */
const signIns = Array.from({ length: 10 }, (_, index) => {
  const number = index + 1;
  return signIn(number, {
    createdDateTime: `2024-01-10T00:${String(number).padStart(2, '0')}:00Z`,
    userAgent: number <= 6 ? 'curl/8.1' : 'Mozilla/5.0',
    status: { errorCode: number <= 4 ? 50126 : 0 },
    ...(number >= 5 && number <= 8 ? { userPrincipalName: 'one@frostline.example' } : {}),
    ...(number === 9 ? { ipAddress: undefined } : { ipAddress: `203.0.113.${number % 4}` }),
  });
});
/** One is a sign-in of the unified audit log, the others are mail. */
const audit = [
  auditData(1, { RecordType: 15, Operation: 'UserLoggedIn', Workload: 'AzureActiveDirectory', UserAgent: 'curl' }),
  auditData(2),
  auditData(3),
];

const files = {
  'evidence/sign-ins.json': lines(signIns),
  'evidence/audit.json': lines(audit),
  'rules/tool.yml': `title: Failed by a tool
name: tool
logsource: {product: microsoft365, category: authentication}
detection:
  selection:
    UserAgent|startswith: curl
    ResultType: 50126
  other:
    - UserAgent: nobody
    - UserAgent|startswith: Mozilla
  condition: selection or other
`,
  'rules/any.yml': `title: Any sign-in
name: any
logsource: {product: azure, service: signinlogs}
detection: {selection: {CreatedDateTime|contains: '2024'}, condition: selection}
`,
  'rules/many.yml': `title: Many addresses of one user
name: many
correlation:
  type: value_count
  rules: [any]
  group-by: [UserPrincipalName]
  timespan: 10m
  condition: {field: IPAddress, gte: 3}
---
title: Failures, then many addresses
correlation: {type: temporal_ordered, rules: [tool, many], timespan: 1h}
`,
  'rules/absent.yml': `title: Graph request
logsource: {product: azure, service: microsoftgraphactivitylogs}
detection: {selection: {RequestMethod: GET}, condition: selection}
`,
  'filter/known.yml': `title: Known browsers
logsource: {product: microsoft365, category: authentication}
filter: {rules: [tool], selection: {UserAgent|startswith: Mozilla}, condition: not selection}
`,
};

let root = '';
beforeAll(async () => {
  root = await layFiles(await mkdtemp(join(tmpdir(), 'snowfence-test-')), files);
  const run = await runCli(['ingest', 'evidence', '--case', 'case'], { cwd: root });
  expect(run.code).toBe(0);
});
afterAll(() => rm(root, { recursive: true, force: true }));

function explain(...words: string[]): Promise<CliResult> {
  return runCli(['sigma', 'explain', ...words, '--case', 'case'], { cwd: root });
}

interface Explained {
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly faults: readonly string[];
}

async function explained(...words: string[]): Promise<Explained> {
  const run = await explain(...words, '--json');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Explained;
}

describe('sigma explain of a rule', () => {
  test('counts logs, selections, their parts, the condition and each filter', async () => {
    const { rules } = await explained('rules/tool.yml', '--rules', 'filter');
    expect(rules).toHaveLength(1);
    const [rule = {}] = rules;
    expect(rule['logs']).toEqual(
      expect.arrayContaining([
        { log: 'sign-in', inCase: 10, inLogSource: 10 },
        { log: 'unified-audit', inCase: 3, inLogSource: 1 },
        { log: 'adfs-sign-in', inCase: 0, inLogSource: 0 },
      ]),
    );
    const parts = (rule['parts'] as { kind: string; name: string; records: number; byLog: object }[]).map(
      ({ kind, name, records, byLog }) => [kind, name, records, byLog],
    );
    expect(parts).toEqual([
      ['selection', 'selection', 4, { 'sign-in': 4 }],
      ['part', 'UserAgent', 7, { 'sign-in': 6, 'unified-audit': 1 }],
      ['part', 'ResultType', 4, { 'sign-in': 4 }],
      ['selection', 'other', 4, { 'sign-in': 4 }],
      ['part', 'alternative 1', 0, {}],
      ['part', 'alternative 2', 4, { 'sign-in': 4 }],
      ['condition', 'condition', 8, { 'sign-in': 8 }],
      ['filter', 'Known browsers', 4, { 'sign-in': 4 }],
    ]);
  });

  test('in columns, for a person', async () => {
    const run = await explain('rules/tool.yml');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^tool: Failed by a tool\nrules\/tool\.yml:1:1\n\nRecords of its log sources\n/);
    expect(run.stdout).toMatch(/\n {2}unified-audit +1 {2}of 3 in the case\n/);
    expect(run.stdout).toMatch(/\n {2}adfs-sign-in +0 {2}not in the case\n/);
    expect(run.stdout).toMatch(
      /\n {2}selection +4 {2}line 6\n {4}UserAgent +7 {2}line 6 +sign-in 6, unified-audit 1\n/,
    );
  });

  test('says first if none of its logs is in the case', async () => {
    const run = await explain('rules/absent.yml');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^absent: .*\n.*\n\nNone of its logs is in the case: it cannot find anything\.\n/);
    expect((await explain('app-role-granted')).stdout).toMatch(
      /^app-role-granted: .*\n.*\n\nRecords of its log sources\n/,
    );
  });
});

describe('sigma explain of a correlation', () => {
  test('counts its events, what they lack, groups and windows', async () => {
    const { rules } = await explained('rules/many.yml', '--rules', 'rules');
    expect(rules).toMatchObject([
      {
        detection: 'many',
        members: [{ detection: 'any', found: 10, withoutTime: 0, withoutGroup: 0, withoutValue: 1 }],
        // Users 1, 2, 3, 4 and 10, and one@; the sign-in of user 9 has no address.
        groups: 6,
        measured: { least: 1, most: 4 },
        // Those of one@: the third and fourth address complete it.
        completed: 2,
        completedGroups: 1,
        records: 4,
      },
      {
        detection: 'many-2',
        members: [
          { detection: 'tool', found: 8, withoutTime: 0, withoutGroup: 0, withoutValue: 0 },
          { detection: 'many', found: 2, withoutTime: 0, withoutGroup: 0, withoutValue: 0 },
        ],
        groups: 1,
        completed: 2,
        completedGroups: 1,
      },
    ]);
    expect(rules[1]).not.toHaveProperty('measured');
  });

  test('counts events without a value to group by', async () => {
    const grouped = files['rules/many.yml'].split('---')[0]?.replace('UserPrincipalName', 'IPAddress') ?? '';
    await layFiles(root, { 'grouped/by-address.yml': grouped.replace('name: many', 'name: by_address') });
    const { rules } = await explained('grouped', '--rules', 'rules');
    expect(rules).toMatchObject([{ members: [{ found: 10, withoutGroup: 1, withoutValue: 0 }], groups: 4 }]);
  });

  test('in columns, for a person', async () => {
    const run = await explain('rules/many.yml', '--rules', 'rules');
    expect(run.stdout).toMatch(
      /\n {2}rule +found +without time +without group-by +without field\n {2}any +10 +0 +0 +1\n/,
    );
    expect(run.stdout).toMatch(
      /\n {2}6 groups of group-by\n {2}measured in its windows: 1 to 4\n {2}2 events in 1 group complete it\n/,
    );
  });
});

test('faults, and cases and rules that are not there', async () => {
  await layFiles(root, { 'broken.yml': 'title: x\n' });
  expect(await explain('broken.yml')).toMatchObject({ code: 3, stdout: '' });
  expect(await explain('no-such-rule')).toMatchObject({ code: 3, stdout: '' });
  expect(await runCli(['sigma', 'explain', 'app-role-granted', '--case', 'gone'], { cwd: root })).toMatchObject({
    code: 3,
    stdout: '',
  });
  expect(await runCli(['sigma', 'explain', 'app-role-granted'], { cwd: root })).toMatchObject({ code: 2, stdout: '' });
});
