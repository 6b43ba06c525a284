import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/sigma/evaluate.ts';
import { correlationCase, filterCase, placeholders, ruleBatch } from './generate.ts';
import { interpret } from './interpret.ts';
import { seed } from './seed.ts';

/** Rule and event together are one pair, and so are correlation and event. */
const pairsWanted = 20_000;
let pairs = 0;

async function compare(text: string, events: readonly unknown[]): Promise<void> {
  const expected = interpret(text, events, { placeholders });
  const { evaluations, faults } = await evaluate(text, events, { placeholders });
  expect(faults.map((fault) => `${fault.located} ${fault.hint}`)).toEqual([]);
  expect(evaluations.length).toBeGreaterThan(0);
  for (const { title, ...found } of evaluations) {
    expect({ title, ...found }).toEqual({ title, ...expected.get(title) });
    pairs += events.length;
  }
}

test('the statements find what the interpreter finds, rule by rule', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(ruleBatch(), ({ documents, events }) => compare(documents.join('\n---\n'), events)),
    { ...seed, numRuns: 20 },
  );
});

test('filters and collections', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(filterCase(), ({ text, events }) => compare(text, events)),
    { ...seed, numRuns: 80 },
  );
});

test('correlations of every type, alone and in chains', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(correlationCase(), ({ text, events }) => compare(text, events)),
    { ...seed, numRuns: 200 },
  );
});

test('all of these were enough pairs', () => {
  expect(pairs).toBeGreaterThanOrEqual(pairsWanted);
});
