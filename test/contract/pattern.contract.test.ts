import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { allPatterns } from '../../src/secret/registry.ts';
import { Scanner } from '../../src/secret/scanner.ts';
import { severities } from '../../src/shape/severity.ts';

const patterns = await allPatterns();
const files = await readdir(new URL('../../src/secret/pattern/', import.meta.url));
const each = patterns.map((pattern) => [pattern.kind, pattern] as const);
const examples = patterns.flatMap((pattern) =>
  pattern.examples.map((example, index) => ({ title: `${pattern.kind} ${index + 1}`, pattern, example })),
);
const scanner = new Scanner(patterns);

describe('patterns', () => {
  test('are the files of the folder, each with its name as kind', () => {
    const names = files.filter((name) => name.endsWith('.pattern.ts')).map((name) => name.replace('.pattern.ts', ''));
    expect(patterns.map(({ kind }) => kind).toSorted()).toEqual(names.toSorted());
  });

  test.each(each)('%s says whose it is, how long it lasts and how it is reset', (_, pattern) => {
    for (const text of [
      pattern.title,
      pattern.system,
      pattern.owner,
      pattern.lifetime,
      pattern.reset.portal,
      pattern.proof,
    ])
      expect(text).toMatch(/\S{2}/);
    expect(severities).toContain(pattern.severity);
    for (const reference of pattern.references) expect(new URL(reference).protocol).toBe('https:');
    expect(pattern.references.length).toBeGreaterThan(0);
    expect(pattern.expression.flags).toMatch(/^[gius]*g[gius]*$/);
    for (const anchor of pattern.anchors) expect(anchor).toMatch(/^[^]{2}/);
    expect(pattern.examples.some(({ finds }) => finds.length > 0)).toBe(true);
    expect(pattern.examples.some(({ finds }) => finds.length === 0)).toBe(true);
  });

  test.each(examples)('$title', ({ pattern, example }) => {
    expect(new Scanner([pattern]).scan(example.text).map(({ value }) => value)).toEqual(example.finds);
  });

  // Of several kinds that a value can be of, one is told: a connection string of Snowflake is one of databases, too.
  test.each(examples)('$title is found among all patterns, deep inside a long text', ({ example }) => {
    const filler = 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr.\n'.repeat(20);
    const values = scanner.scan(`${filler}\n${example.text}\n${filler}`).map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([...example.finds]));
  });

  // What makes an expression backtrack is mostly its own text, nearly matching, again and again.
  test.each(each)('%s takes hostile text at a cost that grows with its length', (_, pattern) => {
    const own = new Scanner([pattern]);
    const texts = pattern.examples.slice(0, 3).map(({ text }) => text);
    const seeds = [
      ...pattern.anchors.slice(0, 3).flatMap((anchor) => [anchor, `${anchor}=`]),
      ...texts,
      ...texts.map((text) => text.slice(0, -1)),
    ];
    for (const seed of seeds) {
      for (const pump of [seed, `${seed}${'a'.repeat(200)}`, `${seed}${' '.repeat(200)}`]) {
        const [short, long] = [10_000, 40_000].map((characters) => {
          const text = pump.repeat(Math.ceil(characters / pump.length)).slice(0, characters);
          return Math.min(...[1, 2].map(() => processorMs(() => own.scan(text))));
        });
        // What is quadratic costs sixteen times as much; a few milliseconds are noise.
        expect(long, `${seed.slice(0, 40)} …`).toBeLessThan(Math.max(100, (short ?? 0) * 10));
      }
    }
  });
});

/** The time of the processor alone: what else runs on the machine does not count. */
function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
