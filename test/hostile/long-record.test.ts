import { expect, test } from 'vitest';
import { lines } from '../support/evidence.ts';
import { readFiles } from '../support/read-evidence.ts';

// The engine's parallel reader loses its place among lines of more than a quarter of its buffer.
test('groups with all their members, megabytes each, are all read', async () => {
  const member = { '@odata.type': '#microsoft.graph.user', displayName: 'x'.repeat(1000) };
  const members = (group: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...member, id: `u${group}-${index}` }));
  const groups = Array.from({ length: 14 }, (_, group) => ({
    id: `g${group}`,
    displayName: `Group ${group}`,
    groupTypes: [],
    securityEnabled: true,
    members: members(group, 2000 + 10 * group),
  }));
  const { outcome } = await readFiles({ 'groups.json': lines(groups) });
  expect(outcome).toMatchObject({ records: 14, rejected: 0 });
});
