import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layFiles, lines, signIns } from '../support/evidence.ts';
import { program, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('help and version', () => {
  test.each(['investigate', 'ingest', 'detect', 'report'])('%s --help shows examples', async (command) => {
    const run = await runCli([command, '--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(new RegExp(`^Usage: snowfence ${command} .*--case`, 's'));
    expect(run.stdout).toMatch(new RegExp(`\\nExamples:\\n(  \\$ snowfence ${command} .*\\n)+$`));
  });

  test('the program itself', async () => {
    const help = await runCli(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['investigate', 'ingest', 'detect', 'report'])
      expect(help.stdout).toContain(`\n  ${command} `);
    expect(help.stdout).toContain('Exit codes: 0 ');
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong use exits with 2 and makes nothing', () => {
  const wrong: [string, string[], RegExp][] = [
    ['nothing', [], /Usage: snowfence/],
    ['an unknown command', ['inspect'], /unknown command 'inspect'/],
    ['an unknown option', ['ingest', '.', '--case', 'case', '--fast'], /unknown option '--fast'/],
    ['no path', ['ingest', '--case', 'case'], /missing required argument 'path'/],
    ['no case', ['ingest', '.'], /required option '--case <dir>' not specified/],
    ['a time that is none', ['detect', '--case', 'case', '--since', 'yesterday'], /Give a date such as 2024-01-12/],
    ['a month that is none', ['detect', '--case', 'case', '--until', '2024-13-01'], /Give a date such as/],
    [
      'a window without time',
      ['investigate', '.', '--case', 'case', '--since', '2024-02-01', '--until', '2024-01-01'],
      /--since must be before --until/,
    ],
    [
      'a severity that is none',
      ['detect', '--case', 'case', '--fail-on', 'bad'],
      /Give one of low, medium, high, critical/,
    ],
    ['memory without unit', ['ingest', '.', '--case', 'case', '--memory', '400'], /Give a number and a unit/],
    ['no memory', ['ingest', '.', '--case', 'case', '--memory', '0MB'], /Give a number and a unit/],
    ['no threads', ['ingest', '.', '--case', 'case', '--threads', '0'], /Give a whole number from 1 to 512/],
    ['half a thread', ['ingest', '.', '--case', 'case', '--threads', '1.5'], /Give a whole number/],
  ];
  test.each(wrong)('%s', async (_, words, message) => {
    const cwd = await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(1)) });
    const run = await runCli(words, { cwd });
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(await readdir(cwd)).toEqual(['a.json']);
  });

  test('a day that its month does not have', async () => {
    const run = await runCli(['detect', '--case', 'case', '--since', '2024-02-30'], { cwd: await temporaryFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('faults exit with 3, a hint, and nothing on standard output', () => {
  const faults: [string, string[], string][] = [
    [
      'a path that is not there',
      ['ingest', 'gone'],
      'path-missing: gone: there is no such file or folder\nCheck the spelling',
    ],
    ['one of two', ['ingest', 'evidence', 'gone'], 'path-missing: gone'],
    [
      'an empty folder',
      ['investigate', 'empty'],
      'nothing-to-read: empty: there is no file in what was named\nName the folder',
    ],
    [
      'no case to detect in',
      ['detect'],
      'case-missing: case: there is no case in this folder\nMake one with: snowfence investigate',
    ],
    ['no case to report', ['report'], 'case-missing: case'],
  ];
  test.each(faults)('%s', async (_, words, message) => {
    const cwd = await temporaryFolder();
    await layFiles(join(cwd, 'evidence'), { 'a.json': lines(signIns(1)) });
    await layFiles(join(cwd, 'empty'), {});
    const run = await runCli([...words, '--case', 'case', '--json'], { cwd });
    expect(run.stderr.startsWith(message)).toBe(true);
    expect(run).toMatchObject({ code: 3, stdout: '' });
  });

  test('rules that are not there', async () => {
    const evidence = await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(1)) });
    const run = await runCli([
      'investigate',
      evidence,
      '--case',
      join(evidence, 'case'),
      '--rules',
      join(evidence, 'gone'),
    ]);
    expect(run.stderr).toMatch(/path-missing: .*gone/);
    expect(run).toMatchObject({ code: 3, stdout: '' });
  });
});

test('a reader that leaves early is no failure', async () => {
  const evidence = await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(1)) });
  const child = spawn(process.execPath, [program, 'ingest', evidence, '--case', join(evidence, 'case')]);
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
});
