import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { AdviceKind } from './advice.ts';
import { advise } from './advise.ts';
import { loadRules } from '../parse/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'snowfence-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

const id = 'c1f0a7d2-3b64-4e58-9a10-7d2e5b8c4f31';

/** A rule that there is nothing to say about, with parts replaced. */
function rule(parts: Readonly<Record<string, string>> = {}): string {
  const whole: Record<string, string> = {
    title: 'A role is granted',
    id,
    status: 'test',
    description: 'Somebody was given a role.',
    tags: '[attack.persistence, attack.t1098.003, cve.2024-12345, tlp.amber]',
    logsource: '{product: azure, service: auditlogs}',
    detection: '{selection: {OperationName: Add member to role}, condition: selection}',
    level: 'high',
    examples: '[{name: a request, fires: false, records: [{}]}]',
    ...parts,
  };
  return Object.entries(whole)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

/** `kind line:column` of each piece of advice. */
function advised(text: string): string[] {
  files += 1;
  const file = join(folder, `rule-${files}.yml`);
  writeFileSync(file, text);
  const set = loadRules([file]);
  expect(set.faults.map(({ located }) => located)).toEqual([]);
  return advise(set, (name) => name === file).map(({ kind, place }) => `${kind} ${place.line}:${place.column}`);
}

/** `line:column` of the last place where the text has this. */
function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.lastIndexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** A detection of one selection. */
const one = (line: string): { detection: string } => ({ detection: `{selection: {${line}}, condition: selection}` });

test('a good rule gives nothing to say', () => {
  expect(advised(rule())).toEqual([]);
});

const facts: [AdviceKind, Record<string, string>, string][] = [
  ['missing-id', { id: '' }, 'title'],
  ['missing-status', { status: '' }, 'title'],
  ['missing-description', { description: '' }, 'title'],
  ['missing-description', { description: "''" }, 'title'],
  ['missing-level', { level: '' }, 'title'],
  ['missing-examples', { examples: '' }, 'title'],
  ['id-not-uuid', { id: 'my-rule' }, 'my-rule'],
  ['title-too-long', { title: 'x'.repeat(257) }, 'x'.repeat(257)],
  ['retired-status', { status: 'deprecated' }, 'deprecated'],
  ['retired-status', { status: 'unsupported' }, 'unsupported'],
  ['unknown-tag', { tags: '[attack.t1098, attack.persistance]' }, 'attack.persistance'],
  ['unknown-tag', { tags: '[T1098]' }, 'T1098'],
  ['unknown-tag', { tags: '[attack.T1098]' }, 'attack.T1098'],
  ['unknown-tag', { tags: '[detection.other]' }, 'detection.other'],
];
test.each(facts)('%s: %j', (kind, parts, at) => {
  const text = rule(parts);
  expect(advised(text)).toEqual([`${kind} ${placeOf(text, at)}`]);
});

test('a title of 256 characters is not too long', () => {
  expect(advised(rule({ title: 'x'.repeat(256) }))).toEqual([]);
});

const detections: [AdviceKind, string, string][] = [
  ['unused-selection', '{a: {UserAgent: x}, bb: {UserAgent: y}, condition: a}', 'bb'],
  ['all-of-them', '{a: {UserAgent: x}, b: {Id: y}, condition: not all  of them}', 'all  of'],
  ['only-wildcard', "{a: {UserAgent: '*'}, condition: a}", "'*'"],
  ['only-wildcard', "{a: {UserAgent|contains: [curl, '**']}, condition: a}", "'**'"],
  ['only-wildcard', "{a: ['*'], condition: a}", "'*'"],
  ['short-contains', '{a: {UserAgent|contains: go}, condition: a}', 'go'],
  ['short-contains', String.raw`{a: {UserAgent|contains|all: ['g*o', mozilla]}, condition: a}`, "'g*o"],
  ['needless-regex', '{a: {UserAgent|re: curl}, condition: a}', 'curl'],
  ['needless-regex', "{a: {UserAgent|re: '.*curl.*'}, condition: a}", "'.*curl"],
  ['needless-regex', "{a: {UserAgent|re: 'curl/[0-9]+.*'}, condition: a}", "'curl/"],
  ['needless-regex', "{a: {UserAgent|re|i: '.*'}, condition: a}", "'.*'"],
];
test.each(detections)('%s in %s', (kind, detection, at) => {
  const text = rule({ detection });
  expect(advised(text)).toEqual([`${kind} ${placeOf(text, at)}`]);
});

test.each([
  "UserAgent|contains: 'a b'",
  'UserAgent: ab',
  'UserAgent|startswith: ab',
  "UserAgent|re: '^curl/[0-9]+$'",
  String.raw`UserAgent|re: 'curl\.*'`,
  "UserAgent|re|startswith: '.*curl'",
  'UserAgent|wide|base64offset|contains: ab',
  "UserAgent: '?*'",
])('nothing to say on %s', (line) => {
  expect(advised(rule(one(line)))).toEqual([]);
});

test('two rules with one id name each other', () => {
  const text = `${rule()}---\n${rule({ title: 'Another' })}`;
  const first = placeOf(rule(), id);
  expect(advised(text)).toEqual([`duplicate-id ${first}`, `duplicate-id ${placeOf(text, id)}`]);
});

test('what a global document says is said once', () => {
  const global = `action: global\n${rule({ id: '', status: 'deprecated' })}`;
  const own = (last: string): string => `---\ntitle: rule ${last}\nid: ${id.slice(0, -1)}${last}\n`;
  expect(advised(global + own('a') + own('b'))).toEqual([`retired-status ${placeOf(global, 'deprecated')}`]);
});

const filter = (condition: string): string => `---
title: Backup
id: 1b${id.slice(2)}
status: test
description: The backup does this every night.
logsource: {product: azure, service: auditlogs}
filter:
  rules: [${id}]
  selection: {Category: RoleManagement}
  condition: ${condition}
`;

test('a filter that suppresses nothing', () => {
  expect(advised(rule() + filter('not selection'))).toEqual([]);
  expect(advised(rule() + filter('selection'))).toEqual([
    `filter-without-not ${placeOf(rule() + filter('selection'), 'selection')}`,
  ]);
  const negated = filter('selection').replace('Category:', 'Category|neq:');
  expect(advised(rule() + negated)).toEqual([]);
});

test('a filter for every rule of a log source that has none', () => {
  const any = filter('not selection').replace(`[${id}]`, 'any');
  expect(advised(rule() + any)).toEqual([]);
  const stray = any.replace('auditlogs', 'nosuchlogs');
  expect(advised(rule() + stray)).toEqual([`filter-without-rules ${placeOf(rule() + stray, 'title: Backup')}`]);
});

test('a filter needs neither level nor examples, a correlation needs both', () => {
  const correlation = `---\ntitle: Many\ncorrelation: {type: event_count, rules: [${id}], timespan: 1h, condition: {gte: 5}}\n`;
  const kinds = ['missing-id', 'missing-status', 'missing-description', 'missing-level', 'missing-examples'];
  expect(advised(rule() + correlation)).toEqual(
    kinds.map((kind) => `${kind} ${placeOf(rule() + correlation, 'title: Many')}`),
  );
});

test('what no record can have is told as such, other doubts as doubts', () => {
  const impossible = rule(one('NoSuchField: x'));
  expect(advised(impossible)).toEqual([`cannot-match ${placeOf(impossible, 'NoSuchField')}`]);
  const alternative = rule({ detection: '{a: {UserAgent: x}, b: {NoSuchField: x}, condition: 1 of *}' });
  expect(advised(alternative)).toEqual([`doubtful-value ${placeOf(alternative, 'NoSuchField')}`]);
});

test('only asked files are looked at', () => {
  const file = join(folder, 'other.yml');
  writeFileSync(file, rule({ id: '' }));
  expect(advise(loadRules([file]), () => false)).toEqual([]);
});
