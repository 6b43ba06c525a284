import { randomBytes } from 'node:crypto';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../src/case/open-case.ts';
import { sql } from '../../src/store/sql.ts';
import { schemaVersion } from '../../src/store/tables.ts';
import { layFiles, lines, signIns } from '../support/evidence.ts';
import { readPaths } from '../support/read-evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function evidence(): Promise<string> {
  return layFiles(join(await temporaryFolder(), 'evidence'), { 'a.json': lines(signIns(3)) });
}

async function madeCase(): Promise<string> {
  const folder = join(await temporaryFolder(), 'case');
  await readPaths([await evidence()], folder);
  return folder;
}

test.each([
  ['999', 'case-newer', `this version knows up to ${schemaVersion}\nUpdate snowfence, or start a new case.\n`],
  [
    '1',
    'case-older',
    `this version needs ${schemaVersion}\nRead the evidence again into a new case: give --case another folder.\n`,
  ],
])('a case of schema %s is refused and left as it is', async (version, code, told) => {
  const folder = await madeCase();
  const opened = await openCase(folder);
  await opened.store.run(sql`update meta set value = ${version} where key = 'schema'`);
  opened.close();
  for (const words of [['report'], ['ingest', await evidence()]]) {
    const run = await runCli([...words, '--case', folder, '--json']);
    expect(run.stderr).toBe(`${code}: ${folder}: the case has schema ${version}, ${told}`);
    expect(run).toMatchObject({ code: 3, stdout: '' });
  }
});

const damages: [string, (path: string) => Promise<void>][] = [
  ['noise', (path) => writeFile(path, randomBytes(50_000))],
  ['text', (path) => writeFile(path, 'no database')],
  ['cut off', (path) => truncate(path, 20_000)],
  [
    'another database',
    (path) => writeFile(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)])),
  ],
  [
    'overwritten in the middle',
    async (path) => {
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(0xff, 12_288, 300_000));
    },
  ],
];
test.each(damages)('a case file that is %s is a fault and not touched', async (_, damage) => {
  const folder = await madeCase();
  const path = join(folder, 'case.duckdb');
  await damage(path);
  const before = await readFile(path);
  await expect(openCase(folder, { create: true })).rejects.toMatchObject({
    code: 'case-invalid',
    message: 'case.duckdb is not a readable case',
    place: { file: folder },
  });
  expect((await readFile(path)).equals(before)).toBe(true);
});

test('a folder where the case file should be', async () => {
  const folder = join(await temporaryFolder(), 'case');
  await mkdir(join(folder, 'case.duckdb'), { recursive: true });
  await expect(openCase(folder, { create: true })).rejects.toMatchObject({ code: 'case-invalid' });
});

test('a file where the case folder should be, and an empty case file', async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, 'file'), 'x');
  const file = await runCli(['ingest', await evidence(), '--case', join(root, 'file')]);
  expect(file.stderr).toMatch(/^path-unreadable: /);
  expect(file.code).toBe(3);
  const folder = await layFiles(join(root, 'case'), { 'case.duckdb': '' });
  expect((await runCli(['report', '--case', folder])).stderr).toMatch(/^case-missing: /);
  expect((await runCli(['ingest', await evidence(), '--case', folder])).code).toBe(0);
});

test('a folder with a question mark, and a name that looks like an address', async () => {
  const root = await temporaryFolder();
  const marked = await runCli(['ingest', await evidence(), '--case', join(root, 'what?')]);
  expect(marked.stderr).toMatch(/^path-unreadable: .* question mark in its name\n/);
  expect(marked.code).toBe(3);
  expect((await runCli(['ingest', await evidence(), '--case', 'sqlite:case'], { cwd: root })).code).toBe(0);
});

test('two processes on one case', async () => {
  const folder = await madeCase();
  const opened = await openCase(folder);
  try {
    for (const words of [['report'], ['ingest', await evidence()]]) {
      const run = await runCli([...words, '--case', folder]);
      expect(run.stderr).toBe(
        `case-in-use: ${folder}: another process has this case open\nWait until it ends, or give --case another folder.\n`,
      );
      expect(run).toMatchObject({ code: 3, stdout: '' });
    }
  } finally {
    opened.close();
  }
  expect((await runCli(['report', '--case', folder])).code).toBe(0);
});
