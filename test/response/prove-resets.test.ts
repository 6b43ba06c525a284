import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claim, proveResets } from '../../src/response/proof/prove-resets.ts';
import { hunt } from '../../src/response/hunt/hunt.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { updateCoverage } from '../../src/ingest/coverage.ts';

const exposed = '2024-01-10T08:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(exposed) + days * 86_400_000).toISOString();

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

function audit(activityDisplayName: string, time: string, target: object, more: object = {}): object {
  return {
    id: `${activityDisplayName}-${time}-${JSON.stringify(target).length}`,
    activityDateTime: time,
    activityDisplayName,
    category: 'UserManagement',
    result: 'success',
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: { user: { id: 'admin', userPrincipalName: 'admin@frostline.example' } },
    targetResources: [target],
    additionalDetails: [],
    ...more,
  };
}

const user = (name: string, modifiedProperties: object[] = []): object => ({
  id: `id-${name}`,
  type: 'User',
  userPrincipalName: `${name}@frostline.example`,
  modifiedProperties,
});

const key = (id: string): string => `[KeyIdentifier=${id},KeyType=Password,KeyUsage=Verify,DisplayName=x]`;
const keyId = (number: number): string => `0000000${number}-0000-4000-8000-000000000000`;
const keys = (name: string, before: string[], after: string[]): object => ({
  id: `object-${name}`,
  type: 'Application',
  displayName: name,
  modifiedProperties: [
    {
      displayName: 'KeyDescription',
      oldValue: JSON.stringify(before.map(key)),
      newValue: JSON.stringify(after.map(key)),
    },
  ],
});
const secrets = 'Update application – Certificates and secrets management ';

const application = (name: string, ...passwordCredentials: [id: string, made: string][]): object => ({
  id: `object-${name}`,
  appId: `app-${name}`,
  displayName: name,
  signInAudience: 'AzureADMyOrg',
  createdDateTime: '2020-01-01T00:00:00Z',
  passwordCredentials: passwordCredentials.map(([id, made]) => ({
    keyId: id,
    startDateTime: made,
    endDateTime: '2030-01-01T00:00:00Z',
    displayName: 'x',
  })),
  keyCredentials: [],
});

const directoryUser = (name: string, lastPasswordChangeDateTime: string, accountEnabled = true): object => ({
  id: `id-${name}`,
  userPrincipalName: `${name}@frostline.example`,
  displayName: name,
  userType: 'Member',
  accountEnabled,
  createdDateTime: '2020-01-01T00:00:00Z',
  lastPasswordChangeDateTime,
});

const signIn = (appId: string, keyOf: string, time: string): object => ({
  id: `${appId}-${time}`,
  createdDateTime: time,
  appId,
  appDisplayName: appId,
  servicePrincipalId: `sp-${appId}`,
  servicePrincipalName: appId,
  servicePrincipalCredentialKeyId: keyOf,
  ipAddress: '198.51.100.7',
  resourceDisplayName: 'Microsoft Graph',
  resourceId: '00000003-0000-0000-c000-000000000000',
  status: { errorCode: 0 },
  signInEventTypes: ['servicePrincipal'],
});

async function credentials(accounts: readonly string[]): Promise<void> {
  const { store } = scratch;
  for (const table of [sql`credential`, sql`credential_kind`]) await store.run(sql`delete from ${table}`);
  await store.run(sql`insert into credential_kind by name select 'password' as kind, 'the log of the system' as proof`);
  for (const account of accounts) {
    await store.run(
      sql`insert into credential by name select ${`c-${account}`} as id, 'password' as kind, ${account} as account, ${exposed}::timestamp as firstSent`,
    );
  }
}

async function verdicts(): Promise<Record<string, string>> {
  const rows = await scratch.store.rows<{ credential: string; verdict: string }>(
    sql`select credential, verdict from credential_proof order by credential`,
  );
  return Object.fromEntries(rows.map(({ credential, verdict }) => [credential.slice(2), verdict]));
}

