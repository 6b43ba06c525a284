import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layFiles } from '../support/evidence.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const short = ['--users', '20', '--activity', '2', '--quiet-days', '2', '--reading-days', '2'];

async function simulate(...words: string[]): Promise<CliResult & { readonly folder: string }> {
  const folder = await temporaryFolder();
  const run = await runCli(['simulate', '--out', 'lab', ...words], { cwd: folder });
  return { ...run, folder };
}

async function truthOf(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'lab/truth.json'), 'utf8')) as Record<string, unknown>;
}

describe('simulate', () => {
  test('--help shows examples', async () => {
    const run = await runCli(['simulate', '--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Usage: snowfence simulate .*\n/);
    expect(run.stdout).toMatch(/\nExamples:\n( {2}\$ snowfence simulate --out .*\n)+$/);
  });

  test('says what it wrote and what to do next, and that works', async () => {
    const { folder, code, stdout } = await simulate(...short, '--spray-days', '3', '--stage-days', '1');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.replaceAll(/\d+(?:,\d+)*/g, '#'))).toEqual([
      'Evidence   lab/evidence: # files, # records',
      '           frostline.example: # users, # records',
      '           frostline-test.example: # users, # records',
      'Attack     midnight-blizzard: # records in # stages, #-#-# to #-#-#',
      'Truth      lab/truth.json',
      'Next       snowfence investigate lab/evidence --case lab-case',
      '',
    ]);
    expect((await readdir(folder)).toSorted()).toEqual(['lab']);
    const { records } = await truthOf(folder);
    const read = await runCli(['ingest', 'lab/evidence', '--case', 'lab-case', '--json'], { cwd: folder });
    const { ingested } = JSON.parse(read.stdout) as { ingested: Record<'records' | 'rejected' | 'duplicates', number> };
    expect(ingested).toMatchObject({ rejected: 0, duplicates: 0 });
    // Those of the directory come on top.
    expect(ingested.records).toBeGreaterThan(Number(records));
  });

  test('takes several attacks with options that each of them knows', async () => {
    const attacks = [
      '--scenario',
      'token-theft',
      '--scenario',
      'consent-phish',
      '--victims',
      '2',
      '--without',
      'hiding',
    ];
    const { code, stdout, folder } = await simulate('--json', ...attacks, ...short);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ out: 'lab', days: 30, intrusions: [{}, {}] });
    expect(await truthOf(folder)).toMatchObject({
      scenarios: ['token-theft', 'consent-phish'],
      intrusions: [
        {
          scenario: 'token-theft',
          parameters: { readingDays: 2 },
          stages: [{ id: 'foothold' }, { id: 'mail-access' }],
        },
        { scenario: 'consent-phish', parameters: { victims: 2, readingDays: 2 } },
      ],
    });
  });

  test('benign has no attack', async () => {
    const { stdout, folder } = await simulate('--scenario', 'benign', '--users', '20', '--days', '3');
    expect(stdout).toContain('\nAttack     none\n');
    expect(await truthOf(folder)).toMatchObject({ days: 3, intrusions: [] });
  });
});

describe('wrong use exits with 2 and makes nothing', () => {
  test.each([
    [['--scenario', 'surge', '--victims', '3'], /error: --victims means nothing to surge/],
    [['--accounts', 'none'], /Give a whole number from 1 to 200000 or "all"/],
  ] as [string[], RegExp][])('%s', async (words, message) => {
    const { code, stdout, stderr, folder } = await simulate(...words);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('faults exit with 3', () => {
  test('a folder that is not empty', async () => {
    const folder = await layFiles(await temporaryFolder(), { 'lab/mine.txt': 'x' });
    const run = await runCli(['simulate', '--out', 'lab'], { cwd: folder });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(/path-unreadable: .*lab: the folder is not empty.*\nGive a new folder with --out/);
    expect(await readdir(join(folder, 'lab'))).toEqual(['mine.txt']);
  });
});

test('Ctrl-C leaves nothing behind', async () => {
  const folder = await temporaryFolder();
  const run = await runCli(['simulate', '--out', 'lab', '--users', '3000', '--days', '365'], {
    cwd: folder,
    onStart: (child) => {
      const wait = setInterval(() => {
        if (child.exitCode === null && !existsSync(join(folder, '.lab.partial'))) return;
        clearInterval(wait);
        child.kill('SIGINT');
      }, 20);
    },
  });
  expect(run).toMatchObject({ code: 130, stdout: '' });
  expect(await readdir(folder)).toEqual([]);
});
