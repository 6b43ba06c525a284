import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { buildGraph } from '../../src/privilege/build-graph.ts';
import { allEdges } from '../../src/privilege/registry.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { lines } from '../support/evidence.ts';
import { plantExample, plantsIn } from './plant-example.ts';

// Every example of every edge in one case: what `edge.contract.test.ts` proves of each alone has to hold of all at once.
const plants = (await allEdges())
  .flatMap(({ edge, examples }) => examples.map((example) => ({ edge, example })))
  .map(({ edge, example }, index) => ({
    edge,
    plant: String(index),
    title: `${edge}: ${example.name}`,
    ...plantExample(example, index),
  }));

let scratch: ScratchCase;
let found: { edge: string; from: string; to: string }[];

beforeAll(async () => {
  scratch = await openScratchCase();
  for (const { edge, plant, records, organization } of plants) {
    const folder = `${edge}-x${plant}/20261125120000`;
    await scratch.write(`${folder}/tenant.ndjson`, lines(records));
    if (organization !== undefined) await scratch.write(`${folder}/organization.ndjson`, lines([organization]));
  }
  await ingest(scratch.store, scratch.folder, [scratch.evidence]);
  await describeDirectory(scratch.store);
  await buildGraph(scratch.store);
  found = await scratch.store.rows(sql`select edge, "from", "to" from privilege_edge order by all`);
}, 120_000);
afterAll(() => scratch.close());

test('all records are read, and every example is a tenant, or more, of its own', async () => {
  const counted = await scratch.store.row(
    sql`select sum(rejected)::integer as rejected, sum("read")::integer as records from evidence_file`,
  );
  const written = plants.flatMap(({ records, organization }) => [...records, organization ?? []].flat());
  expect(counted).toEqual({ rejected: 0, records: written.length });
  const tenants = await scratch.store.rows<{ id: string }>(sql`select tenantId as id from settled_tenant`);
  expect(new Set(tenants.flatMap(({ id }) => plantsIn(id)))).toEqual(new Set(plants.map(({ plant }) => plant)));
  for (const { id } of tenants) expect(new Set(plantsIn(id)).size).toBe(1);
});

test.each(plants)('$title', ({ edge, plant, edges }) => {
  const own = found.filter((one) => one.edge === edge && plantsIn(one.from + one.to).includes(plant));
  expect(own.map(({ from, to }) => `${from} -> ${to}`).toSorted()).toEqual(edges);
});

test('no edge of any kind joins two examples', () => {
  expect(found.length).toBeGreaterThan(plants.length);
  const ends = found.map((one) => ({ ...one, plants: [one.from, one.to].map((end) => plantsIn(end)[0]) }));
  expect(ends.filter(({ plants: [from, to] }) => from === undefined || from !== to)).toEqual([]);
});
