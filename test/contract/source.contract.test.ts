import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logs } from '../../src/shape/detection.ts';
import { planExtraction } from '../../src/source/extraction.ts';
import { isClaimedBy } from '../../src/source/recognise.ts';
import { allSources } from '../../src/source/registry.ts';
import type { Source } from '../../src/source/source.ts';
import { identifier, join, sql, trusted } from '../../src/store/sql.ts';
import { eventColumns } from '../../src/store/tables.ts';
import { openScratchCase, type ScratchCase } from './scratch-case.ts';

const every = await allSources();
const sources = every.filter((source) => source.table !== 'directory');
const files = (await readdir(new URL('../../src/source/', import.meta.url))).filter((name) =>
  name.endsWith('.source.ts'),
);
const each = sources.map((source) => [source.id, source] as const);
const examples = sources.flatMap((source) =>
  source.examples.map((example, index) => ({ title: `${source.id}: ${example.name}`, source, example, index })),
);
const taken = examples.filter(({ example }) => example.becomes !== undefined);
const refused = examples.filter(({ example }) => example.becomes === undefined);

describe('sources', () => {
  test('are the files of the folder, each with its name as id', () => {
    expect(sources.map(({ id }) => id).toSorted()).toEqual(
      files.map((name) => name.replace('.source.ts', '')).toSorted(),
    );
    expect(sources.length).toBeGreaterThanOrEqual(10);
  });

  test.each(each)('%s cites a public page and names logs that exist', (_, source) => {
    expect(new URL(source.reference).protocol).toBe('https:');
    expect(source.title).not.toBe('');
    expect(source.logs.length).toBeGreaterThan(0);
    expect(logs).toEqual(expect.arrayContaining([...source.logs]));
    expect(Object.keys(eventColumns)).toContain(source.table);
  });

  test.each(each)('%s fills columns that its table has, with a time and a log', (_, source) => {
    const columns = Object.keys(planExtraction(source, []).columns);
    expect(Object.keys(eventColumns[source.table])).toEqual(expect.arrayContaining(columns));
    expect(columns).toEqual(expect.arrayContaining(['time', 'log', 'operation', 'principal']));
    for (const filled of ['file_id', 'record', 'raw']) expect(columns).not.toContain(filled);
  });

  test.each(each)('%s asks only for fields that it declares', (_, source) => {
    const asked = [...source.requires.flat(), ...(source.excludes ?? [])];
    expect(Object.keys(source.fields)).toEqual(expect.arrayContaining(asked));
    expect(source.requires.length).toBeGreaterThan(0);
  });

  test.each(each)('%s has an example that it takes and one that it refuses', (_, source) => {
    const outcomes = source.examples.map(({ becomes }) => becomes !== undefined);
    expect(new Set(outcomes)).toEqual(new Set([true, false]));
  });

  test.each(examples)('$title is claimed by no second source', ({ source, example }) => {
    const claiming = every.filter((candidate) => isClaimedBy(example.record, candidate)).map(({ id }) => id);
    if (example.becomes === undefined) expect(claiming).not.toContain(source.id);
    else expect(claiming).toEqual([source.id]);
    expect(claiming.length).toBeLessThan(2);
  });
});

describe('examples, read by the importer', () => {
  let scratch: ScratchCase;
  /** `source of the example / its number` to where the record stands, alone on a line and within an array. */
  const asLine = new Map<string, number>();
  const inArray = new Map<string, { fileId: number; record: number }>();

  beforeAll(async () => {
    scratch = await openScratchCase();
    for (const { source, example, index } of taken) {
      const path = await scratch.write(`${source.id}-${index}.ndjson`, `${JSON.stringify(example.record)}\n`);
      const [loaded] = await scratch.load(path);
      expect(loaded).toMatchObject({ records: 1, rejected: 0, source: source.id });
      asLine.set(`${source.id}/${index}`, loaded?.fileId ?? 0);
    }
    for (const source of sources) {
      const own = taken.filter((one) => one.source === source);
      const text = JSON.stringify(
        own.map(({ example }) => example.record),
        null,
        2,
      );
      const [loaded] = await scratch.load(await scratch.write(`${source.id}.json`, text));
      expect(loaded).toMatchObject({ records: own.length, rejected: 0, source: source.id });
      for (const [place, { index }] of own.entries()) {
        inArray.set(`${source.id}/${index}`, { fileId: loaded?.fileId ?? 0, record: place + 1 });
      }
    }
  });
  afterAll(() => scratch.close());

  test.each(taken)('$title becomes what it says', async ({ source, example, index }) => {
    const expected = example.becomes ?? {};
    const fileId = asLine.get(`${source.id}/${index}`) ?? 0;
    expect(await columnsOf(scratch, source, Object.keys(expected), fileId, 1)).toEqual(expected);
  });

  test.each(taken)('$title becomes the same within a pretty-printed array', async ({ source, example, index }) => {
    const expected = example.becomes ?? {};
    const { fileId, record } = inArray.get(`${source.id}/${index}`) ?? { fileId: 0, record: 0 };
    expect(await columnsOf(scratch, source, Object.keys(expected), fileId, record)).toEqual(expected);
  });

  test.each(taken)('$title goes to a log of its source', async ({ source, index }) => {
    const fileId = asLine.get(`${source.id}/${index}`) ?? 0;
    const row = await columnsOf(scratch, source, ['log'], fileId, 1);
    expect(source.logs).toContain(row['log']);
  });

  test.each(refused)('$title', async ({ source, example, index }) => {
    const path = await scratch.write(`refused-${source.id}-${index}.json`, JSON.stringify(example.record));
    const loaded = await scratch.load(path);
    expect(loaded.flatMap((file) => file.source.split('+'))).not.toContain(source.id);
  });
});

/** Values of one record as text, times as instants, by the expressions that were asked for. */
async function columnsOf(
  scratch: ScratchCase,
  source: Source,
  expressions: readonly string[],
  fileId: number,
  record: number,
): Promise<Record<string, string | null>> {
  const values = expressions.map((expression) => {
    const isTime = eventColumns[source.table][expression] === 'TIMESTAMP';
    const value = trusted(expression);
    return sql`${isTime ? sql`iso(${value})` : sql`(${value})::varchar`} as ${identifier(expression)}`;
  });
  return scratch.store.row<Record<string, string | null>>(
    sql`select ${join(values)} from ${identifier(source.table)} where file_id = ${fileId} and record = ${record}`,
  );
}
