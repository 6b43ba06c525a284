import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { type Sql, sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, titleFor } from './sample-data.ts';

const folder = 'scubagear';
const files = filesOf(folder, 'ProviderSettingsExport.json').map(
  (path) => [path.split('/').slice(-2).join('/'), path] as const,
);

type Thing = Readonly<Record<string, unknown>>;

/** What ScubaGear writes as a list, an object in its place or not at all. */
const things = (value: unknown): Thing[] =>
  [value].flat().filter((one): one is Thing => typeof one === 'object' && one !== null && Object.keys(one).length > 0);
const texts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');
const keyed = (value: unknown): [string, Thing][] => Object.entries((value ?? {}) as Record<string, Thing>);

/** Numbers that the file itself gives, counted without the importer. */
function countsOf(path: string) {
  const whole = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as Thing;
  const roles = things(whole['privileged_roles']);
  const holders = [...keyed(whole['privileged_users']), ...keyed(whole['privileged_service_principals'])];
  const hybrid = things(whole['dedicated_exchange_hybrid_applications']).flatMap((one) => things(one['Apps']));
  const applications = [...things(whole['risky_applications']), ...hybrid];
  const others = [
    ...things(whole['risky_third_party_service_principals']),
    ...things(whole['legacy_exchange_service_principal']),
  ];
  const all = [...applications, ...others];
  const listOf = (key: string): Thing[] => all.flatMap((one) => things(one[key]));
  return {
    policies: things(whole['conditional_access_policies']).length,
    policiesForAll: things(whole['conditional_access_policies']).filter(({ Conditions: conditions }) =>
      texts(((conditions as Thing)['Users'] as Thing)['IncludeUsers']).includes('All'),
    ).length,
    held: roles.flatMap((role) => things(role['Assignments'])).length,
    heldForEver: roles.flatMap((role) => things(role['Assignments'])).filter((one) => one['EndDateTime'] === null)
      .length,
    told: holders.reduce((sum, [, holder]) => sum + new Set(texts(holder['roles'])).size, 0),
    globalAdministrators: keyed(whole['privileged_users']).filter(([, user]) =>
      texts(user['roles']).includes('Global Administrator'),
    ).length,
    rules: roles.flatMap((role) => things(role['Rules'])).length,
    applications: applications.length,
    servicePrincipals: all.length + keyed(whole['privileged_service_principals']).length,
    credentials: ['PasswordCredentials', 'KeyCredentials', 'FederatedCredentials'].flatMap(listOf).length,
    granted: listOf('Permissions').filter(
      (one) => one['IsAdminConsented'] === true && one['RoleType'] === 'Application',
    ).length,
    plans: things(whole['service_plans']).length,
    failed: ['aad', 'exo', 'defender', 'securitysuite'].flatMap((name) => texts(whole[`${name}_unsuccessful_commands`]))
      .length,
    tenants: things(whole['tenant_details']).length,
  };
}

const counted: Readonly<Record<keyof ReturnType<typeof countsOf>, Sql>> = {
  policies: sql`from directory_conditional_access_policy`,
  policiesForAll: sql`from directory_conditional_access_policy where list_contains(includeUsers, 'All')`,
  held: sql`from directory_role_assignment where state = 'active'`,
  heldForEver: sql`from directory_role_assignment where state = 'active' and endDateTime is null`,
  told: sql`from directory_role_assignment where state is null`,
  globalAdministrators: sql`from directory_role_assignment where state is null and principalType = 'user'
    and roleId = '62e90394-69f5-4237-9190-012177145e10'`,
  rules: sql`from directory_setting where policy = 'roleManagementPolicy' and regexp_full_match(path, '[^.]+\\.id')`,
  applications: sql`from directory_application`,
  servicePrincipals: sql`from directory_service_principal`,
  credentials: sql`from directory_credential`,
  granted: sql`from directory_app_role_assignment`,
  plans: sql`from directory_setting where policy = 'servicePlans'`,
  failed: sql`from directory_setting where policy = 'scubaCommands' and object = 'unsuccessful'`,
  tenants: sql`from directory_tenant where id = tenantId`,
};

describe.skipIf(!isThere(folder))(titleFor(folder, 'exports of ScubaGear'), () => {
  test('there are three of them', () => {
    expect(files).toHaveLength(3);
  });

  describe.each(files)('%s', (_, path) => {
    let scratch: ScratchCase;
    beforeAll(async () => {
      scratch = await openScratchCase();
      await ingest(scratch.store, scratch.folder, [path]);
    });
    afterAll(() => scratch.close());

    test('is one record, of one source', async () => {
      const records = await scratch.store.rows(
        sql`select source, count(*)::integer as records from directory_record group by all`,
      );
      expect(records).toEqual([{ source: 'scuba-provider-settings', records: 1 }]);
      expect(await scratch.store.rows(sql`select * from rejection`)).toEqual([]);
    });

    test('gives as many rows as it says', async () => {
      const found = await Promise.all(
        Object.entries(counted).map(async ([name, rows]) => {
          const { count } = await scratch.store.row<{ count: number }>(sql`select count(*)::integer as count ${rows}`);
          return [name, count] as const;
        }),
      );
      expect(Object.fromEntries(found)).toEqual(countsOf(path));
    });
  });
});
