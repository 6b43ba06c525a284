import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileRules } from '../plan/compile-rules.ts';
import { loadRules, shippedRulesDirectory } from './load.ts';

const rule = 'title: Rule\nlogsource: {product: azure, service: signinlogs}\ndetection: {s: {a: b}, condition: s}\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snowfence-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text = rule): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test('rule files of a folder are read in order; a name that is taken gets a number', () => {
  write('b/x.yml');
  write('a/x.yaml');
  write('a/y.YML');
  write('a/notes.txt', 'no rule');
  write('z.yml', 'title: [');
  symlinkSync(folder, join(folder, 'a', 'loop'));
  const { rules, faults } = loadRules([folder]);
  expect(rules.map(({ detection, place }) => [detection, place.file])).toEqual([
    ['x', join(folder, 'a', 'x.yaml')],
    ['y', join(folder, 'a', 'y.YML')],
    ['x-2', join(folder, 'b', 'x.yml')],
  ]);
  expect(faults.length).toBeGreaterThan(0);
  expect(new Set(faults.map(({ place }) => place.file))).toEqual(new Set([join(folder, 'z.yml')]));
});

test('a file given by name is read whatever its ending; a path that is not there is a fault', () => {
  write('rule.txt');
  expect(loadRules([join(folder, 'rule.txt')]).rules).toHaveLength(1);
  expect(() => loadRules([join(folder, 'gone')])).toThrow(/there is no .*gone/);
});

test('a file that is too large is not read', () => {
  write('large.yml', `${rule}# ${'x'.repeat(1_000_000)}`);
  expect(loadRules([folder])).toMatchObject({
    rules: [],
    faults: [{ code: 'rule-invalid', message: 'the file is too large' }],
  });
});

test('the rules of the package are without fault', () => {
  const set = loadRules([shippedRulesDirectory()]);
  const refused = compileRules(set).refused.map(({ fault }) => fault);
  expect([...set.faults, ...refused].map((fault) => `${fault.located} ${fault.hint}`)).toEqual([]);
});
