import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/sigma/evaluate.ts';
import { parseRules } from '../../src/sigma/parse/load.ts';

/** Rules from strangers: whatever is in them, they are refused or run in good time, and nothing else happens. */

const evil = `x'); drop table event; --`;
const names = [evil, '"; drop table event; --', 'a"b', "a'b", 'ä\u202eb', '$$', '?', '{}', '%s', 'select', '*'];

function rule(title: string, detection: unknown, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ title, name: title, logsource: { category: 'test' }, detection, ...more });
}

const at = (second: number): string => new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString();

describe('names that try to be SQL', () => {
  test.each(names)('%j as field, value, title, group, alias and selection', async (name) => {
    const field = name.replaceAll('|', '');
    const text = [
      rule(name, { s: { [field]: name.replaceAll(/[*?\\]/g, '\\$&') }, condition: 's' }, { name: 'one' }),
      JSON.stringify({
        title: 'counted',
        correlation: {
          type: 'value_count',
          rules: ['one'],
          aliases: { [name]: { one: field } },
          'group-by': [name],
          timespan: '1m',
          condition: { field, gte: 1 },
        },
      }),
    ].join('\n---\n');
    const records = [
      { [field]: name, timestamp: at(0) },
      { [field]: 'other', timestamp: at(1) },
    ];
    const { evaluations, faults } = await evaluate(text, records);
    expect(faults.map((fault) => fault.located)).toEqual([]);
    expect(evaluations).toEqual([
      { kind: 'rule', title: name, matches: [0] },
      { kind: 'correlation', title: 'counted', completedBy: [0], consistsOf: [0] },
    ]);
  });
});

describe('what would take for ever', () => {
  const long = 'a'.repeat(30_000);

  test.each(['(a+)+$', '(a|a)*b', '(.*a){20}b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(?:a{0,50}){0,10}c'])(
    'the regular expression %s over a long text',
    async (expression) => {
      const text = rule('r', { s: { 'a|re': expression }, k: { '|re': [expression] }, condition: '1 of them' });
      const start = performance.now();
      const { evaluations, faults } = await evaluate(text, [{ a: `${long}!` }, { a: 'short' }]);
      expect(evaluations.length + faults.length).toBe(1);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
  );

  test('a thousand alternatives, each of them with wildcards', async () => {
    const values = Array.from({ length: 1000 }, (_, index) => `*${index}*x?y*${index}`);
    const { evaluations } = await evaluate(rule('r', { s: { a: values }, condition: 's' }), [
      { a: `${long}999${long}xzy${long}999` },
      { a: long },
    ]);
    expect(evaluations).toEqual([{ kind: 'rule', title: 'r', matches: [0] }]);
  });

  test('an order of as many rules as are possible, over many records of one moment', async () => {
    const rules = Array.from({ length: 50 }, (_, index) =>
      rule(`r${index}`, { s: { 'k|gte': index }, condition: 's' }),
    );
    const order = { type: 'temporal_ordered', rules: rules.map((_, index) => `r${index}`), timespan: '1s' };
    const records = Array.from({ length: 60 }, (_, index) => ({ k: index % 50, timestamp: at(0) }));
    const text = [...rules, JSON.stringify({ title: 'test', correlation: order })].join('\n---\n');
    const { evaluations, faults } = await evaluate(text, records);
    expect(faults).toEqual([]);
    expect(evaluations.at(-1)).toMatchObject({ completedBy: [49] });
  });

  test('records that a window holds by the thousand', async () => {
    const records = Array.from({ length: 20_000 }, (_, index) => ({
      k: index % 7,
      timestamp: at(Math.floor(index / 1000)),
    }));
    const text = [
      rule('a', { s: { 'k|exists': true }, condition: 's' }),
      JSON.stringify({
        title: 'inner',
        name: 'inner',
        correlation: { type: 'event_count', rules: ['a'], 'group-by': ['k'], timespan: '1d', condition: { gte: 100 } },
      }),
      JSON.stringify({
        title: 'outer',
        correlation: { type: 'value_count', rules: ['inner'], timespan: '1d', condition: { field: 'k', gte: 7 } },
      }),
    ].join('\n---\n');
    const { evaluations } = await evaluate(text, records);
    const outer = evaluations.at(-1);
    expect(outer?.kind === 'correlation' && outer.consistsOf.length).toBe(records.length);
  });
});

describe('what is refused', () => {
  test('too many rules in a correlation, too long a chain, and a circle', () => {
    const count = (name: string, rules: readonly string[]): string =>
      JSON.stringify({
        title: name,
        name,
        correlation: { type: 'event_count', rules, timespan: '1m', condition: { gte: 1 } },
      });
    const base = rule('r', { s: { a: 1 }, condition: 's' });
    const chain = Array.from({ length: 20 }, (_, index) => count(`c${index}`, [index === 0 ? 'r' : `c${index - 1}`]));
    const messages = (documents: readonly string[]): string[] =>
      parseRules(documents.join('\n---\n'), 'r.yml').faults.map(({ message }) => message);
    const many = Array.from({ length: 51 }, (_, index) => `n${index}`);
    expect(messages([base, count('many', many)])).toContain('the correlation names too many rules');
    expect(messages([base, ...chain])).toContain('the chain of correlations is too long');
    expect(messages([base, count('x', ['y']), count('y', ['x'])])).toEqual([
      'the correlation "y" cannot run',
      'the correlation "x" cannot run',
    ]);
  });
});
