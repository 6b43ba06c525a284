import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import {
  application,
  credential,
  foreignServicePrincipal,
  graph,
  organization,
  otherTenant,
  ownedBy,
  ownTenant,
  permission,
  servicePrincipal,
  user,
  type ExampleRecord,
} from '../../src/posture/application-record.ts';
import { runChecks } from '../../src/posture/run-checks.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';

/** The tenant that is attacked, and the test tenant in which its foreign application is registered. */
const corporate: readonly ExampleRecord[] = [
  organization,
  graph,
  foreignServicePrincipal('legacy'),
  permission('legacy', 'AppRoleAssignment.ReadWrite.All'),
];
const testTenant: readonly ExampleRecord[] = [
  { ...organization, id: otherTenant, displayName: 'Frostline Test' },
  user('test.legacy'),
  application('legacy', {
    signInAudience: 'AzureADMultipleOrgs',
    passwordCredentials: [credential('k1', '2019-01-01', '2099-01-01'), credential('k2', '2019-01-01', '2020-01-01')],
    ...ownedBy('test.legacy'),
  }),
  servicePrincipal('legacy', { id: 'legacy-at-home', appOwnerOrganizationId: otherTenant }),
  graph,
  permission('legacy-at-home', 'MailboxSettings.Read'),
];

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
  for (const [folder, records] of Object.entries({ corporate, testTenant })) {
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    await scratch.load(await scratch.write(`${folder}/20261125120000-tenant.ndjson`, `${lines}\n`));
  }
  await describeDirectory(scratch.store);
});
afterAll(() => scratch.close());

/** What a check says of each object, with the tenant in which it is. */
async function saidBy(check: string) {
  await runChecks(scratch.store, { only: check });
  return scratch.store.rows(
    sql`select tenantId as tenant, type, id, because from posture_object order by tenantId, id`,
  );
}

test('an application is followed to the tenant that has its keys', async () => {
  expect(await saidBy('foreign-service-principals-with-power')).toEqual([
    {
      tenant: ownTenant,
      type: 'servicePrincipal',
      id: 'legacy',
      because: `application of tenant ${otherTenant} (Frostline Test), and holds AppRoleAssignment.ReadWrite.All on Microsoft Graph; registered there as registration-of-legacy with 1 valid credential and 1 owner`,
    },
  ]);
});

test('the tenant that has its keys is told what it opens elsewhere', async () => {
  expect(await saidBy('own-applications-multi-tenant-with-power')).toMatchObject([
    {
      tenant: otherTenant,
      type: 'application',
      id: 'registration-of-legacy',
      because: `in tenant ${ownTenant} it holds AppRoleAssignment.ReadWrite.All on Microsoft Graph`,
    },
  ]);
  expect(await saidBy('secrets-on-powerful-applications')).toMatchObject([
    { tenant: otherTenant, id: 'registration-of-legacy' },
  ]);
});
