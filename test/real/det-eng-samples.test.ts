import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allAnalyses } from '../../src/analysis/registry.ts';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { filesOf, isThere, titleFor } from './sample-data.ts';

const folder = 'det-eng-samples/dataset';
const files = filesOf(folder).map((path) => ({ name: basename(path), path }));
/** Attacks that only several records together show: they are investigated one by one. */
const series = files.filter(({ name }) => /^t(?:1110|1531)/.test(name));
const single = files.filter((file) => !series.includes(file));
const analyses = new Set((await allAnalyses()).map(({ detection }) => detection));

/** `t1098.002_ApplicationImpersonation.csv` is labelled T1098.002. */
function labelOf(name: string): string {
  return /^t\d{4}(?:\.\d{3})?/i.exec(name)?.[0].toUpperCase() ?? '';
}

/** The technique itself, its parent or one of its sub-techniques; not a sister of it. */
function isNear(found: string, label: string): boolean {
  return found === label || found.startsWith(`${label}.`) || label.startsWith(`${found}.`);
}

type Found = { detection: string; techniques: string[] };
const near = (found: readonly Found[], name: string) =>
  found.filter(({ techniques }) => techniques.some((technique) => isNear(technique, labelOf(name))));

describe.skipIf(!isThere(folder))(titleFor(folder, 'labelled exports of the unified audit log'), () => {
  let scratch: ScratchCase;
  const rejected = new Map<string, number>();

  // A rule sees one record at a time, so one run over all of the files tells the same of each as a run of its own.
  beforeAll(async () => {
    scratch = await openScratchCase();
    for (const { name, path } of single) {
      const loaded = await scratch.load(path);
      rejected.set(
        name,
        loaded.reduce((sum, file) => sum + file.rejected, 0),
      );
    }
    await detect(scratch.store);
  });
  afterAll(() => scratch.close());

  test('are there, and labelled', () => {
    expect(single.length).toBeGreaterThanOrEqual(15);
    expect(series.length).toBeGreaterThanOrEqual(4);
    for (const { name } of files) expect(labelOf(name)).toMatch(/^T\d{4}/);
  });

  test.each(single)('a rule finds $name', async ({ name, path }) => {
    expect(rejected.get(name)).toBe(0);
    const found = await scratch.store.rows<Found>(sql`
      select distinct detection, techniques from match join evidence_file using (file_id) join detection using (detection)
      where path = ${path}`);
    const rules = found.filter(({ detection }) => !analyses.has(detection));
    expect(near(rules, name), `found: ${JSON.stringify(found)}`).not.toEqual([]);
  });

  test.each(series)('an analysis finds $name, investigated alone', async ({ name, path }) => {
    const own = await openScratchCase();
    try {
      const outcome = await ingest(own.store, own.folder, [path]);
      expect(outcome.rejected).toBe(0);
      await detect(own.store);
      const found = await own.store.rows<Found>(
        sql`select detection, techniques from finding join detection using (detection)`,
      );
      const told = near(found, name).filter(({ detection }) => analyses.has(detection));
      expect(told, `found: ${JSON.stringify(found)}`).not.toEqual([]);
    } finally {
      await own.close();
    }
  });
});
