/**
 * Runs the conformance suite against Snowfence and prints passed and failed cases per section.
 *
 *   npm run build && node conformance/run.mjs [--json] [SECTION-FILE...]
 *
 * Ends with 1 if a case failed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { parse } from 'yaml';
import { evaluate, parseRules, silentRules } from '../dist/sigma/index.js';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const folder = fileURLToPath(new URL('case/', import.meta.url));
const files =
  positionals.length > 0
    ? positionals
    : (await readdir(folder)).filter((name) => name.endsWith('.yml')).toSorted().map((name) => folder + name);

/** The rule under test has this title. */
const underTest = 'test';

const sections = [];
for (const file of files) {
  const { section, cases } = parse(await readFile(file, 'utf8'));
  const failures = [];
  for (const one of cases) {
    const difference = await run(one);
    if (difference !== undefined) failures.push({ id: one.id, ...difference });
  }
  sections.push({ section, file: basename(file), passed: cases.length - failures.length, failed: failures.length, failures });
}

/** What differs from the expected outcome, undefined if nothing does. */
async function run({ rules, events, placeholders, ...expected }) {
  const options = placeholders === undefined ? {} : { placeholders };
  const { evaluations, faults } = await evaluate(rules, events ?? [], options);
  const found = evaluations.find(({ title }) => title === underTest);
  const actual = {};
  if (expected.refused === true) actual.refused = found === undefined && faults.length > 0;
  else if (found === undefined) return { expected: outcome(expected), actual: faults.map((fault) => `${fault.located} ${fault.hint}`) };
  if (expected.matches !== undefined) actual.matches = found.matches;
  if (expected.completed_by !== undefined) actual.completed_by = found.completedBy;
  if (expected.consists_of !== undefined) actual.consists_of = found.consistsOf;
  if (expected.reports !== undefined) {
    const set = parseRules(rules, 'rule.yml', options);
    const silent = silentRules(set);
    actual.reports = [...set.rules, ...set.correlations]
      .filter(({ detection }) => !silent.has(detection))
      .map(({ title }) => title)
      .toSorted();
  }
  const wanted = outcome(expected);
  return isDeepStrictEqual(wanted, actual) ? undefined : { expected: wanted, actual };
}

function outcome({ matches, completed_by, consists_of, refused, reports }) {
  const wanted = { refused, matches, completed_by, consists_of, reports: reports?.toSorted() };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

const total = { passed: 0, failed: 0 };
for (const { passed, failed } of sections) {
  total.passed += passed;
  total.failed += failed;
}
if (values.json) process.stdout.write(`${JSON.stringify({ ...total, sections }, undefined, 1)}\n`);
else {
  for (const { section, passed, failed, failures } of sections) {
    process.stdout.write(`${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed  ${section}\n`);
    for (const { id, expected, actual } of failures) {
      process.stdout.write(`       ${id}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}\n`);
    }
  }
  process.stdout.write(`${String(total.passed).padStart(4)} passed ${String(total.failed).padStart(3)} failed  in all\n`);
}
if (total.failed > 0) process.exitCode = 1;
