import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestContent } from '../ingest/ingest-file.ts';
import { removeDuplicates } from '../ingest/remove-duplicates.ts';
import { stopIfAsked } from '../shape/stop.ts';
import {
  type CompiledCorrelation,
  type CompiledRules,
  partsOf,
  type RuleExample,
  type RuleFacts,
} from '../sigma/index.ts';
import { isRecordObject } from '../source/spelling.ts';
import { prepareSchema } from '../store/schema.ts';
import { sql } from '../store/sql.ts';
import { Store } from '../store/store.ts';
import { runRules } from './run-rules.ts';

/** What became of one example of a rule or correlation. */
export interface ExampleOutcome {
  readonly rule: RuleFacts;
  readonly example: RuleExample;
  /** Why it failed; undefined if it did not. */
  readonly failure: string | undefined;
}

interface Case {
  readonly rule: RuleFacts;
  readonly example: RuleExample;
}

/** A file has its price, and so examples share files; recognition looks at the first 50 records of each. */
const recordsAFile = 40;

/**
 * Runs the examples of the asked rules and correlations: their records go through the importer into a case in memory
 * and are held against the rule. No example sees the records of another. A rule must find every record of an example
 * that fires, a correlation something; neither anything in others. What cannot be read fails either way.
 */
export async function testRules(
  all: Pick<CompiledRules, 'compiled' | 'correlations'>,
  isAsked: (rule: RuleFacts) => boolean = () => true,
  signal?: AbortSignal,
): Promise<ExampleOutcome[]> {
  const compiled = all.compiled.filter(({ rule }) => isAsked(rule));
  const folder = await mkdtemp(join(tmpdir(), 'snowfence-'));
  try {
    const outcomes = await inMemory((store) => testTogether(store, folder, compiled, signal));
    for (const correlation of all.correlations.filter(({ rule }) => isAsked(rule))) {
      for (const example of correlation.rule.examples) {
        stopIfAsked(signal);
        const failure = await inMemory((store) => testCorrelation(store, folder, correlation, example, all));
        outcomes.push({ rule: correlation.rule, example, failure });
      }
    }
    return outcomes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inMemory<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await Store.open(':memory:');
  try {
    await prepareSchema(store);
    return await work(store);
  } finally {
    store.close();
  }
}

/** Where the records of an example are, and what could not be read of it. */
interface Reading {
  readonly fileId: number;
  /** Numbers of its records in the file. */
  readonly numbers: readonly number[];
  readonly trouble: string | undefined;
}

async function testTogether(
  store: Store,
  folder: string,
  compiled: CompiledRules['compiled'],
  signal: AbortSignal | undefined,
): Promise<ExampleOutcome[]> {
  const cases = compiled.flatMap(({ rule }) => rule.examples.map((example) => ({ rule, example })));
  const readings = new Map<Case, Reading>();
  for (const file of filesOf(cases)) {
    stopIfAsked(signal);
    for (const [one, reading] of await readFile(store, folder, file)) readings.set(one, reading);
  }
  await runRules(store, { compiled, correlations: [] }, new Set(), {}, () => stopIfAsked(signal));
  const rows = await store.rows<{ detection: string; file_id: number; record: number }>(
    sql`select distinct detection, file_id, record from match`,
  );
  const found = new Set(rows.map(({ detection, file_id, record }) => `${detection}/${file_id}/${record}`));
  return cases.map((one) => {
    const reading = readings.get(one);
    const isFound = (number: number): boolean => found.has(`${one.rule.detection}/${reading?.fileId}/${number}`);
    return { ...one, failure: reading?.trouble ?? failureOf(one.example, (reading?.numbers ?? []).map(isFound)) };
  });
}

/** Examples share files as long as each of their records is sure to be one record there, too. */
function filesOf(cases: readonly Case[]): Case[][] {
  const files: Case[][] = [];
  let records = Number.POSITIVE_INFINITY;
  for (const one of cases) {
    const { length } = one.example.records;
    const canShare = one.example.records.every(isOneRecord);
    records += length;
    if (!canShare || records > recordsAFile) {
      files.push([]);
      records = canShare ? length : Number.POSITIVE_INFINITY;
    }
    files.at(-1)?.push(one);
  }
  return files;
}

/** False for what the importer may take for a page of records. */
function isOneRecord(record: unknown): boolean {
  if (!isRecordObject(record)) return false;
  return !Object.entries(record).some(([key, value]) => /^(value|records)$/i.test(key) && Array.isArray(value));
}

/** Reads the records of the examples as one file. */
async function readFile(store: Store, folder: string, cases: readonly Case[]): Promise<Map<Case, Reading>> {
  const records = cases.flatMap(({ example }) => example.records);
  const bytes = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const content = {
    path: 'examples.ndjson',
    chunks: (async function* () {
      yield bytes;
    })(),
    // No two files are the same to the importer, whatever is in them.
    custody: () => ({ sha256: randomUUID(), bytes: bytes.length }),
    isArchive: false,
  };
  const read = await ingestContent(store, content, folder, { modified: new Date(0) });
  const { fileId } = await store.row<{ fileId: number }>(sql`select max(file_id) as fileId from evidence_file`);
  const rejections = await store.rows<{ record: number; reason: string }>(
    sql`select record, reason from rejection where file_id = ${fileId} order by record`,
  );
  const readings = new Map<Case, Reading>();
  let last = 0;
  for (const one of cases) {
    const first = last + 1;
    last += cases.length > 1 ? one.example.records.length : read.records + read.rejected;
    const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const rejected = rejections.find(({ record }) => record <= last && (record >= first || cases.length === 1));
    const trouble = rejected && `record ${Math.max(1, rejected.record - first + 1)} cannot be read: ${rejected.reason}`;
    readings.set(one, { fileId, numbers, trouble });
  }
  return readings;
}

function failureOf({ fires }: RuleExample, isFound: readonly boolean[]): string | undefined {
  if (isFound.length === 0) return 'the example has no records';
  const wrong = isFound.indexOf(!fires);
  if (wrong < 0) return undefined;
  return `record ${wrong + 1} of ${isFound.length} is ${fires ? 'not found' : 'found, but should not be'}`;
}

async function testCorrelation(
  store: Store,
  folder: string,
  correlation: CompiledCorrelation,
  example: RuleExample,
  all: Pick<CompiledRules, 'compiled' | 'correlations'>,
): Promise<string | undefined> {
  if (example.records.length === 0) return 'the example has no records';
  const one = { rule: correlation.rule, example };
  const trouble = (await readFile(store, folder, [one])).get(one)?.trouble;
  if (trouble !== undefined) return trouble;
  await removeDuplicates(store);
  await runRules(store, partsOf(correlation, all), new Set(), {}, () => undefined);
  const rows = await store.rows<{ detection: string; records: number }>(sql`
    select detection, count(distinct (file_id, record)) as records from match group by all`);
  const countOf = (detection: string): number => rows.find((row) => row.detection === detection)?.records ?? 0;
  const own = countOf(correlation.rule.detection);
  if (own > 0 === example.fires) return undefined;
  if (own > 0) return `it consists of ${own} of ${example.records.length} records, but should find nothing`;
  const members = correlation.rule.members.map((member) => `${member} ${countOf(member)}`);
  return `no window meets its condition; its rules found: ${members.join(', ')}`;
}
