import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { updateCoverage } from '../../src/ingest/coverage.ts';
import { type Check, type CheckExample, verdicts } from '../../src/posture/check.ts';
import { allChecks } from '../../src/posture/registry.ts';
import { runChecks } from '../../src/posture/run-checks.ts';
import { isClaimedBy } from '../../src/source/recognise.ts';
import { allSources } from '../../src/source/registry.ts';
import { sql } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const checks = await allChecks();
const sources = await allSources();
const names = await readdir(new URL('../../src/posture/check/', import.meta.url));
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
      names
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

/** True if the example can stand beside others in one case: it has no logs, which count for all tenants, and names no tenant. */
function isAlone({ records }: CheckExample): boolean {
  return records.every((record) =>
    sources.some(
      (source) => source.table === 'directory' && source.tenant === undefined && isClaimedBy(record, source),
    ),
  );
}

async function write(scratch: ScratchCase, folder: string, { records }: CheckExample): Promise<string> {
  const lines = records.map((record) => JSON.stringify(record));
  files += 1;
  // The time in the name is when it was exported; blank lines, because a case takes the same bytes once.
  return scratch.write(`${folder}/20261125120000/tenant.ndjson`, `${lines.join('\n')}${'\n'.repeat(files)}`);
}

let files = 0;

async function answers(
  store: Store,
  { check, severity: usual }: Check,
  tenant: string,
): Promise<{ verdict: string | undefined; objects: string[]; severities: Record<string, string> }> {
  const [verdict] = await store.rows<{ verdict: string }>(
    sql`select verdict from posture_verdict where "check" = ${check} and contains(tenantId, ${tenant})`,
  );
  const objects = await store.rows<{ id: string; name: string; because: string; severity: string; file_id: number }>(
    sql`select id, name, because, severity, file_id from posture_object where "check" = ${check} and contains(tenantId, ${tenant}) order by id`,
  );
  for (const { name, because, file_id: file } of objects) expect([name, because, file]).not.toContain(null);
  return {
    verdict: verdict?.verdict,
    objects: objects.map(({ id }) => id.replace(/^unknown tenant.*/, 'unknown tenant')),
    severities: Object.fromEntries(
      objects.filter(({ severity }) => severity !== usual).map(({ id, severity }) => [id, severity]),
    ),
  };
}

describe('examples, read by the importer', () => {
  const alone = examples
    .filter(({ example }) => isAlone(example))
    .map((one, index) => ({ ...one, folder: `example-${index}-` }));
  const others = examples.filter(({ example }) => !isAlone(example));
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
    // Where the files above name two tenants, each folder stands for one that nobody names.
    for (const id of ['one', 'two']) {
      await scratch.write(
        `named/${id}.json`,
        JSON.stringify({ id, displayName: id, tenantType: 'AAD', verifiedDomains: [] }),
      );
    }
    for (const { example, folder } of alone) await write(scratch, folder, example);
    const read = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect(read.rejected).toBe(0);
    expect(read.records).toBe(2 + alone.reduce((sum, { example }) => sum + example.records.length, 0));
    await describeDirectory(scratch.store);
    await runChecks(scratch.store);
  }, 600_000);
  afterAll(() => scratch.close());

  test('are many enough to share a case', () => {
    expect(alone.length).toBeGreaterThan(others.length);
  });

  test.each(alone)('$title', async ({ check, example, folder }) => {
    expect(await answers(scratch.store, check, folder)).toEqual({
      verdict: example.verdict,
      objects: example.objects ?? [],
      severities: example.severities ?? {},
    });
  });
});

describe('examples with logs, or of several tenants', () => {
  const others = examples.filter(({ example }) => !isAlone(example));
  let scratch: ScratchCase;
  beforeAll(async () => {
    scratch = await openScratchCase();
  });
  afterAll(() => scratch.close());

  test.each(others)('$title', async ({ check, example }) => {
    await scratch.empty();
    const [loaded] = await scratch.load(await write(scratch, 'one', example));
    expect(loaded).toMatchObject({ records: example.records.length, rejected: 0 });
    await updateCoverage(scratch.store, []);
    await describeDirectory(scratch.store);
    await runChecks(scratch.store, { only: check.check });
    expect(await answers(scratch.store, check, '')).toEqual({
      verdict: example.verdict,
      objects: example.objects ?? [],
      severities: example.severities ?? {},
    });
  });
});
