import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layFiles, lines, signIns } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';

let root = '';
const at = (name: string): string => join(root, name);
const limits = ['--memory', '400MB', '--threads', '1'];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'snowfence-test-'));
  await layFiles(at('reports'), {
    'assessment.json': '[{"Control":"1.1","Result":"Pass"}]',
    'note.txt': 'a note',
  });
  await layFiles(at('sign-ins'), { 'sign-ins.json': lines(signIns(20)) });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a folder without any log is no success: the first line says so, nothing else is claimed, and the report is there', async () => {
  const run = await runCli(['investigate', at('reports'), '--case', at('empty'), ...limits]);
  expect(run.code).toBe(3);
  expect(run.stdout.trimStart().split('\n')[0]).toBe(
    'NOTHING WAS EXAMINED. None of the 2 files holds a record of a log that snowfence knows.',
  );
  expect(run.stdout).not.toMatch(/No intrusion|No promise|^Findings +none$/m);
  expect(run.stderr).toMatch(/^nothing-examined: /m);
  expect(await readdir(at('empty'))).toContain('report.html');
});

test('neither is a time in which there is no record; with one that has some all is as ever', async () => {
  const early = ['--until', '2001-01-01'];
  expect((await runCli(['investigate', at('sign-ins'), '--case', at('case'), ...limits, ...early])).code).toBe(3);
  expect((await runCli(['detect', '--case', at('case'), '--json', ...limits, ...early])).code).toBe(3);
  const run = await runCli(['detect', '--case', at('case'), ...limits]);
  expect(run.code).toBe(0);
  expect(run.stdout).not.toMatch(/NOTHING WAS EXAMINED/);
});
