import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layFiles } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';

const tenant = '10000000-0000-4000-8000-000000000001';
const exchange = {
  id: 'e1',
  appId: '00000002-0000-0ff1-ce00-000000000000',
  displayName: 'Office 365 Exchange Online',
  servicePrincipalType: 'Application',
};

const organization = {
  id: tenant,
  displayName: 'Frostline',
  tenantType: 'AAD',
  verifiedDomains: [{ name: 'frostline.example', isDefault: true }],
};
const user = (id: string) => ({
  id,
  userPrincipalName: `${id}@frostline.example`,
  displayName: id,
  accountEnabled: true,
  createdDateTime: '2020-01-01T00:00:00Z',
});
const page = (...value: unknown[]): string =>
  JSON.stringify({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata', value });

/** An application that may open every mailbox, and who owns it. */
const application = (owner: string) => ({
  id: 'a1',
  appId: '20000000-0000-4000-8000-000000000001',
  displayName: 'Legacy mail test',
  servicePrincipalType: 'Application',
  appOwnerOrganizationId: tenant,
  owners: [{ '@odata.type': '#microsoft.graph.user', id: owner }],
  appRoleAssignments: [
    {
      appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
      principalId: 'a1',
      principalType: 'ServicePrincipal',
      resourceId: 'e1',
    },
  ],
});

interface Entry {
  check: string;
  lesson: string;
  verdict: string;
  severity: string;
  because: string;
  fix: string;
  objects: { type: string; id: string; name: string; tenant: string; evidence: { file: string; record: number } }[];
}

interface FoundPath {
  from: string;
  to: string;
  cost: number;
  steps: { edge: string; from: string; to: string; because: string }[];
}

let root = '';
const at = (name: string): string => join(root, name);
const limits = ['--memory', '400MB', '--threads', '1'];
const run = (...words: string[]) => runCli([...words, ...limits]);
const auditOf = async (folder: string): Promise<Entry[]> =>
  JSON.parse(await readFile(join(at(folder), 'audit.json'), 'utf8')) as Entry[];
const pathsOf = async (...words: string[]): Promise<FoundPath[]> =>
  JSON.parse((await run('paths', '--case', at('case'), '--json', ...words)).stdout) as FoundPath[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  await layFiles(at('exports'), {
    '20260901080000/organization.json': page(organization),
    '20261001080000/organization.json': page(organization),
    '20261101080000/organization.json': page(organization),
    '20260901080000/users.json': page(user('u1'), user('u2')),
    '20260901080000/servicePrincipals.json': page(exchange),
    '20261001080000/users.json': page(user('u1'), user('u2')),
    '20261001080000/servicePrincipals.json': page(exchange, application('u1')),
    '20261101080000/users.json': page(user('u1'), user('u2'), user('u3')),
    '20261101080000/servicePrincipals.json': page(exchange, application('u2')),
  });
  await layFiles(at('logs'), { 'note.txt': 'a note' });
  expect((await run('ingest', at('exports'), '--case', at('case'))).code).toBe(0);
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe('audit', () => {
  test('tells what is not met, writes audit.json and ends with 0, with --fail-on with 1', async () => {
    const told = await run('audit', '--case', at('case'));
    expect(told.code).toBe(0);
    expect(told.stdout).toContain(
      'Tenant     Frostline (10000000-0000-4000-8000-000000000001), as exported 2026-11-01 08:00 UTC',
    );
    expect(told.stdout).toMatch(/6 files of older snapshots set aside/);
    expect(told.stdout).toMatch(/critical full-access-as-app: 1 object against/);
    const entries = await auditOf('case');
    const entry = entries.find(({ check }) => check === 'full-access-as-app');
    expect(entry).toMatchObject({
      lesson: 'privileged-applications',
      verdict: 'not-met',
      severity: 'critical',
      objects: [{ type: 'servicePrincipal', id: 'a1', name: 'Legacy mail test', tenant }],
    });
    expect(entry?.objects[0]?.evidence).toEqual({
      file: join(at('exports'), '20261101080000/servicePrincipals.json'),
      record: 2,
    });
    expect(entry?.fix).toMatch(/Remove-MgServicePrincipalAppRoleAssignment/);
    expect(entries.length).toBeGreaterThanOrEqual(45);
    // Users without their sign-in times say nothing about unused accounts.
    expect(entries.find(({ check }) => check === 'accounts-unused')).toMatchObject({
      verdict: 'not-examined',
      objects: [],
    });
    expect((await run('audit', '--case', at('case'), '--fail-on', 'critical')).code).toBe(1);
  }, 120_000);

  test('as it was, and what has changed since', async () => {
    const before = await run('audit', '--case', at('case'), '--as-of', '2026-09-15');
    expect(before.stdout).not.toMatch(/full-access-as-app: 1 object/);
    const earlier = join(at('earlier'), 'audit.json');
    await layFiles(at('earlier'), { 'audit.json': await readFile(join(at('case'), 'audit.json'), 'utf8') });
    for (const since of ['2026-09-15', earlier]) {
      const told = await run('audit', '--case', at('case'), '--diff', since);
      expect(told.stdout).toMatch(/full-access-as-app: \S.*, NOT MET now \(.*\)\n {4}\+ 1: Legacy mail test/);
      const json = JSON.parse((await run('audit', '--case', at('case'), '--diff', since, '--json')).stdout) as {
        changes: { check: string; appeared: number }[];
      };
      expect(json.changes).toContainEqual(
        expect.objectContaining({ check: 'full-access-as-app', appeared: 1, gone: 0 }),
      );
    }
    const same = await run('audit', '--case', at('case'), '--diff', join(at('case'), 'audit.json'));
    expect(same.stdout).toContain('Changes    none since the earlier audit');
    const missing = await run('audit', '--case', at('case'), '--diff', at('nowhere.json'));
    expect(missing.code).toBe(3);
    expect(missing.stderr).toMatch(/^path-missing: /m);
  }, 300_000);

  test('of a case without a directory is no success', async () => {
    await run('ingest', at('logs'), '--case', at('empty'));
    const told = await run('audit', '--case', at('empty'));
    expect(told.code).toBe(3);
    expect(told.stderr).toMatch(/^nothing-examined: /m);
    expect((await run('paths', '--case', at('empty'))).code).toBe(3);
  }, 120_000);

  test('is done by investigate where there is a directory, which then is examined', async () => {
    const told = await run('investigate', at('exports'), '--case', at('case'));
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/NO LOG WAS EXAMINED/);
    expect(told.stdout).toMatch(
      /Posture +\d+ checks of the directory are not met, \d+ could not be examined, \d+ are met\. Met says only that nothing against it is in what was exported\.\n/,
    );
  }, 120_000);
});

describe('paths', () => {
  test('to mailboxes, as an array of paths with their steps', async () => {
    const found = await pathsOf('--to', 'mailboxes');
    expect(found.map(({ from, to, cost }) => [from, to, cost])).toEqual([
      ['a1', 'mailboxes', 0],
      ['u2', 'mailboxes', 1],
    ]);
    expect(found[1]?.steps).toMatchObject([
      { edge: 'owns-service-principal', from: 'u2', to: 'a1' },
      { edge: 'application-full-access-mail', from: 'a1', to: 'mailboxes' },
    ]);
    for (const step of found.flatMap(({ steps }) => steps)) expect(step.because).toMatch(/\S/);
  }, 120_000);

  test('from one, without an edge, and to a single mailbox', async () => {
    const reached = await pathsOf('--from', 'u2@frostline.example');
    expect(reached.map(({ to }) => to)).toEqual(expect.arrayContaining(['a1', 'mailboxes']));
    expect((await pathsOf('--to', 'mailboxes', '--without', 'owns-service-principal')).map(({ from }) => from)).toEqual(
      ['a1'],
    );
    expect((await pathsOf('--to', 'mailboxes', '--without', 'a1')).map(({ from }) => from)).toEqual([]);
    expect((await pathsOf('--to', 'u1@frostline.example')).map(({ from }) => from)).toEqual(
      expect.arrayContaining(['u1', 'u2', 'a1']),
    );
  }, 300_000);

  test('for a person: who, what to cut and what is not known', async () => {
    const told = await run('paths', '--case', at('case'), '--to', 'mailboxes', '--cut');
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/1 service principal, 1 user reach every mailbox/);
    expect(told.stdout).toMatch(/Legacy mail test → every mailbox \(application-full-access-mail\): 2 principals less/);
    expect(told.stdout).toMatch(/Not seen {3}Paths through these are unknown/);
  }, 120_000);

  test('of nobody that the directory has is a fault that says what to give', async () => {
    const told = await run('paths', '--case', at('case'), '--from', 'nobody');
    expect(told.code).toBe(3);
    expect(told.stderr).toMatch(/^object-unknown: .*nobody/m);
  }, 120_000);

  test('as OpenGraph, in which every edge leads from a node to a node', async () => {
    await run('paths', '--case', at('case'), '--opengraph', at('graph.json'));
    const { graph } = JSON.parse(await readFile(at('graph.json'), 'utf8')) as {
      graph: {
        nodes: { id: string; kinds: string[] }[];
        edges: { kind: string; start: { value: string }; end: { value: string } }[];
      };
    };
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.length).toBeGreaterThan(1);
    for (const { kind, start, end } of graph.edges) {
      expect(kind).toMatch(/^\w+$/);
      expect([ids.has(start.value), ids.has(end.value)]).toEqual([true, true]);
    }
    for (const { kinds } of graph.nodes) expect(kinds.length).toBeLessThanOrEqual(3);
  }, 120_000);
});
