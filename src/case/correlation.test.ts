import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchCase, type ScratchCase } from '../../test/contract/scratch-case.ts';
import { ingest } from '../ingest/ingest.ts';
import { sql } from '../store/sql.ts';
import { detect } from './detect.ts';

let scratch: ScratchCase;
let rules: string;

const failure = (minute: number, user: string, code = 50126): unknown => ({
  id: `s-${minute}-${user}`,
  createdDateTime: `2024-01-10T06:${String(minute).padStart(2, '0')}:00Z`,
  userPrincipalName: user,
  appId: 'a',
  ipAddress: '203.0.113.7',
  isInteractive: true,
  status: { errorCode: code },
  riskEventTypes_v2: user === 'd@x.example' ? ['leaked', 'travel'] : [],
});

const base = (
  name: string,
  detection: string,
  source = '{product: azure, service: signinlogs}',
): string => `title: ${name}
id: ${name}
name: ${name}
logsource: ${source}
detection: ${detection}
`;
const counted = `title: many users
correlation:
  type: value_count
  rules: [wrong-password]
  group-by: [IPAddress]
  timespan: 10m
  condition: {field: UserPrincipalName, gte: 3}
level: high
`;
const afterwards = `title: then a role
correlation: {type: temporal, rules: [wrong-password, role], timespan: 1d, generate: true}
`;

beforeAll(async () => {
  scratch = await openScratchCase();
  rules = join(scratch.folder, 'own-rules.yml');
  const records = [
    failure(1, 'a@x.example'),
    failure(2, 'B@x.example'),
    failure(3, 'b@x.example'),
    failure(9, 'c@x.example'),
    failure(30, 'd@x.example'),
    failure(9, 'breakglass@x.example'),
  ];
  const file = join(scratch.folder, 'sign-ins.ndjson');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  await ingest(scratch.store, scratch.folder, [file]);
});

afterAll(() => scratch.close());

async function found(text: string) {
  await writeFile(rules, text);
  const { faults, filters } = await detect(scratch.store, { rules: [rules] });
  const findings = await scratch.store.rows(sql`select detection, key, severity, count, principals from finding
    where detection like 'own-rules%' order by detection, key`);
  const verdicts = await scratch.store.rows(sql`select title, verdict, reason from detection
    where detection like 'own-rules%' order by title`);
  return { findings, verdicts, filters, faults: faults.map(({ message }) => message) };
}

test('a correlation finds the records of its windows by group; the rule that it names is silent', async () => {
  const text = [base('wrong-password', '{s: {ResultType: 50126}, condition: s}'), counted].join('---\n');
  expect(await found(text)).toEqual({
    findings: [
      {
        detection: 'own-rules-2',
        key: '203.0.113.7',
        severity: 'high',
        count: 5,
        principals: ['a@x.example', 'b@x.example', 'breakglass@x.example', 'c@x.example'],
      },
    ],
    verdicts: [{ title: 'many users', verdict: 'examined', reason: null }],
    filters: [],
    faults: [],
  });
});

test('each value of a list counts, and has a group of its own', async () => {
  const correlation = (name: string, rest: string): string => `title: ${name}
correlation: {rules: [wrong-password], timespan: 10m, ${rest}}
`;
  const { findings, faults } = await found(
    [
      base('wrong-password', '{s: {ResultType: 50126}, condition: s}'),
      correlation('values', 'type: value_count, group-by: [User], condition: {field: RiskEventTypes, gte: 2}'),
      correlation('groups', 'type: event_count, group-by: [RiskEventTypes], condition: {gte: 1}'),
    ].join('---\n'),
  );
  expect(faults).toEqual([]);
  expect(findings.map(({ detection, key, count }) => [detection, key, count])).toEqual([
    ['own-rules-2', 'd@x.example', 1],
    ['own-rules-3', 'leaked', 1],
    ['own-rules-3', 'travel', 1],
  ]);
});

test('a filter narrows the rule, and so what the correlation counts', async () => {
  const filter = `title: break glass
logsource: {product: azure}
filter:
  rules: [wrong-password]
  s: {UserPrincipalName|startswith: [breakglass, 'c@']}
  condition: not s
`;
  const text = [base('wrong-password', '{s: {ResultType: 50126}, condition: s}'), counted, filter].join('---\n');
  expect(await found(text)).toMatchObject({ findings: [], filters: [{ title: 'break glass', rules: 1 }] });
});

test('a correlation in time was examined only if a log of every rule is there', async () => {
  const role = base(
    'role',
    '{s: {Operation: Add member to role}, condition: s}',
    '{product: azure, service: auditlogs}',
  );
  const text = [base('wrong-password', '{s: {ResultType: 50126}, condition: s}'), role, afterwards].join('---\n');
  const { findings, verdicts } = await found(text);
  expect(findings).toHaveLength(5);
  expect(verdicts).toEqual([
    { title: 'role', verdict: 'not-examined', reason: 'none of its logs is in the case: directory-audit' },
    { title: 'then a role', verdict: 'not-examined', reason: 'none of its logs is in the case: directory-audit' },
    { title: 'wrong-password', verdict: 'examined', reason: null },
  ]);
});

test('a correlation that cannot run is not examined, and says why', async () => {
  const unknownSource = base('wrong-password', '{s: {a: b}, condition: s}', '{product: windows}');
  const { findings, verdicts, faults } = await found([unknownSource, counted].join('---\n'));
  expect(findings).toEqual([]);
  expect(verdicts).toMatchObject([
    { title: 'many users', verdict: 'not-examined', reason: expect.stringContaining('"wrong-password" cannot run') },
    { title: 'wrong-password', verdict: 'not-examined', reason: expect.stringContaining('nothing is known') },
  ]);
  expect(faults).toHaveLength(2);
});
