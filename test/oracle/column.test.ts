import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logs } from '../../src/shape/detection.ts';
import {
  compileRules,
  correlationRelations,
  hits,
  hitsStatement,
  membersOf,
  parseRules,
  recordScheme,
  type Scheme,
} from '../../src/sigma/index.ts';
import { duckdb } from '../../src/store/duckdb-dialect.ts';
import { identifier, join, type Sql, sql } from '../../src/store/sql.ts';
import { Store } from '../../src/store/store.ts';
import { correlationCase, placeholders, ruleBatch } from './generate.ts';
import { seed } from './seed.ts';
import { interpret } from './interpret.ts';

/**
 * The same comparison where some fields are columns, as in a case: there a column decides which rules a record meets at all,
 * and what needs the record is asked last.
 */

const columns = ['a', 'b', 'e', 'kind', 'u', 'g'];

const scheme: Scheme = {
  ...recordScheme,
  tablesOf: () => [{ table: 'event', logs, where: {} }],
  columnsOf: () => Object.fromEntries(columns.map((column) => [column, 'VARCHAR'])),
  homeOf: (_, field) => (columns.includes(field) ? { kind: 'column', column: field } : undefined),
  translate: (item, table) => [{ item, home: scheme.homeOf(table, item.field ?? '') }],
};

/** A column holds texts only, and does not tell null from missing. */
function inColumns(event: unknown): Record<string, unknown> {
  const entries = typeof event === 'object' && event !== null ? Object.entries(event) : [];
  return Object.fromEntries(entries.filter(([key, value]) => !columns.includes(key) || typeof value === 'string'));
}

async function load(store: Store, events: readonly Record<string, unknown>[]): Promise<void> {
  const own = columns.map((column) => sql`${identifier(column)} varchar`);
  await store.run(
    sql`create table event (file_id integer, record bigint, time timestamp, principal varchar, ${join(own)}, raw varchar)`,
  );
  const rows = events.map((event, index) => {
    const values = columns.map((column) => (typeof event[column] === 'string' ? event[column] : null));
    const time = duckdb.asTime(sql`${typeof event['timestamp'] === 'string' ? event['timestamp'] : null}`);
    return sql`(1, ${index}, ${time}, '', ${join(values.map((value) => sql`${value}`))}, ${JSON.stringify(event)})`;
  });
  if (rows.length > 0) await store.run(sql`insert into event values ${join(rows)}`);
}

async function compare(text: string, given: readonly unknown[]): Promise<void> {
  const events = given.map(inColumns);
  const expected = interpret(text, events, { placeholders });
  const set = parseRules(text, 'rule.yml', { placeholders });
  const compiled = compileRules(set, scheme);
  expect([...set.faults, ...compiled.refused]).toEqual([]);
  const store = await Store.open(':memory:');
  try {
    await load(store, events);
    const numbers = async (from: Sql): Promise<number[]> =>
      (await store.rows<{ record: number }>(sql`select distinct record from ${from} order by record`)).map(
        ({ record }) => record,
      );
    await store.run(sql`create temp table ${hits} as ${hitsStatement(compiled.compiled, {})}`);
    for (const { rule } of compiled.compiled) {
      const matches = await numbers(sql`${hits} where detection = ${rule.detection}`);
      expect({ title: rule.title, kind: 'rule', matches }).toEqual({ title: rule.title, ...expected.get(rule.title) });
    }
    for (const { rule, plan } of compiled.correlations) {
      for (const { name, query } of correlationRelations(plan, hits))
        await store.run(sql`create temp table ${name} as ${query}`);
      expect({ title: rule.title, consistsOf: await numbers(membersOf(rule.detection)) }).toEqual({
        title: rule.title,
        consistsOf: (expected.get(rule.title) as { consistsOf?: number[] } | undefined)?.consistsOf,
      });
    }
  } finally {
    store.close();
  }
}

const word = fc.constantFrom('x', 'y', 'z', 'X');

/** Rules that columns decide, wholly or in part: what they share and what they exclude is often the same column. */
const selection = fc.record(
  {
    a: fc.oneof(word, fc.uniqueArray(word, { minLength: 2, maxLength: 3 })),
    b: fc.oneof(word, fc.uniqueArray(word, { minLength: 2, maxLength: 3 })),
    'e|neq': word,
    'c.d': word,
  },
  { requiredKeys: [] },
);
const conditions = [
  's',
  's and t',
  's or t',
  's and not t',
  'not s',
  '(s or t) and not u',
  'not (s and t) and u',
  's and (t or u)',
];
const decidedRule = fc.record({
  detection: fc.record({
    s: selection.filter((map) => Object.keys(map).length > 0),
    t: selection.filter((map) => Object.keys(map).length > 0),
    u: selection.filter((map) => Object.keys(map).length > 0),
    condition: fc.constantFrom(...conditions),
  }),
});
const decidedEvent = fc.record(
  { a: word, b: word, e: word, c: fc.record({ d: word }, { requiredKeys: [] }) },
  { requiredKeys: [] },
);

test('rules that columns decide', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(decidedRule, { minLength: 1, maxLength: 12 }),
      fc.array(decidedEvent, { minLength: 20, maxLength: 40 }),
      (rules, events) =>
        compare(
          rules
            .map((rule, index) => JSON.stringify({ title: `r${index}`, logsource: { category: 'test' }, ...rule }))
            .join('\n---\n'),
          events,
        ),
    ),
    { ...seed, numRuns: 60 },
  );
});

test('rules over columns and the record', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(ruleBatch(), ({ documents, events }) => compare(documents.join('\n---\n'), events)),
    { ...seed, numRuns: 8 },
  );
});

test('correlations that group by columns', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(correlationCase(), ({ text, events }) => compare(text, events)),
    { ...seed, numRuns: 40 },
  );
});
