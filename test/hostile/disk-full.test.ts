import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layFiles, lines, signIns } from '../support/evidence.ts';
import { readPaths } from '../support/read-evidence.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tinyDisk, withFileLimit } from '../support/tiny-disk.ts';

const mebibyte = 1024 * 1024;

/** A small file, and after it one that does not compress: 20 MB of text. */
async function evidence(): Promise<string> {
  const large = signIns(2000).map((record) => ({
    ...record,
    id: `large ${String(record['id'])}`,
    note: randomBytes(5000).toString('hex'),
  }));
  return layFiles(await temporaryFolder(), { 'a.json': lines(signIns(10)), 'b.json': lines(large) });
}

// 6 MiB: no room for the spooled text. 24 MiB: no room for the engine beside it.
test.for([6, 24])('a disk of %i MiB: what was finished is kept and the case opens', async (size, context) => {
  const disk = await tinyDisk(size * mebibyte);
  if (disk === undefined) return context.skip('this user may not mount a disk');
  const folder = join(disk, 'case');
  const paths = [await evidence()];
  const run = await runCli(['ingest', ...paths, '--case', folder]);
  expect(run.stderr).toMatch(/disk-full: /);
  expect(run.stderr).toMatch(/Free some space/);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  execFileSync('mount', ['-o', `remount,size=${100 * mebibyte}`, disk]);
  expect((await readPaths(paths, folder)).principals).toHaveLength(2010);
});

test('a disk without room for the case leaves nothing half made', async (context) => {
  const disk = await tinyDisk(16 * 1024);
  if (disk === undefined) return context.skip('this user may not mount a disk');
  const paths = [await evidence()];
  const run = await runCli(['ingest', ...paths, '--case', join(disk, 'case')]);
  expect(run.stderr).toMatch(/^disk-full: /);
  expect(run.code).toBe(3);
  execFileSync('mount', ['-o', `remount,size=${100 * mebibyte}`, disk]);
  expect((await readPaths(paths, join(disk, 'case'))).outcome.read).toBe(2);
});

test('a report that does not fit', async (context) => {
  const disk = await tinyDisk(8 * mebibyte);
  if (disk === undefined) return context.skip('this user may not mount a disk');
  const folder = join(disk, 'case');
  await readPaths([await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(10)) })], folder);
  await writeFile(join(disk, 'ballast'), Buffer.alloc(8 * mebibyte)).catch(() => undefined);
  const run = await runCli(['report', '--case', folder]);
  expect(run.stderr).toMatch(/^disk-full: /);
  expect(run.code).toBe(3);
});

test('a limit on the length of files, as a quota sets it', async () => {
  const folder = join(await temporaryFolder(), 'case');
  const paths = [await evidence()];
  const run = await runCli(['ingest', ...paths, '--case', folder], { wrap: withFileLimit(4096) });
  expect(run.stderr).toMatch(/disk-full: /);
  expect(run.code).toBe(3);
  expect((await readPaths(paths, folder)).outcome).toMatchObject({ read: 1, known: 1 });
});

test('a disk that is read only', async (context) => {
  const disk = await tinyDisk(8 * mebibyte);
  if (disk === undefined) return context.skip('this user may not mount a disk');
  const file = await layFiles(await temporaryFolder(), { 'a.json': lines(signIns(1)) });
  await readPaths([file], join(disk, 'case'));
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  for (const name of ['case', 'another']) {
    const run = await runCli(['ingest', file, '--case', join(disk, name)]);
    expect(run.stderr).toMatch(/^path-unreadable: /);
    expect(run.code).toBe(3);
  }
});
