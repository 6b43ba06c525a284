import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layFiles } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const record = (activityDisplayName: string) => ({
  id: 'Directory_1',
  category: 'RoleManagement',
  activityDisplayName,
  activityDateTime: '2024-01-12T12:00:00Z',
  loggedByService: 'Core Directory',
  initiatedBy: { user: { userPrincipalName: 'admin@frostline.example' } },
});
const example = (name: string, fires: boolean, operation: string) => ({ name, fires, records: [record(operation)] });

const rule = (examples: readonly unknown[]): string => `title: Role granted
logsource: {product: azure, service: auditlogs}
detection: {selection: {OperationName: Add member to role}, condition: selection}
examples: ${JSON.stringify(examples)}
`;
const good = rule([example('a role', true, 'Add member to role'), example('a group', false, 'Add member to group')]);
const bad = rule([example('a role', true, 'Add member to role'), example('a group', true, 'Add member to group')]);

test('tells what passed and failed, and who has no examples', async () => {
  const cwd = await layFiles(await temporaryFolder(), { 'r/bad.yml': bad, 'r/good.yml': good, 'r/none.yml': rule([]) });
  const run = await runCli(['sigma', 'test', 'r'], { cwd });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  const column = (bad.split('\n')[3]?.indexOf('{"name":"a group"') ?? -1) + 1;
  expect(run.stdout.trimEnd().split('\n')).toEqual([
    'passed  bad   a role',
    `FAILED  bad   a group      r/bad.yml:4:${column}  record 1 of 1 is not found`,
    'passed  good  a role',
    'passed  good  a group',
    'none    none  no examples  r/none.yml:1:1',
    '3 passed, 1 failed, 1 rule without examples',
  ]);
});

test('--json', async () => {
  const cwd = await layFiles(await temporaryFolder(), { 'good.yml': good, 'none.yml': rule([]) });
  const run = await runCli(['sigma', 'test', '.', '--json'], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const place = { file: 'good.yml', line: 1, column: 1 };
  expect(JSON.parse(run.stdout)).toEqual({
    passed: 2,
    failed: 0,
    rulesWithoutExamples: 1,
    examples: [
      { detection: 'good', title: 'Role granted', place, example: 'a role', fires: true, passed: true },
      { detection: 'good', title: 'Role granted', place, example: 'a group', fires: false, passed: true },
    ],
    withoutExamples: [{ detection: 'none', title: 'Role granted', place: { ...place, file: 'none.yml' } }],
    faults: [],
  });
});

test('a correlation may name shipped rules; a rule that cannot be used fails', async () => {
  const correlation = `title: Two roles
correlation: {type: event_count, rules: [a879bde7-5db4-49cf-a5cf-15a6e2ca0792], timespan: 1h, condition: {gte: 1}}
examples: ${JSON.stringify([example('an app role', true, 'Add app role assignment to service principal')])}
`;
  const cwd = await layFiles(await temporaryFolder(), { 'two.yml': correlation, 'broken.yml': 'title: x' });
  expect(await runCli(['sigma', 'test', 'two.yml'], { cwd })).toMatchObject({
    code: 0,
    stdout: 'passed  two  an app role\n1 passed, 0 failed, 0 rules without examples\n',
  });
  const run = await runCli(['sigma', 'test', '.'], { cwd });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('rule not used: broken.yml:1:1: the rule has no log source');
  expect(run.stdout).toContain('1 passed, 0 failed');
});

test('the rules of the guide are without fault, and their examples pass', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../docs/guide/sigma.md'), 'utf8');
  const documents = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, document = ''], index) => [
    `${index}.yml`,
    document,
  ]);
  expect(documents).toHaveLength(3);
  const cwd = await layFiles(await temporaryFolder(), Object.fromEntries(documents) as Record<string, string>);
  const lint = await runCli(['sigma', 'lint', '.', '--fail-on', 'advice'], { cwd });
  expect(lint).toMatchObject({ code: 0, stdout: '0 errors, 0 warnings, 0 pieces of advice\n' });
  const run = await runCli(['sigma', 'test', '.'], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/\n4 passed, 0 failed, 0 rules without examples\n$/);
});
