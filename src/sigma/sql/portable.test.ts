import { expect, test } from 'vitest';
import type { Dialect } from '../../store/dialect.ts';
import { duckdb } from '../../store/duckdb-dialect.ts';
import { join, Sql, sql } from '../../store/sql.ts';
import { compileRules } from '../plan/compile-rules.ts';
import { loadRules, parseRules, shippedRulesDirectory } from '../parse/load.ts';
import { statementOf } from './statement.ts';

/** A dialect that keeps what it is given and says nothing of its own: what is left in a statement is said by the plan. */
const silent: Dialect = new Proxy(duckdb, {
  get:
    () =>
    (...given: unknown[]) =>
      join(sqlIn(given), sql` , `),
});

function sqlIn(value: unknown): Sql[] {
  if (value instanceof Sql) return [value];
  if (Array.isArray(value)) return value.flatMap(sqlIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sqlIn) : [];
}

/** Words of the SQL standard that every engine of the kind knows. */
const standard = new Set(
  `select from where as and or not is null true false case when then else end union all join left on values distinct
  offset coalesce min over partition by with in`.split(/\s+/),
);

const correlations = [
  'event_count',
  'value_count',
  'value_sum',
  'value_percentile',
  'temporal',
  'temporal_ordered',
].map((type) => {
  const condition = type.startsWith('value_')
    ? { field: 'ResultType', gte: 2, ...(type === 'value_percentile' ? { percentile: 9 } : {}) }
    : { gte: 2 };
  return `title: ${type}
name: ${type}
correlation: ${JSON.stringify({ type, rules: type === 'event_count' ? ['one', 'two'] : ['one', 'event_count'], 'group-by': ['Target.Name', 'IPAddress', 'a.b'], timespan: '1h', condition })}`;
});
const base = ['one', 'two'].map(
  (name) => `title: ${name}
name: ${name}
logsource: {product: microsoft365, category: directory_change}
detection: {s: {Operation: ${name}, 'x.y|exists': false, 'Target.Name|contains': [a, b]}, k: [needle], condition: s and not k}`,
);

test('whatever engines say differently, the dialect says', () => {
  const shipped = compileRules(loadRules([shippedRulesDirectory()]));
  const made = compileRules(parseRules([...base, ...correlations].join('\n---\n'), 'r.yml'));
  expect([...shipped.refused, ...made.refused]).toEqual([]);
  expect(made.correlations).toHaveLength(correlations.length);
  const words = [shipped, made].flatMap((all) =>
    [...all.compiled, ...all.correlations].flatMap((rule) => {
      const statement = statementOf(rule, all, { since: '2024-01-01T00:00:00.000Z' }, silent);
      const bare = statement.text.replaceAll(/"(?:[^"]|"")*"/g, ' ').replaceAll(/'(?:[^']|'')*'/g, ' ');
      return bare.match(/[A-Za-z_]\w*(?=\s*\()|[A-Za-z_]\w*/g) ?? [];
    }),
  );
  const names =
    /^(file_id|record|source_table|detection|principal|time|occurred|inner_groups|own_groups|completes|belongs|measure|step|first_step|is_occurrence|occurrences|branch|decisive|decided|here|principal|[eomp])$/;
  const others = new Set(words.filter((word) => !standard.has(word.toLowerCase()) && !names.test(word)));
  expect([...others]).toEqual([]);
});
