import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectFiles } from './collect-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'collect-'));
  await mkdir(join(root, 'b/deep'), { recursive: true });
  await writeFile(join(root, 'b/deep/two.json'), '{}');
  await writeFile(join(root, 'a.json'), '[1]');
});
afterEach(() => rm(root, { recursive: true }));

const names = async (paths: readonly string[], excluded: readonly string[] = []) => {
  const { files } = await collectFiles(paths, excluded);
  return files.map(({ path }) => path.slice(root.length + 1));
};

describe('files to read', () => {
  test('are found below folders, sorted, with their sizes and when they were written', async () => {
    const modified = new Date('2024-01-12T08:00:00Z');
    for (const name of ['a.json', 'b/deep/two.json']) await utimes(join(root, name), modified, modified);
    expect(await collectFiles([root])).toEqual({
      files: [
        { path: join(root, 'a.json'), bytes: 3, modified },
        { path: join(root, 'b/deep/two.json'), bytes: 2, modified },
      ],
      unreadable: [],
    });
  });

  test('are taken once, however often they are named or linked', async () => {
    await symlink(join(root, 'a.json'), join(root, 'z-link.json'));
    expect(await names([join(root, 'b'), root, join(root, 'a.json'), `${root}/`])).toEqual([
      'a.json',
      'b/deep/two.json',
    ]);
  });

  test('are not those of the case', async () => {
    expect(await names([root], [join(root, 'b')])).toEqual(['a.json']);
  });

  test('end at loops, and tell links that lead nowhere', async () => {
    await symlink(root, join(root, 'b/loop'));
    await symlink(join(root, 'gone'), join(root, 'b/broken'));
    const { files, unreadable } = await collectFiles([root]);
    expect(files).toHaveLength(2);
    expect(unreadable).toEqual([{ path: join(root, 'b/broken'), reason: 'broken or endless symbolic link' }]);
  });

  test('have to be there if they are named', async () => {
    const missing = join(root, 'missing.json');
    await expect(collectFiles([root, missing])).rejects.toMatchObject({
      code: 'path-missing',
      place: { file: missing },
    });
  });
});
