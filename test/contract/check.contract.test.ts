import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { updateCoverage } from '../../src/ingest/coverage.ts';
import { verdicts } from '../../src/posture/check.ts';
import { allChecks } from '../../src/posture/registry.ts';
import { runChecks } from '../../src/posture/run-checks.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const checks = await allChecks();
const files = await readdir(new URL('../../src/posture/check/', import.meta.url));
const lessons = parse(
  await readFile(new URL('../../content/lesson/midnight-blizzard.yml', import.meta.url), 'utf8'),
) as {
  id: string;
}[];
const each = checks.map((check) => [check.check, check] as const);
const examples = checks.flatMap((check) =>
  check.examples.map((example) => ({ title: `${check.check}: ${example.name}`, check, example })),
);

describe('checks', () => {
  test('are the files of the folder, each with its name as id', () => {
    expect(checks.map(({ check }) => check)).toEqual(
      files
        .filter((name) => name.endsWith('.check.ts'))
        .map((name) => name.replace('.check.ts', ''))
        .toSorted(),
    );
  });

  test.each(each)('%s says what a reader needs', (_, check) => {
    expect(lessons.map(({ id }) => id)).toContain(check.lesson);
    for (const text of [check.title, check.risk, check.incident, check.fix.portal, check.fix.command])
      expect(text).toMatch(/\S{2}/);
    expect(check.references.length).toBeGreaterThan(0);
    for (const reference of check.references) expect(new URL(reference).protocol).toBe('https:');
    expect(check.needs.length).toBeGreaterThan(0);
    for (const policy of check.scuba ?? []) expect(policy).toMatch(/^MS\.(AAD|EXO|DEFENDER)\.\d+\.\d+$/);
  });

  test.each(each)('%s has examples of all verdicts', (_, check) => {
    expect(new Set(check.examples.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
  });
});

describe('examples, read by the importer', () => {
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
  });
  afterAll(() => scratch.close());

  test.each(examples)('$title', async ({ check, example }) => {
    await scratch.empty();
    const lines = example.records.map((record) => JSON.stringify(record)).join('\n');
    // The time in the name is when it was exported.
    const [loaded] = await scratch.load(await scratch.write('20261125120000/tenant.ndjson', `${lines}\n`));
    expect(loaded).toMatchObject({ records: example.records.length, rejected: 0 });
    await updateCoverage(scratch.store, []);
    await describeDirectory(scratch.store);
    await runChecks(scratch.store, { only: check.check });
    const [verdict] = await scratch.store.rows<{ verdict: string }>(sql`select verdict from posture_verdict`);
    const objects = await scratch.store.rows<{ id: string; name: string; because: string; file_id: number }>(
      sql`select id, name, because, file_id from posture_object order by id`,
    );
    expect({ verdict: verdict?.verdict, objects: objects.map(({ id }) => id) }).toEqual({
      verdict: example.verdict,
      objects: example.objects ?? [],
    });
    for (const { name, because, file_id: file } of objects) expect([name, because, file]).not.toContain(null);
  });
});
