import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';

const rule = (name: string, value: string): string => `title: ${name}
name: ${name}
logsource: {category: test}
detection: {s: {kind: ${value}}, condition: s}
`;

test('a rule finds its records, a correlation the windows that it completes', async () => {
  const text = `${rule('a', 'x')}---
title: test
correlation: {type: event_count, rules: [a], group-by: [user], timespan: 1m, condition: {gte: 2}}
`;
  const { evaluations, faults } = await evaluate(text, [
    { kind: 'x', user: 'U', timestamp: '2024-01-01T00:00:00Z' },
    { kind: 'x', user: 'v', timestamp: '2024-01-01T00:00:10Z' },
    { kind: 'x', user: 'u', timestamp: '2024-01-01T00:01:00Z' },
    { kind: 'x', user: 'u', timestamp: '2024-01-01T00:02:00.000001Z' },
  ]);
  expect(faults).toEqual([]);
  expect(evaluations).toEqual([
    { kind: 'rule', title: 'a', matches: [0, 1, 2, 3] },
    { kind: 'correlation', title: 'test', completedBy: [2], consistsOf: [0, 2] },
  ]);
});

test('order counts, through a chain', async () => {
  const text = `${rule('a', 'x')}---
${rule('b', 'y')}---
title: many
name: many
correlation: {type: event_count, rules: [a], timespan: 1m, condition: {gte: 2}}
---
title: test
correlation: {type: temporal_ordered, rules: [many, b], timespan: 10m}
`;
  const at = (kind: string, minute: number) => ({
    kind,
    timestamp: `2024-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
  });
  const { evaluations, faults } = await evaluate(text, [
    at('y', 0),
    at('x', 1),
    at('x', 2),
    at('x', 9),
    at('y', 12),
    at('y', 13),
  ]);
  expect(faults).toEqual([]);
  expect(evaluations.at(-1)).toEqual({ kind: 'correlation', title: 'test', completedBy: [4], consistsOf: [1, 2, 4] });
});
