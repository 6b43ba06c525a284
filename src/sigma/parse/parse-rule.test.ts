import { expect, test } from 'vitest';
import { parseRules } from './load.ts';

const head = 'title: Rule\nlogsource: {product: azure, service: signinlogs}\n';
const detection = 'detection:\n  s: {UserAgent: x}\n  condition: s\n';

function located(text: string): string[] {
  return parseRules(text, 'rules/r.yml').faults.map((fault) => {
    expect(fault.code).toBe('rule-invalid');
    expect(fault.hint).not.toBe('');
    return fault.located;
  });
}

test('a rule keeps what it says, with defaults for the rest', () => {
  const text = `${head}${detection}id: 6f1c
level: High
tags: [attack.t1110.003]
falsepositives: one alone
examples:
  - {name: yes it does, fires: true, records: [{a: [1, null]}]}
`;
  const { rules, faults } = parseRules(text, 'rules/spray.yml');
  expect(faults).toEqual([]);
  expect(rules).toMatchObject([
    {
      detection: 'spray',
      title: 'Rule',
      level: 'high',
      falsePositives: ['one alone'],
      description: '',
      examples: [{ name: 'yes it does', fires: true, records: [{ a: [1, null] }] }],
      place: { file: 'rules/spray.yml', line: 1, column: 1 },
    },
  ]);
  expect(rules[0]?.next).toMatch(/\.$/);
});

test('every document of a file is read; what is wrong with one is said, and does not touch the others', () => {
  const text = `${head}${detection}---\ncorrelation: {type: event_count}\n---\nfilter: {}\n---\naction: globl\n---\n1\n---\n${head}${detection}`;
  const { rules, faults } = parseRules(text, 'many.yml');
  expect(rules.map((rule) => rule.detection)).toEqual(['many', 'many-5']);
  expect(faults.map((fault) => fault.located)).toEqual([
    'many.yml:7:1: the rule has no title',
    'many.yml:7:14: the correlation names no rules',
    'many.yml:7:14: the correlation has no timespan',
    'many.yml:7:14: the correlation has no condition',
    'many.yml:9:1: the rule has no title',
    'many.yml:9:1: the rule has no log source',
    'many.yml:9:9: the rule has no condition',
    'many.yml:9:9: the filter names no rules',
    'many.yml:11:9: this action is not known',
    'many.yml:13:1: this is no rule',
  ]);
});

test('all mistakes of a rule are told at once, each where it stands', () => {
  const text = `title: [a]
level: huge
logsource: {product: azure, service: signinlogs}
detection:
  s:
    UserAgent|foo: a
    UserAgent|all: b
    Other:
      - a
      - null
    A|cidr: 10.0.0.1/8
    A|expand: '%admins%'
    A: {b: c}
    A|exists: 1
    A|re: 'x(?=y)'
    A|contains|re: x
    A|gt: '5'
    A|base64: 'a*'
    A|contains: null
  condition: s and (s or nope)
examples: [{name: x}]
`;
  expect(located(text)).toEqual([
    'rules/r.yml:1:8: "title" must be text',
    'rules/r.yml:2:8: "huge" is no level',
    'rules/r.yml:6:5: there is no modifier "foo"',
    'rules/r.yml:7:5: "all" needs a list of several values',
    'rules/r.yml:10:9: null cannot stand in a list',
    'rules/r.yml:11:13: "10.0.0.1/8" is no network: the address has bits behind the first 8',
    'rules/r.yml:12:15: no values were given for the placeholder %admins%',
    'rules/r.yml:13:8: a map has no place among the values of a field',
    'rules/r.yml:14:15: "exists" needs true or false',
    'rules/r.yml:15:11: looking ahead or behind is not supported at character 2 of the expression',
    'rules/r.yml:16:5: "re" comes first: the value must be unchanged',
    'rules/r.yml:17:11: "gt" needs a number, not text',
    'rules/r.yml:18:15: "base64" cannot encode a wildcard',
    'rules/r.yml:19:17: "contains" needs text, not null',
    'rules/r.yml:20:26: there is no selection "nope"',
    'rules/r.yml:21:12: an example needs a name, fires and records',
  ]);
});

test('missing parts of a rule are named', () => {
  expect(located('level: low')).toEqual([
    'rules/r.yml:1:1: the rule has no title',
    'rules/r.yml:1:1: the rule has no log source',
    'rules/r.yml:1:1: the rule has no detection',
  ]);
  expect(located('')).toEqual(['rules/r.yml:1:1: the file holds no rule']);
  expect(located('- a')).toEqual(['rules/r.yml:1:1: this is no rule']);
  expect(located(`${head}detection: {s: {a: b}}`)).toEqual(['rules/r.yml:3:12: the rule has no condition']);
  expect(located(`${head}detection: {s: [], timeframe: 5m, condition: s}`)).toEqual([
    'rules/r.yml:3:13: the selection "s" is empty',
    'rules/r.yml:3:20: "timeframe" is no longer part of Sigma',
  ]);
  expect(located('title: a\ntitle: b')).toEqual(['rules/r.yml:2:1: "title" stands twice in one map']);
  expect(located('title: "a')).toEqual([expect.stringMatching(/^rules\/r\.yml:1:\d+: not readable as YAML/)]);
});

test('a byte order mark and Windows line ends do no harm', () => {
  expect(parseRules(`\uFEFF${head}${detection}`.replaceAll('\n', '\r\n'), 'r.yml')).toMatchObject({
    rules: [{ title: 'Rule' }],
    faults: [],
  });
});

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...Array.from('bcdefghijk').map(
    (name, index) => `${name}: &${name} [${'*?,'.repeat(9).replaceAll('?', 'abcdefghij'[index] ?? '')}]`,
  ),
].join('\n');

test.each([
  ['an alias bomb', bomb, /too many values/],
  ['an anchor inside itself', 'title: &a [*a, *a]', /nested too deep/],
  ['open brackets', '['.repeat(50_000), /nested too deep|not readable/],
  ['nested lists', `${'- '.repeat(20_000)}a`, /nested too deep/],
  [
    'parentheses',
    `${head}detection: {s: {a: b}, condition: "${'('.repeat(5000)}s${')'.repeat(5000)}"}`,
    /the condition is nested too deep/,
  ],
  [
    'negations',
    `${head}detection: {s: {a: b}, condition: "${'not '.repeat(5000)}s"}`,
    /the condition is nested too deep/,
  ],
  ['wildcards', `${head}detection: {s: {a: "${'*?'.repeat(1000)}"}, condition: s}`, /too many wildcards/],
  ['a huge file', `# ${'x'.repeat(1_000_001)}`, /too large/],
  ['an unknown tag', 'title: !!binary aGVsbG8=', /no place in a rule/],
  ['escape sequences for a terminal', '"\u001B[2J": &x\n"\u001B[2J": y', /^r\.yml:2:1: " \[2J" stands twice/],
])('%s is refused in good time', (_, text, message) => {
  const started = performance.now();
  const { rules, faults } = parseRules(text, 'r.yml');
  expect(rules).toEqual([]);
  expect(faults[0]?.located).toMatch(message);
  expect(faults.length).toBeLessThanOrEqual(100);
  expect(performance.now() - started).toBeLessThan(5000);
});
