import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { missingDay } from './example-evidence.ts';
import { exampleFiles, writeExamples } from './write-examples.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

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
async function contentOf(name: string, bytes: Uint8Array): Promise<unknown> {
  if (name.endsWith('.gz')) return gunzipSync(bytes).toString();
  return name.endsWith('.zip') ? unzipped(bytes) : Buffer.from(bytes).toString('base64');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .toSorted();
}

function hashes(): string[] {
  return exampleFiles().map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);
}

describe('the examples', () => {
  it('are the same bytes in two runs', () => {
    expect(hashes()).toEqual(hashes());
  });

  it('on disk are what the script makes', async () => {
    const made = exampleFiles();
    expect(await filesIn(examples)).toEqual(made.map(({ name }) => name).toSorted());
    for (const { name, bytes } of made) {
      const onDisk = await readFile(join(examples, name));
      expect({ name, content: await contentOf(name, onDisk) }).toEqual({ name, content: await contentOf(name, bytes) });
    }
  });

  it('are between 300 and 700 kB', async () => {
    const sizes = await Promise.all((await filesIn(examples)).map((name) => stat(join(examples, name))));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    expect(total).toBeGreaterThan(300_000);
    expect(total).toBeLessThan(700_000);
  });

  it('replace what was there before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'snowfence-examples-'));
    await writeExamples(folder);
    const first = await filesIn(folder);
    await writeExamples(folder);
    expect(await filesIn(folder)).toEqual(first);
    await rm(folder, { recursive: true });
  });

  it('lack a day of users and break off in one file', async () => {
    const evidence = new Map(exampleFiles().map(({ name, bytes }) => [name, bytes]));
    const goose = [...evidence].find(([name]) => name.includes('rt_signin_log'));
    const days = gunzipSync(goose?.[1] ?? new Uint8Array())
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => /"createdDateTime":"([-\d]{10})/.exec(line)?.[1]);
    expect(days).not.toContain(missingDay);
    expect(days).toContain('2023-12-12');
    expect(days).toContain('2023-12-14');
    const graph = [...evidence].find(([name]) => name.includes('microsoftgraphactivitylogs'));
    const lines = Buffer.from(graph?.[1] ?? [])
      .toString()
      .split('\r\n');
    expect(() => JSON.parse(lines.at(-1) ?? '') as unknown).toThrow(SyntaxError);
    expect(() => JSON.parse(lines.at(-2) ?? '') as unknown).not.toThrow();
  });
});
