import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { detect } from '../../src/case/detect.ts';
import { ingest, type IngestOutcome } from '../../src/ingest/ingest.ts';
import { compileRules, loadRules, shippedRulesDirectory } from '../../src/sigma/index.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const folder = shippedRulesDirectory();
const files = (await readdir(folder)).filter((name) => name.endsWith('.yml')).toSorted();
const set = loadRules([folder]);
const { rules, faults } = set;
const { compiled, refused } = compileRules(set);
const each = compiled.map((rule) => [rule.rule.detection, rule] as const);
/** Some rules share a file, for a file has a price: reading every example from its own would take minutes. */
const rulesAFile = 6;
const parts = Array.from({ length: Math.ceil(rules.length / rulesAFile) }, (_, part) =>
  rules.slice(part * rulesAFile, (part + 1) * rulesAFile),
);
const examples = parts.flatMap((part, index) => {
  let records = 0;
  return part.flatMap(({ detection, examples: own }) =>
    own.map((example) => {
      const numbers = example.records.map((_, offset) => records + offset + 1);
      records += numbers.length;
      return { title: `${detection}: ${example.name}`, detection, example, file: `part-${index}.ndjson`, numbers };
    }),
  );
});

describe('rules', () => {
  test('are at least 45, one a file, and every one can be used', () => {
    expect(faults.map((fault) => fault.located)).toEqual([]);
    expect(refused.map(({ fault }) => fault.located)).toEqual([]);
    expect(rules.map(({ detection }) => `${detection}.yml`).toSorted()).toEqual(files);
    expect(files.length).toBeGreaterThanOrEqual(45);
    expect(files).toEqual(files.filter((name) => /^[a-z0-9]+(-[a-z0-9]+)*\.yml$/.test(name)));
  });

  test('have ids and titles of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
  });

  test.each(each)('%s is complete', (_, { rule, facts, conditions }) => {
    expect(rule.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(facts.techniques.length).toBeGreaterThan(0);
    expect(rule.falsePositives.length).toBeGreaterThan(0);
    expect(rule.references.length).toBeGreaterThan(0);
    for (const reference of rule.references) expect(new URL(reference).protocol).toBe('https:');
    expect(rule.description.length).toBeGreaterThan(20);
    expect(rule.author).toBe('Snowfence');
    expect(rule.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(facts.logs.length).toBeGreaterThan(0);
    expect(conditions.length).toBeGreaterThan(0);
  });

  test.each(files)('%s says what to do next', async (name) => {
    const document: unknown = parse(await readFile(join(folder, name), 'utf8'));
    expect(document).toMatchObject({ next: expect.stringMatching(/^[A-Z].{20,}/s) });
  });

  test.each(each)('%s has an example of each outcome', (_, { rule }) => {
    expect(new Set(rule.examples.map(({ fires }) => fires))).toEqual(new Set([true, false]));
    for (const example of rule.examples) expect(example.records.length).toBeGreaterThan(0);
  });
});

describe('examples, through importer and detection', () => {
  let scratch: ScratchCase;
  let outcome: IngestOutcome;
  /** `detection/file` to the numbers of the records that matched. */
  const matched = new Map<string, number[]>();

  beforeAll(async () => {
    scratch = await openScratchCase();
    for (const [index, part] of parts.entries()) {
      const records = part.flatMap((rule) => rule.examples.flatMap((example) => example.records));
      await scratch.write(`part-${index}.ndjson`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    }
    outcome = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    await detect(scratch.store);
    const rows = await scratch.store.rows<{ detection: string; path: string; records: number[] }>(
      sql`select detection, path, list(distinct record order by record) as records
        from match join evidence_file using (file_id) group by all`,
    );
    for (const { detection, path, records } of rows) matched.set(`${detection}/${basename(path)}`, records);
  }, 120_000);
  afterAll(() => scratch.close());

  test('are all read, none of them twice', () => {
    const records = examples.reduce((sum, { example }) => sum + example.records.length, 0);
    expect(outcome).toMatchObject({ read: parts.length, records, duplicates: 0, rejected: 0, known: 0 });
  });

  test.each(examples)('$title', ({ detection, example, file, numbers }) => {
    const hits = matched.get(`${detection}/${file}`)?.filter((record) => numbers.includes(record)) ?? [];
    // Every record of an example that fires has to match by itself.
    expect(hits).toEqual(example.fires ? numbers : []);
  });
});