async function given(events: readonly object[], snapshots: Readonly<Record<string, object[]>>): Promise<void> {
  await scratch.empty();
  const lines = (records: readonly object[]): string =>
    `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
  const paths = [await scratch.write('logs/audit.ndjson', lines(events))];
  for (const [taken, records] of Object.entries(snapshots))
    paths.push(await scratch.write(`${taken}/directory.ndjson`, lines(records)));
  for (const path of paths) expect(await scratch.load(path)).toMatchObject([{ rejected: 0 }]);
  await updateCoverage(scratch.store, []);
}

describe('what logs and directory say of resets', () => {
  test('of users', async () => {
    const events = [
      audit('Reset user password', later(2), user('reset')),
      audit('Reset user password', later(-2), user('early')),
      audit('Reset user password', later(2), user('failed'), { result: 'failure' }),
      audit('Update StsRefreshTokenValidFrom Timestamp', later(3), user('half')),
      audit('Disable account', later(3), user('gone')),
      audit(
        'Update user',
        later(3),
        user('off', [{ displayName: 'AccountEnabled', oldValue: '[true]', newValue: '[false]' }]),
      ),
      audit('Change password (self-service)', later(1), user('self')),
      audit('Add user', later(30), user('other')),
    ];
    const old = later(-100);
    const names = ['reset', 'early', 'failed', 'half', 'gone', 'off', 'self', 'liar', 'snapshot', 'twin'];
    await given(events, {
      '20240120080000': names.map((name) => directoryUser(name, name === 'snapshot' ? later(4) : old)),
    });
    await credentials([
      'reset@frostline.example',
      'early',
      'failed',
      'half',
      'FROSTLINE\\gone',
      'off',
      'self',
      'liar',
      'snapshot',
      'nobody',
      'guest@elsewhere.example',
    ]);
    const claims: Claim[] = ['liar', 'failed'].map((name) => ({
      credential: `c-${name}`,
      state: 'reset',
      time: later(5),
    }));
    await proveResets(scratch.store, claims);
    expect(await verdicts()).toEqual({
      'reset@frostline.example': 'verified',
      early: 'unproven',
      failed: 'contradicted',
      half: 'half-done',
      'FROSTLINE\\gone': 'verified',
      off: 'verified',
      self: 'verified',
      liar: 'contradicted',
      snapshot: 'verified',
      nobody: 'elsewhere',
      'guest@elsewhere.example': 'unproven',
    });
    const [proof] = await scratch.store.rows(
      sql`select because, time, file_id, record from credential_proof where credential = 'c-self'`,
    );
    expect(proof).toEqual({
      because: 'the log has "Change password (self-service)"; sessions were not seen revoked',
      time: new Date(later(1)),
      file_id: 1,
      record: 7,
    });
  });

  test('of applications: every key of then must be gone, a new one is half', async () => {
    const [a, b, c] = [keyId(1), keyId(2), keyId(3)];
    const events = [
      audit(secrets, later(2), keys('both', [a, b], [c])),
      audit(secrets, later(2), keys('added', [a], [a, c])),
      audit(secrets, later(2), keys('one-of-two', [a, b], [b])),
      audit('Delete application', later(2), keys('deleted', [], [])),
      audit(secrets, later(3), keys('used', [a], [])),
      signIn('app-used', a, later(6)),
      audit('Add user', later(30), user('other')),
    ];
    const of = (name: string): object => application(name, [a, later(-50)], [b, later(-20)]);
    const before = ['both', 'one-of-two', 'deleted', 'untouched', 'snapshot', 'liar'].map(of);
    const single = ['added', 'used'].map((name) => application(name, [a, later(-50)]));
    await given(events, {
      '20240109080000': [...before, ...single],
      '20240125080000': [
        application('both', [c, later(2)]),
        application('added', [a, later(-50)], [c, later(2)]),
        application('one-of-two', [b, later(-20)]),
        of('untouched'),
        application('snapshot', [c, later(3)]),
        of('liar'),
        application('used'),
      ],
    });
    const names = ['both', 'added', 'one-of-two', 'deleted', 'untouched', 'snapshot', 'liar', 'used'];
    await credentials(names.map((name) => `app-${name}`));
    await proveResets(scratch.store, [
      { credential: 'c-app-liar', state: 'reset', time: later(4) },
      { credential: 'c-app-used', state: 'reset', time: later(4) },
    ]);
    expect(await verdicts()).toEqual({
      'app-both': 'verified',
      'app-added': 'half-done',
      'app-one-of-two': 'half-done',
      'app-deleted': 'verified',
      'app-untouched': 'unproven',
      'app-snapshot': 'verified',
      'app-liar': 'contradicted',
      'app-used': 'contradicted',
    });
    await hunt(scratch.store);
    const traces = await scratch.store.rows(
      sql`select id, log, before, after, newAddresses, coveredTo from hunt_trace where id = 'app-used' order by log`,
    );
    expect(traces).toMatchObject([
      { log: 'directory-audit', after: 0 },
      { log: 'service-principal-sign-in', before: 0, after: 1, newAddresses: ['198.51.100.7'] },
    ]);
  });

  test('without a log that reaches so far nothing is said', async () => {
    await given([audit('Add user', later(-30), user('other'))], {
      '20240109080000': [directoryUser('ann', later(-100))],
    });
    await credentials(['ann']);
    await proveResets(scratch.store, []);
    expect(await verdicts()).toEqual({ ann: 'not-covered' });
  });
});
