import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { detect } from '../../src/case/detect.ts';
import { openCase } from '../../src/case/open-case.ts';
import { sql } from '../../src/store/sql.ts';
import { layFiles, lines, signIn, signIns } from '../support/evidence.ts';
import { readPaths } from '../support/read-evidence.ts';
import { type CliOptions, type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A small file, then 80 MB: two batches. */
let paths: readonly string[] = [];
/** What a case holds after an undisturbed reading of them. */
let undisturbed: Awaited<ReturnType<typeof contents>>;
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  const note = 'n'.repeat(3500);
  const large = Array.from({ length: 20_000 }, (_, index) => signIn(1000 + index, { note }));
  paths = [await layFiles(join(root, 'evidence'), { 'a.json': lines(signIns(10)), 'b.json': lines(large) })];
  await readPaths(paths, join(root, 'case'));
  undisturbed = await contents(join(root, 'case'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Sends the signal once the file is there, and so long after. */
function signalAfter(file: string, milliseconds: number, signal: NodeJS.Signals): NonNullable<CliOptions['onStart']> {
  return (child) => {
    void (async () => {
      while (!existsSync(file) && child.exitCode === null) await wait(5);
      await wait(milliseconds);
      child.kill(signal);
    })();
  };
}

/** What is in the case: number of records and a sum over all of them. */
async function contents(folder: string) {
  const opened = await openCase(folder);
  try {
    return await opened.store.row<{ records: number; digest: string; files: number; covered: number | null }>(sql`
      select count(*) as records, bit_xor(hash(raw))::varchar as digest, (select count(*) from evidence_file) as files,
        (select sum(records)::bigint from coverage) as covered from sign_in`);
  } finally {
    opened.close();
  }
}

/** Reads the evidence into the case until the signal comes. */
function stopped(folder: string, after: string, milliseconds: number, signal: NodeJS.Signals): Promise<CliResult> {
  const onStart = signalAfter(join(folder, 'temporary', after), milliseconds, signal);
  return runCli(['ingest', ...paths, '--case', folder], { onStart });
}

/** What a stopped reading has left, and whether the next run ends as if nothing had been. */
async function expectRecovery(folder: string): Promise<void> {
  // The first file is whole or not there, the second is not there.
  expect([0, 10]).toContain((await contents(folder)).records);
  expect((await runCli(['ingest', ...paths, '--case', folder])).code).toBe(0);
  expect(await contents(folder)).toEqual(undisturbed);
}

const moments = [
  ['batch-1.txt', 0],
  ['batch-2.txt', 30],
] as const;

test.for(moments)('Ctrl-C once %s is there, and %i ms', async ([after, milliseconds]) => {
  const folder = join(await temporaryFolder(), 'case');
  const run = await stopped(folder, after, milliseconds, 'SIGINT');
  expect(run).toMatchObject({ code: 130, stdout: '' });
  expect(run.stderr).toContain('stopping; press Ctrl-C again');
  expect(run.stderr).toMatch(/interrupted: stopped on request\n/);
  expect((await readdir(folder)).filter((name) => !name.startsWith('case.duckdb'))).toEqual([]);
  await expectRecovery(folder);
});

test.for(moments)('killed once %s is there, and %i ms', async ([after, milliseconds]) => {
  const folder = join(await temporaryFolder(), 'case');
  const run = await stopped(folder, after, milliseconds, 'SIGKILL');
  expect(run.signal).toBe('SIGKILL');
  await expectRecovery(folder);
});

test('a detection that was asked to stop before it began keeps the findings of before', async () => {
  const folder = join(await temporaryFolder(), 'case');
  await readPaths([await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(3)) })], folder);
  const opened = await openCase(folder);
  try {
    await expect(detect(opened.store, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' });
    expect(await opened.store.row(sql`select count(*) as detections from detection`)).toEqual({ detections: 0 });
  } finally {
    opened.close();
  }
});

test('Ctrl-C while the detections run', async () => {
  const folder = join(await temporaryFolder(), 'case');
  await readPaths([await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(3)) })], folder);
  const run = await runCli(['detect', '--case', folder], { onStart: signalAfter(folder, 1500, 'SIGINT') });
  expect(run.stderr).toMatch(/interrupted: /);
  expect(run).toMatchObject({ code: 130, stdout: '' });
  expect(await contents(folder)).toMatchObject({ records: 3 });
});
