import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { buildGraph } from '../../src/privilege/build-graph.ts';
import { allEdges } from '../../src/privilege/registry.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const edges = await allEdges();
const files = await readdir(new URL('../../src/privilege/edge/', import.meta.url));
const each = edges.map((edge) => [edge.edge, edge] as const);
const examples = edges.flatMap((edge) =>
  edge.examples.map((example) => ({ title: `${edge.edge}: ${example.name}`, edge, example })),
);

describe('edges', () => {
  test('are the files of the folder, each with its name as id', () => {
    const names = files.filter((name) => name.endsWith('.edge.ts')).map((name) => name.replace('.edge.ts', ''));
    expect(edges.map(({ edge }) => edge)).toEqual(names.toSorted());
  });

  test.each(each)('%s says what a reader needs, with an example that has it', (_, edge) => {
    for (const text of [edge.title, edge.why, edge.abuse, edge.close.portal, edge.close.command])
      expect(text).toMatch(/\S{2}/);
    expect(edge.references.length).toBeGreaterThan(0);
    for (const reference of edge.references) expect(new URL(reference).protocol).toBe('https:');
    expect(edge.examples.some((example) => example.edges.length > 0)).toBe(true);
  });
});

describe('examples, read by the importer', () => {
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
  });
  afterAll(() => scratch.close());

  test.each(examples)('$title', async ({ edge, example }) => {
    await scratch.empty();
    const lines = example.records.map((record) => JSON.stringify(record)).join('\n');
    const [loaded] = await scratch.load(await scratch.write('20261125120000/tenant.ndjson', `${lines}\n`));
    expect(loaded).toMatchObject({ records: example.records.length, rejected: 0 });
    await describeDirectory(scratch.store);
    await buildGraph(scratch.store, edge.edge);
    const found = await scratch.store.rows<{ text: string; because: string; file_id: number }>(
      sql`select "from" || ' -> ' || "to" as text, because, file_id from privilege_edge where edge = ${edge.edge} order by text`,
    );
    expect(found.map(({ text }) => text)).toEqual(example.edges);
    for (const { because, file_id: file } of found) expect([because, file]).not.toContain(null);
  });
});
