import { describe, expect, test } from 'vitest';
import type { TimeWindow } from '../../shape/instant.ts';
import { check, found, insert, ruleText, store, type Values } from '../fixture/rule-bench.ts';
import { compileRules, matchStatement, parseRules } from '../index.ts';

describe('the record itself', () => {
  check('sign_in', [
    [{ AuthenticationMethodsUsed: 'Password' }, { raw: '{"authenticationMethodsUsed":["x","password"]}' }, true],
    [{ authenticationMethodsUSED: 'x' }, { raw: '{"properties":{"authenticationMethodsUsed":["x"]}}' }, true],
    [{ 'authenticationMethodsUsed|contains': 'x' }, { raw: '{"AuthenticationMethodsUsed":"[\\"x\\"]"}' }, true],
    [{ AuthenticationMethodsUsed: 'x' }, { raw: '{"authenticationMethodsUsed":[],"mfaDetail":["x"]}' }, false],
    [{ AuthenticationMethodsUsed: null }, { raw: '{"mfaDetail":["x"]}' }, true],
  ]);
  check('activity', [
    [{ 'a.b': 'X' }, { raw: '{"a":{"b":"x"}}' }, true],
    [{ 'a.b': 'x' }, { raw: '{"A":{"b":"x"}}' }, false],
    [[{ KEY: 'x' }, { key: 'y' }, { '^key': 'z' }], { raw: '{"key":"y","KEY":"n"}' }, true],
    [[{ KEY: 'y' }, { key: 'n' }], { raw: '{"key":"y","KEY":"n"}' }, false],
    [{ '^K': 'y' }, { raw: '{"^K":"y"}' }, true],
    [{ 'a.b': ['x', 'y'] }, { raw: '{"a":{"b":["q","Y"]}}' }, true],
    [{ 'a.b|contains|all': ['x', 'y'] }, { raw: '{"a":{"b":["xx","yy"]}}' }, true],
    [{ 'a.b|all': ['x', 'y'] }, { raw: '{"a":{"b":["x","z"]}}' }, false],
    [{ 'a.b|neq': 'x' }, { raw: '{"a":{"b":["x","z"]}}' }, false],
    [{ 'a.0.b': 'x' }, { raw: '{"a":[{"b":"x"}]}' }, true],
    [{ 'a b/c~"\'': 'x' }, { raw: JSON.stringify({ 'a b/c~"\'': 'x' }) }, true],
    [{ "x'); drop table activity": 'x' }, { raw: '{}' }, false],
    [{ a: 'x' }, { raw: 'no JSON' }, false],
    [{ a: 'x' }, { raw: null }, false],
    [['GAMMA', 'nothing'], { raw: '{"a":"beta gamma"}' }, true],
    ['beta*ma', { raw: '{"a":"beta gamma"}' }, true],
    [['delta'], { raw: '{"a":"beta gamma"}' }, false],
    [{ '|all': ['beta', 'gamma'] }, { raw: '{"a":"beta gamma"}' }, true],
    [{ '|all': ['beta', 'delta'] }, { raw: '{"a":"beta gamma"}' }, false],
    [[String.raw`C:\Windows`], { raw: String.raw`{"a":"c:\\windows"}` }, true],
    [['a.c'], { raw: '{"a":"abc"}' }, false],
    [[50053], { raw: '{"a":"50053"}' }, true],
    [{ '|re': 'be.a' }, { raw: '{"a":"beta"}' }, true],
    [[{ Operation: 'x' }, { 'Operation|startswith': 'add' }], { operation: 'Add user' }, true],
    [[{ Operation: 'x' }, 'beta'], { raw: '{"a":"beta"}' }, true],
  ]);
});

describe('conditions', () => {
  const selections = { a: { UserAgent: 'a' }, b1: { ClientAppUsed: 'b' }, b2: { City: 'c' }, _c: { Country: 'd' } };
  const cases: readonly [unknown, Values, boolean][] = [
    ['a or b1 and not b2', { userAgent: 'a', city: 'c' }, true],
    ['(a or b1) and not b2', { userAgent: 'a', city: 'c' }, false],
    ['not a and b1', { clientAppUsed: 'b' }, true],
    ['not (a and b1)', { clientAppUsed: 'b' }, true],
    ['not not a', { userAgent: 'a' }, true],
    ['1 of b*', { city: 'c' }, true],
    ['all of b*', { city: 'c' }, false],
    ['ALL OF b* AND NOT a', { city: 'c', clientAppUsed: 'b' }, true],
    ['any of *1', { clientAppUsed: 'b' }, true],
    ['1 of them', { country: 'd' }, false],
    ['all of them', { userAgent: 'a', clientAppUsed: 'b', city: 'c' }, true],
    ['1 of _*', { country: 'd' }, true],
    [['a', 'b1'], { clientAppUsed: 'b' }, true],
    ['not 1 of b*', {}, true],
  ];
  for (const [condition, row, isFound] of cases) {
    test(`${JSON.stringify(condition)} ${isFound ? 'finds' : 'leaves'} ${JSON.stringify(row)}`, async () => {
      await insert('sign_in', row);
      expect(await found('sign_in', { ...selections, condition })).toBe(isFound);
    });
  }
});

describe('one pass', () => {
  test('each rule finds its own records, within the window', async () => {
    const detections = [
      { s: { UserAgent: 'axios' }, condition: 's' },
      { s: { 'UserAgent|contains': 'xio' }, k: ['needle'], condition: '1 of them' },
      { s: { 'a.b': 'c' }, condition: 's' },
      { s: { ResultType: 50126 }, condition: 'not s' },
    ];
    const text = detections.map((detection) => ruleText('sign_in', detection)).join('\n---\n');
    const { compiled } = compileRules(parseRules(text, "x'); drop table sign_in; --.yml"));
    const conditions = compiled.flatMap((rule) => rule.conditions);
    await insert('sign_in', { record: 1, time: '2024-01-01', userAgent: 'Axios', principal: 'p', errorCode: 0 });
    await insert('sign_in', { record: 2, time: '2024-01-02', raw: '{"a":{"b":"C"},"n":"needle"}', errorCode: 50126 });
    await insert('sign_in', { record: 3, time: '2024-01-03', userAgent: 'axios' });
    const find = async (window: TimeWindow): Promise<string[]> => {
      const rows = await store.rows<{ detection: string; record: number; principal: string | null }>(
        matchStatement('sign_in', conditions, window),
      );
      return rows.map(({ detection, record, principal }) => `${detection.slice(-2)} ${record} ${principal}`).toSorted();
    };
    expect(await find({})).toEqual([
      '-- 1 p',
      '-- 3 null',
      '-2 1 p',
      '-2 2 null',
      '-2 3 null',
      '-3 2 null',
      '-4 1 p',
      '-4 3 null',
    ]);
    const window = { since: '2024-01-01T00:00:00.000Z', until: '2024-01-03T00:00:00.000Z' };
    expect(await find(window)).toEqual(['-- 1 p', '-2 1 p', '-2 2 null', '-3 2 null', '-4 1 p']);
    expect(await find({ since: '2024-01-04T00:00:00.000Z' })).toEqual([]);
  });
});
