import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareAnalyses } from '../../src/analysis/prepare-analyses.ts';
import { allAnalyses } from '../../src/analysis/registry.ts';
import { detect } from '../../src/case/detect.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { logs } from '../../src/shape/detection.ts';
import { severities } from '../../src/shape/severity.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const analyses = await allAnalyses();
const files = (await readdir(new URL('../../src/analysis/', import.meta.url))).filter((name) =>
  name.endsWith('.analysis.ts'),
);
const each = analyses.map((analysis) => [analysis.detection, analysis] as const);
const examples = analyses.flatMap((analysis) =>
  analysis.examples.map((example) => ({ title: `${analysis.detection}: ${example.name}`, analysis, example })),
);

describe('analyses', () => {
  test('are the files of the folder, each with its name as detection', () => {
    expect(analyses.map(({ detection }) => `${detection}.analysis.ts`)).toEqual(files.toSorted());
  });

  test.each(each)('%s is complete', (_, analysis) => {
    expect(analysis.title).not.toBe('');
    expect(analysis.description).toMatch(/\.$/);
    expect(severities).toContain(analysis.severity);
    expect(analysis.techniques.length).toBeGreaterThan(0);
    expect(analysis.techniques).toEqual(analysis.techniques.toSorted());
    for (const technique of analysis.techniques) expect(technique).toMatch(/^T\d{4}(\.\d{3})?$/);
    expect(analysis.next).toMatch(/\.$/);
    expect(analysis.falsePositives.length).toBeGreaterThan(0);
    for (const reference of analysis.references) expect(new URL(reference).protocol).toBe('https:');
    expect(logs).toEqual(expect.arrayContaining([...analysis.logs]));
    expect(new Set(analysis.examples.map(({ fires }) => fires))).toEqual(new Set([true, false]));
  });
});

describe('examples, each in a case of its own', () => {
  let scratch: ScratchCase;
  beforeEach(async () => {
    scratch = await openScratchCase();
  });
  afterEach(() => scratch.close());

  async function read(name: string, records: readonly object[]): Promise<void> {
    await scratch.write(`${name}.ndjson`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const { rejected, duplicates } = await ingest(scratch.store, scratch.folder, [scratch.evidence]);
    expect({ rejected, duplicates }).toEqual({ rejected: 0, duplicates: 0 });
  }

  test.each(examples)('$title', async ({ analysis, example }) => {
    await read('example', example.records);
    await prepareAnalyses(scratch.store, {});
    const rows = await scratch.store.rows(analysis.query);
    expect(rows.length > 0).toBe(example.fires);
    // Each row is a record of the evidence, named once.
    const places = rows.map(({ key, source_table, file_id, record }) =>
      JSON.stringify([key, source_table, file_id, record]),
    );
    expect(new Set(places).size).toBe(places.length);
  });

  test('all of those that fire are found by one run of the detections', async () => {
    for (const analysis of analyses) {
      await read(analysis.detection, analysis.examples.find(({ fires }) => fires)?.records ?? []);
    }
    await detect(scratch.store);
    const found = await scratch.store.rows<{ detection: string }>(sql`select distinct detection from finding`);
    expect(found.map(({ detection }) => detection)).toEqual(
      expect.arrayContaining(analyses.map(({ detection }) => detection)),
    );
  });
});
