import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../conformance/', import.meta.url));

interface Section {
  readonly section: string;
  readonly passed: number;
  readonly failures: readonly unknown[];
}

describe('the conformance suite', () => {
  test('has cases with names of their own, each with a sentence or a choice and an outcome', async () => {
    const files = (await readdir(`${folder}case`)).filter((name) => name.endsWith('.yml'));
    const cases = (
      await Promise.all(files.map(async (name) => parse(await readFile(`${folder}case/${name}`, 'utf8')).cases))
    ).flat();
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(350);
    for (const one of cases) {
      expect(one).toMatchObject(one.says === undefined ? { choice: expect.any(String) } : { says: expect.any(String) });
      const outcomes = [one.matches, one.completed_by, one.refused, one.reports];
      expect({ id: one.id, outcomes: outcomes.filter((outcome) => outcome !== undefined).length }).toMatchObject({
        outcomes: expect.toSatisfy((count: number) => count > 0),
      });
    }
  });

  test('is passed by the built engine, through the runner that others start from', { timeout: 600_000 }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [`${folder}run.mjs`, '--json'], {
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stdout: string }) => error);
    const { sections, passed } = JSON.parse(stdout) as { sections: Section[]; passed: number };
    expect(sections.filter(({ failures }) => failures.length > 0)).toEqual([]);
    expect(passed).toBeGreaterThanOrEqual(350);
  });
});
