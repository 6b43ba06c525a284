import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lines, signIn } from '../support/evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** 100 MB that take the engine some moments, under a name with an escape in it. */
async function evidence(): Promise<string> {
  const file = join(await temporaryFolder(), 'large\u001B[2J.json');
  const note = 'n'.repeat(3500);
  await writeFile(file, lines(Array.from({ length: 25_000 }, (_, index) => signIn(index, { note }))));
  return file;
}

test('in a pipe there are plain lines only', async () => {
  const run = await runCli(['ingest', await evidence(), '--case', join(await temporaryFolder(), 'case')]);
  expect(run.code).toBe(0);
  expect(run.stderr).not.toMatch(/[\r\u001B]/);
  expect(run.stderr).toMatch(/^(\d+ % .*\n)*read .*: 25,000 records of sign-in-graph\n$/);
});

test('on a terminal one line is written over and gone at the end', async (context) => {
  try {
    execFileSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' });
  } catch {
    return context.skip('there is no `script` to make a terminal with');
  }
  const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const run = await runCli(['ingest', await evidence(), '--case', join(await temporaryFolder(), 'case')], {
    wrap: (words) => ['script', '-qec', `stty cols 60; ${words.map(quoted).join(' ')}`, '/dev/null'],
  });
  expect(run.code).toBe(0);
  const [before = '', ...after] = run.stdout.split('read      ');
  const told = before.split('\r\u001B[2K');
  expect(told.length).toBeGreaterThan(3);
  expect(told[0]).toBe('');
  expect(told.at(-1)).toBe('');
  for (const line of told.slice(1, -1)) {
    expect(line).toMatch(/^\d+ % {2}[\d.]+ k?M?B of [\d.]+ MB, [\d,]+ records\/s/);
    expect(line.length).toBeLessThan(60);
    expect(line).not.toMatch(/[\r\n\u001B]/);
  }
  expect(after.join('').replaceAll('\r\n', '\n')).toMatch(
    /^\S*large\S*\.json: 25,000 records of sign-in-graph\n1 file read, /,
  );
});
