import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './source-file.ts';

const written = ['src', 'bench', 'scripts', 'test'].flatMap((folder) => filesBelow(folder, ['.ts', '.mjs']));
const rules = filesBelow('content/detection', ['.yml', '.yaml']);

describe('files', () => {
  test('are small', () => {
    const linesOf = (text: string) => text.split('\n').length - 1;
    const limitOf = (path: string) => (path.endsWith('.test.ts') || path.startsWith('test/') ? 400 : 300);
    const long = written
      .filter(({ path, text }) => linesOf(text) > limitOf(path))
      .map(({ path, text }) => `${path}: ${linesOf(text)}`);
    expect(long).toEqual([]);
  });

  test('have names in kebab-case, with at most two words of kind behind them', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+){1,3}$/;
    expect([...written, ...rules].map(({ path }) => path).filter((path) => !name.test(basename(path)))).toEqual([]);
    expect(written.length).toBeGreaterThan(200);
  });

  test('have names that say what they are about', () => {
    const vague = /^(utils?|helpers?|manager|common|misc|index-\w+)\.ts$/;
    expect(written.map(({ path }) => path).filter((path) => vague.test(basename(path)))).toEqual([]);
  });

  test('hold neither suppressions of checks nor a focused test', () => {
    const marks = [
      /@ts-(?:ignore|expect-error|nocheck)/,
      /(?:oxlint|eslint|biome)-(?:disable|ignore)/,
      /\b(?:describe|test|it)\.only\b/,
    ];
    const found = written.filter(
      ({ path, text }) => path !== 'test/architecture/file.test.ts' && marks.some((mark) => mark.test(text)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});
