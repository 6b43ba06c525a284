import { expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { matchStatement } from '../sql/scan.ts';
import { parseRules } from '../parse/load.ts';

function compile(...rules: Record<string, unknown>[]): ReturnType<typeof compileRules> {
  const parsed = parseRules(rules.map((rule) => JSON.stringify({ title: 'Rule', ...rule })).join('\n---\n'), 'r.yml');
  expect(parsed.faults).toEqual([]);
  return compileRules(parsed);
}

const detection = { s: { Operation: 'Add user' }, condition: 's' };
const directory = { product: 'microsoft365', category: 'directory_change' };

test('a rule says what it is', () => {
  const tags = ['attack.T1098.003', 'attack.persistence', 'attack.t1098.003', 'attack.t1078'];
  const { compiled } = compile({ logsource: directory, detection, level: 'informational', tags });
  expect(compiled[0]?.facts).toMatchObject({
    detection: 'r',
    severity: 'low',
    techniques: ['T1078', 'T1098.003'],
    logs: ['directory-audit', 'unified-audit'],
  });
  expect(compiled[0]?.conditions.map(({ table }) => table)).toEqual(['activity']);
});

test('a log source that is not known gives a fault that lists the known ones, and spares the other rules', () => {
  const { compiled, refused } = compile(
    { logsource: { product: 'windows', category: 'process_creation' }, detection },
    { logsource: directory, detection },
  );
  expect(compiled.map(({ rule }) => rule.detection)).toEqual(['r-2']);
  expect(refused).toMatchObject([
    { fault: { code: 'rule-invalid', message: 'nothing is known of the log source "windows/process_creation"' } },
  ]);
  expect(refused[0]?.fault.hint).toContain('microsoft365/authentication');
});

test('authentication reaches two tables; what only one of them has is absent in the other', () => {
  const { compiled } = compile({
    logsource: { product: 'microsoft365', category: 'authentication' },
    detection: { s: { ClientAppUsed: 'IMAP4' }, condition: 's' },
  });
  expect(compiled[0]?.conditions.map(({ table }) => table)).toEqual(['sign_in']);
  expect(compiled[0]?.facts.logs).not.toContain('unified-audit');
});

test('a rule names the value of the column that decides first', () => {
  const s = { Operation: ['Add user', 'Update user'], 'Principal|endswith': '@contoso.example' };
  const { compiled } = compile(
    { logsource: directory, detection: { s, condition: 's' } },
    { logsource: directory, detection: { s, t: { Category: 'x' }, condition: 's or t' } },
  );
  expect(compiled.map(({ conditions }) => conditions[0]?.guard?.column)).toEqual(['operation', 'log']);
});

test('a field with many values is nothing to refer to', () => {
  const { refused } = compile({
    logsource: directory,
    detection: { s: { 'Category|fieldref': 'Target.Name' }, condition: 's' },
  });
  expect(refused).toMatchObject([
    { fault: { message: '"Target.Name" has many values in one record', place: { line: 1 } } },
  ]);
});

test('a rule that would become too much SQL is refused', () => {
  const values = Array.from({ length: 10_000 }, (_, index) => `value ${index} ${'x'.repeat(60)}`);
  const others = Array.from('abcde', (name) => [name, { Category: name }] as const);
  const condition = others.map(([name]) => `(s and ${name})`).join(' or ');
  const detection = { s: { Operation: values }, ...Object.fromEntries(others), condition };
  const { refused } = compile({ logsource: directory, detection });
  expect(refused).toMatchObject([{ fault: { message: 'the rule is too large' } }]);
});

test('the record is read only if a rule wants it, and the window is a parameter', () => {
  const rules = compile({ logsource: directory, detection }).compiled.flatMap(({ conditions }) => conditions);
  const statement = matchStatement('activity', rules, { since: '2024-01-01T00:00:00.000Z' });
  expect(statement.text).not.toMatch(/"raw"|"targets"/);
  expect(statement.values).toEqual([]);
  expect(matchStatement('sign_in', rules).text).toMatch(/where false$/);
});
