import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { testRules } from '../../src/case/test-rules.ts';
import { compileRules, loadRules, type RuleExample, shippedRulesDirectory } from '../../src/sigma/index.ts';

const folder = shippedRulesDirectory();
const files = (await readdir(folder)).filter((name) => name.endsWith('.yml')).toSorted();
const set = loadRules([folder]);
const { rules, faults } = set;
const all = compileRules(set);
const { compiled, refused } = all;
const each = compiled.map((rule) => [rule.rule.detection, rule] as const);
const examples = [...rules, ...set.correlations].flatMap(({ detection, examples: own }) =>
  own.map((example) => ({ title: `${detection}: ${example.name}`, example })),
);

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

describe('examples, through importer and rule', () => {
  const failures = new Map<RuleExample, string | undefined>();

  beforeAll(async () => {
    for (const { example, failure } of await testRules(all)) failures.set(example, failure);
  }, 120_000);

  test.each(examples)('$title', ({ example }) => {
    expect(failures.has(example)).toBe(true);
    expect(failures.get(example)).toBeUndefined();
  });
});
