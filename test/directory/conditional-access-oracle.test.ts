import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { asks, randomTenant } from './conditional-access-brute-force.ts';
import type { Policy, Tenant } from './conditional-access-case.ts';

const count = 40;
const clients = ['browser', 'mobileappsanddesktopclients', 'exchangeactivesync', 'other'];
const platforms = ['android', 'ios', 'windows', 'macos', 'linux', 'windowsphone', 'unknown'];

let scratch: ScratchCase;
const tenants: Tenant[] = [];

beforeAll(async () => {
  scratch = await openScratchCase();
  for (let seed = 1; seed <= count; seed += 1) {
    const tenant = randomTenant(seed);
    tenants.push(tenant);
    const lines = tenant.records.map((record) => JSON.stringify(record)).join('\n');
    await scratch.write(join(tenant.id, '20261125120000', 'directory.ndjson'), `${lines}\n`);
  }
  const read = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
  expect(read).toMatchObject({ read: count, rejected: 0 });
  await describeDirectory(scratch.store);
}, 300_000);
afterAll(() => scratch.close());

test(`where a password is enough, in ${count} random tenants, agrees with asking every policy about every sign-in`, async () => {
  const rows = await scratch.store.rows<{ key: string; openModern: number; openLegacy: number }>(sql`
    select o.tenantId || '|' || u.userId || '|' || o.application || '|' || o.place || '|' || o.level as key, o.openModern as "openModern", o.openLegacy as "openLegacy"
    from ca_open o join ca_signature s using (tenantId, signature) join ca_user u on u.tenantId = s.tenantId and u.policies = s.policies
    where u.isKnown`);
  const open = new Map(rows.map(({ key, openModern, openLegacy }) => [key, openModern + openLegacy]));
  const places = await scratch.store.rows<{ tenant: string; place: string }>(
    sql`select tenantId as tenant, place from ca_place union select tenantId, 'elsewhere' from settled_tenant`,
  );
  const applications = await scratch.store.rows<{ tenant: string; application: string }>(
    sql`select tenantId as tenant, application from ca_application`,
  );
  let compared = 0;
  let opened = 0;
  const wrong: string[] = [];
  for (const tenant of tenants) {
    for (const user of tenant.users) {
      for (const { application } of applications.filter((row) => row.tenant === tenant.id)) {
        for (const { place } of places.filter((row) => row.tenant === tenant.id)) {
          for (const level of [1, 2]) {
            const key = [tenant.id, user.id, application, place, level].join('|');
            const expected = bits(tenant.policies, tenant, user.id, application, place, level);
            const found = open.get(key) ?? 0;
            compared += 1;
            if (expected > 0) opened += 1;
            if (expected !== found) wrong.push(`${key}: ${found} instead of ${expected}`);
          }
        }
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // Both answers occur often, or the test would prove nothing.
  expect(opened).toBeGreaterThan(compared / 50);
  expect(opened).toBeLessThan((compared * 49) / 50);
});

/** The combinations of client and platform that are open, as the engine numbers them. */
function bits(
  policies: readonly Policy[],
  tenant: Tenant,
  user: string,
  application: string,
  place: string,
  level: number,
): number {
  let mask = 0;
  for (const [c, client] of clients.entries()) {
    const isLegacy = c >= 2;
    if (isLegacy && application !== '00000002-0000-0ff1-ce00-000000000000') continue;
    for (const [p, platform] of platforms.entries()) {
      const isAsked = policies.some(
        (policy) => asks(policy, tenant, { user, application, client, platform, place }) >= level,
      );
      if (!isAsked) mask += 2 ** (c * 7 + p);
    }
  }
  return mask;
}
