import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { writeExamples } from './write-examples.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
let made = '';

beforeAll(async () => {
  made = join(await mkdtemp(join(tmpdir(), 'snowfence-examples-')), 'made');
  await writeExamples(made);
});
afterAll(() => rm(join(made, '..'), { recursive: true }));

/** The members of a zip as names and texts, read by the library that the product reads zips with. */
async function unzipped(bytes: Uint8Array): Promise<[string, string][]> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const members: [string, string][] = [];
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    members.push([entry.fileName, Buffer.concat(chunks).toString()]);
  }
  return members;
}

/** What a file says: another version of zlib may compress the same content to other bytes. */
async function contentOf(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString();
  return path.endsWith('.zip') ? unzipped(bytes) : bytes.toString('base64');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .toSorted();
}

const nameWith = async (part: string) => (await filesIn(made)).find((name) => name.includes(part)) ?? '';

interface Truth {
  readonly intrusions: readonly { readonly stages: readonly Record<string, unknown>[] }[];
}

describe('the examples', () => {
  it('on disk are what the script makes', async () => {
    const names = await filesIn(made);
    expect(await filesIn(examples)).toEqual(names);
    for (const name of names) {
      const [onDisk, fresh] = [await contentOf(join(examples, name)), await contentOf(join(made, name))];
      expect({ name, isSame: JSON.stringify(onDisk) === JSON.stringify(fresh) }).toEqual({ name, isSame: true });
    }
  });

  it('are smaller than 1.4 MB', async () => {
    const sizes = await Promise.all((await filesIn(examples)).map((name) => stat(join(examples, name))));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(1_400_000);
  });

  it('replace what was there before', async () => {
    const before = await filesIn(made);
    await writeFile(join(made, 'left over.txt'), 'x');
    await writeExamples(made);
    expect(await filesIn(made)).toEqual(before);
  });

  it('lack a day of users and break off in one file', async () => {
    const goose = String(await contentOf(join(made, await nameWith('rt_signin_log'))));
    const days = new Set(goose.match(/(?<="createdDateTime":")[-\d]{10}/g));
    expect([...days].filter((day) => day > '2023-12-11' && day < '2023-12-15')).toEqual(['2023-12-12', '2023-12-14']);
    const members = (await contentOf(join(made, await nameWith('graph-activity')))) as [string, string][];
    const lines = members[0]?.[1].split('\r\n') ?? [];
    expect(() => JSON.parse(lines.at(-1) ?? '') as unknown).toThrow(SyntaxError);
    expect(() => JSON.parse(lines.at(-2) ?? '') as unknown).not.toThrow();
  });

  it('hold every record that the truth names', async () => {
    const contents = await Promise.all((await filesIn(made)).map((name) => contentOf(join(made, name))));
    const text = contents
      .map((content) =>
        Array.isArray(content)
          ? JSON.stringify(content)
          : `${String(content)} ${Buffer.from(String(content), 'base64').toString()}`,
      )
      .join('\n');
    const { intrusions } = JSON.parse(await readFile(join(made, 'truth.json'), 'utf8')) as Truth;
    const ids = intrusions.flatMap(({ stages }) =>
      stages.flatMap((stage) => Object.values(stage).filter(Array.isArray).flat()),
    );
    expect(ids.length).toBeGreaterThan(150);
    expect(intrusions[0]?.stages).toHaveLength(13);
    for (const { signIn, directoryAudit, unifiedAudit, graphActivity } of intrusions[0]?.stages ?? [])
      for (const id of [signIn, directoryAudit, unifiedAudit, graphActivity].flat())
        expect(text.includes(String(id))).toBe(true);
  });
});
