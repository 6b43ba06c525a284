import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { gzipFile } from '../../src/simulate/gzip-file.ts';
import { zipArchive } from '../../src/simulate/zip-archive.ts';
import { sql } from '../../src/store/sql.ts';
import { openScratchCase, type ScratchCase } from '../contract/scratch-case.ts';
import { writers } from './sample.ts';

/** One file of each kind of layout: lines, a pretty array, pages, CSV with a byte order mark, UTF-16. */
const chosen = [
  ['graph-lines', 'signIn'],
  ['graph-array', 'directoryAudit'],
  ['diagnostic-records', 'graphActivity'],
  ['purview-csv', 'unifiedAudit'],
  ['search-json', 'unifiedAudit'],
] as const;

const files = chosen.flatMap(([format, log]) => {
  const writer = writers.find((one) => one.format === format && one.log === log);
  return (writer?.writeFew() ?? [])
    .slice(0, 1)
    .map(({ name, bytes }) => ({ format, name: `${format}/${name}`, bytes }));
});

let scratch: ScratchCase;
beforeAll(async () => {
  scratch = await openScratchCase();
});
afterAll(() => scratch.close());

/** What the plain files give, without the name of the archive around them. */
async function outcomes(name: string, bytes: Uint8Array) {
  const loaded = await scratch.load(await scratch.write(name, bytes));
  return loaded.map(({ source, records, rejected }) => ({ source, records, rejected }));
}

async function plain() {
  const all = [];
  for (const { name, bytes } of files) all.push(...(await outcomes(name, bytes)));
  return all;
}

describe('compressed evidence', () => {
  test('the plain files are all read', async () => {
    const all = await plain();
    expect(all).toHaveLength(chosen.length);
    for (const one of all)
      expect(one).toMatchObject({ rejected: 0, records: expect.any(Number), source: expect.stringMatching(/-/) });
  });

  test.each(files)('$name in gzip, and in gzip twice', async ({ name, bytes }) => {
    const expected = await outcomes(name, bytes);
    expect(await outcomes(`${name}.gz`, gzipFile(bytes))).toEqual(expected);
    expect(await outcomes(`${name}.gz.gz`, gzipFile(gzipFile(bytes)))).toEqual(expected);
  });

  test('an archive with a file of each kind', async () => {
    expect(await outcomes('all.zip', zipArchive(files))).toEqual(await plain());
  });

  test('archives within archives, some of the members in gzip', async () => {
    const members = files.map(({ name, bytes }, index) =>
      index % 2 === 0 ? { name, bytes } : { name: `${name}.gz`, bytes: gzipFile(bytes) },
    );
    const inner = zipArchive(members);
    expect(await outcomes('outer.zip', zipArchive([{ name: 'inner.zip', bytes: inner }]))).toEqual(await plain());
  });

  test('members are named after the way to them, and archives are counted as evidence of their own', async () => {
    const own = await openScratchCase();
    const records = (await plain()).slice(0, 2).reduce((sum, one) => sum + one.records, 0);
    const inner = zipArchive(files.slice(0, 1));
    const path = await own.write('outer.zip', zipArchive([{ name: 'inner.zip', bytes: inner }, ...files.slice(1, 2)]));
    const outcome = await ingest(own.store, own.folder, [path]);
    expect(outcome).toMatchObject({ read: 2, records, rejected: 0 });
    const rows = await own.store.rows<{ path: string; source: string }>(
      sql`select path[${path.length - 'outer.zip'.length + 1}:] as path, source from evidence_file order by path`,
    );
    expect(rows).toEqual(
      [
        { path: 'outer.zip', source: 'archive' },
        { path: `outer.zip!${files[1]?.name}`, source: 'directory-audit-graph' },
        { path: 'outer.zip!inner.zip', source: 'archive' },
        { path: `outer.zip!inner.zip!${files[0]?.name}`, source: 'sign-in-graph' },
      ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    );
    expect(await ingest(own.store, own.folder, [path])).toMatchObject({ read: 0, known: 1, records: 0 });
    await own.close();
  });

  test('an archive that is cut off is told as damaged, and what was whole in it is kept', async () => {
    const bytes = gzipFile(Buffer.concat(Array.from({ length: 400 }, () => Buffer.from(files[0]?.bytes ?? []))));
    const [cut] = await outcomes('cut.json.gz', bytes.subarray(0, Math.floor(bytes.length * 0.9)));
    expect(cut?.rejected).toBeGreaterThan(0);
    expect(cut?.records).toBeGreaterThan(0);
    const [damaged] = await outcomes('cut.zip', zipArchive(files).subarray(0, 900));
    expect(damaged).toMatchObject({ records: 0, rejected: 1, source: '' });
  });
});
