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
    expect(patterns.map(({ kind }) => kind)).toEqual(names.toSorted());
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
    for (const anchor of pattern.anchors) expect(anchor.length, `anchor ${anchor}`).toBeGreaterThan(1);
    expect(pattern.examples.some(({ finds }) => finds.length > 0)).toBe(true);
    expect(pattern.examples.some(({ finds }) => finds.length === 0)).toBe(true);
  });

  test.each(examples)('$title, among all patterns', ({ pattern, example }) => {
    const found = scanner.scan(example.text).filter(({ kind }) => kind === pattern.kind);
    expect(found.map(({ value }) => value)).toEqual(example.finds);
  });

  test.each(examples)('$title, deep inside a long text', ({ pattern, example }) => {
    const filler = 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr.\n'.repeat(20);
    const found = scanner.scan(`${filler}\n${example.text}\n${filler}`).filter(({ kind }) => kind === pattern.kind);
    expect(found.map(({ value }) => value)).toEqual(example.finds);
  });

  // What makes an expression backtrack is mostly its own text, nearly matching, again and again.
  test.each(each)('%s takes hostile text in time that grows with its length', (_, pattern) => {
    const own = new Scanner([pattern]);
    const seeds = [
      ...pattern.anchors,
      ...pattern.examples.map(({ text }) => text),
      ...pattern.examples.map(({ text }) => text.slice(0, -1)),
      ...pattern.anchors.map((anchor) => `${anchor}a`),
      ...pattern.anchors.map((anchor) => `${anchor} `),
      ...pattern.anchors.map((anchor) => `${anchor}=`),
    ];
    for (const seed of seeds) {
      for (const pump of [
        seed,
        `${seed}${'a'.repeat(200)}`,
        `${seed}${' '.repeat(200)}`,
        `${seed}${'A1b2/+'.repeat(40)}`,
      ]) {
        const time = (characters: number): number => {
          const text = pump.repeat(Math.ceil(characters / pump.length)).slice(0, characters);
          const before = process.cpuUsage();
          own.scan(text);
          const { user, system } = process.cpuUsage(before);
          return (user + system) / 1000;
        };
        let long = time(80_000);
        if (long < 150) continue;
        // Quadratic time would be sixteen times as long. Processor time, the least of two: a busy machine is nobody's fault.
        long = Math.min(long, time(80_000));
        const short = Math.max(time(20_000), time(20_000));
        expect(long, `${seed.slice(0, 40)} …`).toBeLessThan(Math.max(150, short * 12));
      }
    }
  });
});
