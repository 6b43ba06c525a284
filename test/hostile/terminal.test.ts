import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { harmless } from '../../src/cli/terminal.ts';
import { layFiles, lines, signIn } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isDangerous } from '../support/terminal-text.ts';

const evil = '\u001B[2J\u001B]0;owned\u0007\r\n\u009B31m\u202Egpj.\u2066x';

test('text is made harmless without losing what can be read', () => {
  expect(isDangerous(evil)).toBe(true);
  expect(isDangerous(harmless(`a${evil}b`))).toBe(false);
  expect(harmless('Zoë Ødegård 😀.json')).toBe('Zoë Ødegård 😀.json');
});

test('names of files, of members and of what cannot be read', async () => {
  const root = await temporaryFolder();
  const names = [`read${evil}.json`, `unknown${evil}.txt`, `empty${evil}.json`];
  const evidence = await layFiles(join(root, 'evidence'), {
    [names[0] ?? '']: lines([signIn(1)]),
    [names[1] ?? '']: 'a note',
    [names[2] ?? '']: '',
  });
  execFileSync('mkfifo', [join(evidence, `pipe${evil}`)]);
  const words = ['ingest', evidence, '--case', join(root, 'case')];
  for (const more of [[], [], ['--json']]) {
    const run = await runCli([...words, ...more]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('pipe');
    expect(isDangerous(run.stderr)).toBe(false);
    expect(isDangerous(run.stdout)).toBe(false);
  }
});

test('faults with a path, and rules of the user with escapes', async () => {
  const root = await temporaryFolder();
  const missing = await runCli(['ingest', join(root, evil), '--case', join(root, 'case')]);
  expect(missing.code).toBe(3);
  expect(isDangerous(missing.stderr)).toBe(false);
  const noCase = await runCli(['report', '--case', join(root, evil)]);
  expect(noCase.code).toBe(3);
  expect(isDangerous(noCase.stderr)).toBe(false);
});

test('values of records in the summary of findings, as text and as JSON', async () => {
  const root = await temporaryFolder();
  const rule = join(root, `rule${evil}.yml`.replaceAll('\n', ''));
  await writeFile(rule, `title: "x${String.raw`\e[2J\x9b`}"\nid: 1`);
  const name = `user${evil}@frostline.example`;
  const record = {
    CreationTime: '2024-01-10T00:00:00',
    Id: 'a',
    Operation: 'New-InboxRule',
    RecordType: 1,
    Workload: 'Exchange',
  };
  const evidence = await layFiles(join(root, 'evidence'), {
    'a.json': lines([
      {
        ...record,
        UserId: name,
        ObjectId: name,
        ResultStatus: 'True',
        Parameters: [{ Name: 'ForwardTo', Value: `a${evil}@evil.example` }],
      },
    ]),
  });
  const words = ['investigate', evidence, '--case', join(root, 'case'), '--rules', rule];
  const run = await runCli(words);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('rule not used');
  expect(run.stdout).toMatch(/(low|medium|high|critical) +2024-01-10 00:00 .*user/);
  expect(isDangerous(run.stderr)).toBe(false);
  expect(isDangerous(run.stdout)).toBe(false);
  const json = await runCli(['report', '--case', join(root, 'case'), '--json']);
  expect(isDangerous(json.stdout)).toBe(false);
  expect(json.stdout).toContain('frostline.example');
});
