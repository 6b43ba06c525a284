import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';

const user = (id: string, more: object = {}) => ({
  id,
  userPrincipalName: `${id}@frostline.example`,
  displayName: id,
  accountEnabled: true,
  ...more,
});
const organization = (id: string) => ({ id, displayName: id, tenantType: 'AAD', verifiedDomains: [] });
const grant = (scope: string) => ({ clientId: 'c1', consentType: 'AllPrincipals', resourceId: 'r1', scope });

let scratch: ScratchCase;
beforeEach(async () => {
  scratch = await openScratchCase();
});
afterEach(() => scratch.close());

async function lay(files: Readonly<Record<string, readonly object[]>>): Promise<void> {
  for (const [name, records] of Object.entries(files)) await scratch.write(name, JSON.stringify({ value: records }));
  await ingest(scratch.store, scratch.folder, [scratch.evidence]);
}

async function users(asOf?: string): Promise<string[]> {
  await describeDirectory(scratch.store, asOf === undefined ? undefined : new Date(asOf));
  const rows = await scratch.store.rows<{ id: string }>(
    sql`select tenantId || '/' || id as id from now_user order by all`,
  );
  return rows.map(({ id }) => id);
}

describe('snapshots', () => {
  test('what was deleted since is gone, what another tool exported stays, and the day before is as it was', async () => {
    await lay({
      '20260901080000/organization.json': [organization('t1')],
      '20260901080000/users.json': [user('u1'), user('u2')],
      '20261001080000/users.json': [user('u1'), user('u3')],
    });
    expect(await users()).toEqual(['t1/u1', 't1/u3']);
    expect(await users('2026-09-15')).toEqual(['t1/u1', 't1/u2']);
  });

  test('a page that did not change from one export to the next is in both', async () => {
    await lay({
      'organization.json': [organization('t1')],
      '20260901080000/users-1.json': [user('u1')],
      '20260901080000/users-2.json': [user('u2')],
      '20261001080000/users-1.json': [user('u1')],
      '20261001080000/users-2.json': [user('u3')],
    });
    expect(await users()).toEqual(['t1/u1', 't1/u3']);
    expect(await users('2026-09-15')).toEqual(['t1/u1', 't1/u2']);
  });

  test('the same bytes in the folders of two tenants are of both', async () => {
    await lay({
      'one/organization.json': [organization('t1')],
      'one/users.json': [user('u1')],
      'two/organization.json': [organization('t2')],
      'two/users.json': [user('u1')],
    });
    expect(await users()).toEqual(['t1/u1', 't2/u1']);
  });

  test('a value comes from the newest export that has it, also of another tool', async () => {
    await lay({
      '20260901080000/users.json': [user('u1', { signInActivity: { lastSignInDateTime: '2026-08-01T00:00:00Z' } })],
      '20261001080000/users.json': [user('u1', { displayName: 'new name' })],
    });
    await users();
    const row = await scratch.store.row(sql`select displayName as name, iso(lastSignIn) as used from now_user`);
    expect(row).toEqual({ name: 'new name', used: '2026-08-01T00:00:00.000Z' });
  });

  test('consents that stand in a record for each scope are one with all of them', async () => {
    await lay({ 'grants.json': [grant('Mail.Read'), grant('User.Read openid')] });
    await users();
    const { scopes } = await scratch.store.row<{ scopes: string[] }>(
      sql`select list_sort(scopes) as scopes from now_delegated_grant`,
    );
    expect(scopes).toEqual(['Mail.Read', 'User.Read', 'openid']);
  });

  test('files of which nothing near says the tenant are never mixed with those of two that are named', async () => {
    await lay({
      'one/organization.json': [organization('t1')],
      'two/organization.json': [organization('t2')],
      'three/users.json': [user('u1')],
    });
    const [found] = await users();
    expect(found).toMatch(/^unknown tenant of .*three\/u1$/);
  });
});
