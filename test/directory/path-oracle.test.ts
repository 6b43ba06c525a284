import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCuts } from '../../src/privilege/cut.ts';
import { type Direction, paths, type Preference, search, type Step } from '../../src/privilege/search.ts';
import { sql } from '../../src/store/sql.ts';
import { Store } from '../../src/store/store.ts';

interface Line {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly edge: string;
}

const nodes = 9;
const name = (node: number): string => `n${node}`;
const lines = fc.array(
  fc.record({
    from: fc.nat(nodes - 1),
    to: fc.nat(nodes - 1),
    cost: fc.nat(4),
    edge: fc.constantFrom('owns', 'holds'),
  }),
  { maxLength: 22 },
);

let store: Store;
beforeAll(async () => {
  store = await Store.open(':memory:');
});
afterAll(() => store.close());

async function draw(graph: readonly Line[]): Promise<void> {
  const rows = graph
    .filter(({ from, to }) => from !== to)
    .map((line) => ({ ...line, from: name(line.from), to: name(line.to) }));
  await store.run(sql`create or replace temp table privilege_edge as
    select r.edge, 't' as tenantId, r."from", r."to", r.cost, 'so' as because, 1 as file_id, 1 as record,
      hash(r."from") as fromHash, hash(r."to") as toHash
    from (select unnest(from_json(${JSON.stringify(rows)}, '[{"edge":"VARCHAR","from":"VARCHAR","to":"VARCHAR","cost":"INTEGER"}]')) as r)`);
  await store.run(sql`create or replace temp table privilege_node as
    select 'n' || n as id, 't' as tenantId, case when n % 2 = 0 then 'user' else 'group' end as type, 'node ' || n as name from range(${nodes}) t(n)`);
}

const weightOf = (preference: Preference, cost: number): number =>
  preference === 'cheapest' ? cost * 1000 + 1 : cost + 1000;

/** Least weights from every node to every other, by Floyd and Warshall. */
function leastWeights(graph: readonly Line[], preference: Preference): number[][] {
  const least = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_unused, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  );
  const at = (a: number, b: number): number => least[a]?.[b] ?? Number.POSITIVE_INFINITY;
  const set = (a: number, b: number, weight: number): void => {
    const row = least[a];
    if (row !== undefined) row[b] = Math.min(row[b] ?? Number.POSITIVE_INFINITY, weight);
  };
  for (const { from, to, cost } of graph) set(from, to, weightOf(preference, cost));
  for (let via = 0; via < nodes; via += 1)
    for (let a = 0; a < nodes; a += 1) for (let b = 0; b < nodes; b += 1) set(a, b, at(a, via) + at(via, b));
  return least;
}

async function allPaths(direction: Direction, preference: Preference): Promise<Step[][]> {
  const reached = await search(store, name(0), direction, preference);
  const found: Step[][] = [];
  for await (const path of paths(store, reached, {})) found.push(path);
  return found;
}

describe('path search', () => {
  for (const direction of ['to', 'from'] as const) {
    for (const preference of ['cheapest', 'shortest'] as const) {
      test(`${preference} paths ${direction} a node are those of trying everything`, async () => {
        await fc.assert(
          fc.asyncProperty(lines, async (graph) => {
            await draw(graph);
            const found = await allPaths(direction, preference);
            const least = leastWeights(graph, preference);
            const expected = new Map<string, number>();
            for (let node = 1; node < nodes; node += 1) {
              const weight = (direction === 'to' ? least[node]?.[0] : least[0]?.[node]) ?? Number.POSITIVE_INFINITY;
              if (weight < Number.POSITIVE_INFINITY) expected.set(name(node), weight);
            }
            const weights = found.map(
              (path) =>
                [
                  direction === 'to' ? path[0]?.from : path.at(-1)?.to,
                  path.reduce((sum, { cost }) => sum + weightOf(preference, cost), 0),
                ] as const,
            );
            expect(new Map(weights)).toEqual(expected);
            for (const path of found) {
              const ends = [path[0]?.from, path.at(-1)?.to];
              expect(direction === 'to' ? ends[1] : ends[0]).toBe(name(0));
              for (const [index, { from, to, cost, edge }] of path.entries()) {
                expect(path[index + 1]?.from ?? to).toBe(to);
                expect(
                  graph.some(
                    (line) =>
                      name(line.from) === from && name(line.to) === to && line.cost === cost && line.edge === edge,
                  ),
                ).toBe(true);
              }
            }
          }),
          { numRuns: 60 },
        );
      }, 120_000);
    }
  }

  test('a cut takes the target away from as many as it says', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (graph) => {
        await draw(graph);
        await search(store, name(0), 'to');
        const cuts = await findCuts(store, name(0), ['user']);
        const usersThatReach = (left: readonly Line[]): number => {
          const least = leastWeights(left, 'cheapest');
          return [2, 4, 6, 8].filter(
            (node) => (least[node]?.[0] ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY,
          ).length;
        };
        let left = graph;
        for (const { edge, from, to, principals } of cuts) {
          const before = usersThatReach(left);
          left = left.filter((line) => name(line.from) !== from || name(line.to) !== to || line.edge !== edge);
          expect(before - usersThatReach(left)).toBe(principals);
          const chosen = graph.filter((line) => name(line.from) === from && name(line.to) === to && line.edge === edge);
          expect(chosen.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
