import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, correlated, finds, found, meets } from './asked.ts';
import { isMapping, readDocuments } from './document.ts';
import { correlationCase, filterCase, placeholders, ruleBatch } from './generate.ts';
import { interpret } from './interpret.ts';

describe('values', () => {
  test('wildcards, escapes and capitals', () => {
    expect(meets(String.raw`a: 'Ä*'`, 'ä', 'äb', 'bä')).toEqual(['ä', 'äb']);
    expect(meets(String.raw`a: 'x\*y'`, 'x*y', 'xzy')).toEqual(['x*y']);
    expect(meets(String.raw`a: 'x\y'`, String.raw`x\y`, String.raw`x\\y`)).toEqual([String.raw`x\y`]);
    expect(meets(String.raw`a: 'x\\*'`, String.raw`x\ and more`, 'x*')).toEqual([String.raw`x\ and more`]);
    expect(meets(String.raw`a: 'x\\\*'`, String.raw`x\ and more`, String.raw`x\*`)).toEqual([String.raw`x\*`]);
    expect(meets(`a: '?'`, '', 'x', '\u{1F600}', 'xy')).toEqual(['x', '\u{1F600}']);
    expect(meets(`a|cased: 'Ab'`, 'Ab', 'ab')).toEqual(['Ab']);
  });

  test('numbers, truth values, null, the empty text and what is missing', () => {
    expect(meets('a: 5', 5, '5', '05', 55)).toEqual([5, '5']);
    expect(meets('a: true', true, 'TRUE', 1, 'yes')).toEqual([true, 'TRUE']);
    expect(meets('a: null', null, undefined, '', [])).toEqual([null, undefined]);
    expect(meets(`a: ''`, null, undefined, '')).toEqual(['']);
    expect(finds('{s: {a|exists: true}, condition: s}', [{ a: null }, {}, { a: '' }])).toEqual([0, 2]);
    expect(meets('a|gt: 2', 3, '2.5', 2, 'x3', true, [1, 4])).toEqual([3, '2.5', [1, 4]]);
  });

  test('arrays: any element, for `all` another one each time, or the text of the whole', () => {
    expect(meets('a: x', ['y', 'X'], ['xy'])).toEqual([['y', 'X']]);
    expect(meets('a|all: [x, y]', ['x', 'y'], ['x'], 'x')).toEqual([['x', 'y']]);
    expect(meets(`a: '["x",1]'`, ['x', 1], ['x'])).toEqual([['x', 1]]);
    const nested = [{ a: { b: [{ c: ['x'] }, { c: 'y' }] } }, { a: [{ b: { c: 'x' } }] }, { a: { b: 'x' } }];
    expect(finds('{s: {a.b.c: x}, condition: s}', nested)).toEqual([0, 1]);
    expect(meets('a|neq: x', ['x', 'y'], ['y'], undefined, null)).toEqual([['y'], undefined, null]);
    expect(
      finds('{s: {a.b.1.c: x}, condition: s}', [{ a: { b: [0, { c: 'x' }] } }, { a: { b: [{ c: 'x' }] } }]),
    ).toEqual([0]);
  });
});

describe('modifiers', () => {
  test('of texts', () => {
    expect(meets('a|neq|all|contains: [x, y]', 'xy', 'x', 'z')).toEqual(['x', 'z']);
    expect(meets('a|re|endswith: x|y', 'xz', 'zy', 'yz')).toEqual(['zy']);
    expect(meets('a|re|m: ^b$', 'a\nb', 'ab')).toEqual(['a\nb']);
    expect(meets('a|windash: y-x', 'y-x', 'y/x')).toEqual(['y-x']);
    expect(meets('a|windash|contains: -x', '/x', 'y \u2014x', 'y-x', 'x')).toEqual(['/x', 'y \u2014x', 'y-x']);
    expect(meets('a|expand: "%names%"', 'ALPHA', 'a*b', 'axb')).toEqual(['ALPHA', 'a*b']);
    expect(found('{s: {a|expand: "%others%"}, condition: s}', [])).toMatchObject({ kind: 'refused' });
  });

  test('of encodings, at every position', () => {
    const hidden = ['', '-', '--'].map((before) => Buffer.from(`${before}secret`, 'utf16le').toString('base64'));
    expect(meets('a|wide|base64offset|contains: secret', ...hidden, 'secret')).toEqual(hidden);
    const plain = ['', '-', '--'].map((before) => Buffer.from(`${before}secrets`).toString('base64'));
    expect(meets('a|base64offset|contains: secret', ...plain)).toEqual(plain);
    expect(meets('a|base64|cased: secret', 'c2VjcmV0', 'C2VjcmV0')).toEqual(['c2VjcmV0']);
  });

  test('of times and addresses', () => {
    expect(meets('a|week: 1', '2024-12-30T00:00:00Z', '2024-12-29T23:59:59Z', '2021-01-01T00:00:00Z', 'soon')).toEqual([
      '2024-12-30T00:00:00Z',
    ]);
    expect(meets('a|hour|gte: 22', '2024-01-01T23:30:00+02:00', '2024-01-01T22:00:00Z')).toEqual([
      '2024-01-01T22:00:00Z',
    ]);
    expect(meets('a|cidr: 10.0.0.0/9', '10.127.255.255', '10.128.0.0', '::a00:1')).toEqual(['10.127.255.255']);
    expect(meets(`a|cidr: '2001:db8::/33'`, '2001:DB8:7fff::', '2001:db8:8000::')).toEqual(['2001:DB8:7fff::']);
  });

  test('between fields', () => {
    const events = [{ a: 'Xy', b: 'xY' }, { a: 'xy', b: '' }, { a: 'xy' }, { b: 'x' }, { a: 5, b: '5' }, {}];
    expect(finds('{s: {a|fieldref: b}, condition: s}', events)).toEqual([0, 4]);
    expect(finds('{s: {a|fieldref|contains: b}, condition: s}', events)).toEqual([0, 4]);
    expect(finds('{s: {a|fieldref|neq: b}, condition: s}', events)).toEqual([1, 2, 3, 5]);
  });
});

describe('detections', () => {
  const events = [{ a: 1 }, { a: 1, b: 1 }, { b: 1, c: 1 }, { c: 1 }, {}];
  const selections = 'a1: {a: 1}, b1: {b: 1}, _c: {c: 1}';

  test.each([
    ['a1 or b1 and _c', [0, 1, 2]],
    ['not a1 and b1', [2]],
    ['not (a1 and b1)', [0, 2, 3, 4]],
    ['1 of them', [0, 1, 2]],
    ['ALL OF *1', [1]],
    ['any of _*', [2, 3]],
    ['[a1 and b1, _c]', [1, 2, 3]],
  ])('%s', (condition, matches) => {
    expect(finds(`{${selections}, condition: ${condition}}`, events)).toEqual(matches);
  });

  test('keywords are sought in the whole event', () => {
    const paths = [{ a: { b: ['C:\\Windows'] } }, { a: 'x', b: 'y' }];
    expect(finds(String.raw`{k: ['c:\windows'], condition: k}`, paths)).toEqual([0]);
    expect(finds(`{k: {'|all': [x, y]}, condition: k}`, paths)).toEqual([1]);
    expect(finds(`{k: {'|re': '"x".*Y'}, condition: k}`, paths)).toEqual([]);
  });

  test('collections and filters', () => {
    const text = `
action: global
logsource: {category: test}
detection: {s: {a: 1}, condition: s}
---
title: first
name: first
logsource: {product: x}
---
action: repeat
title: second
name: second
detection: {s: {b: 1}}
---
title: left
logsource: {product: x}
filter: {rules: any, s: {c: 1}, condition: not s}
---
action: reset
---
{title: third, logsource: {category: test}, detection: {t: {c: 1}, condition: 1 of them}}
`;
    const outcomes = interpret(text, [{ a: 1 }, { a: 1, b: 1 }, { a: 1, b: 1, c: 1 }]);
    expect([...outcomes]).toEqual([
      ['first', { kind: 'rule', matches: [0, 1] }],
      ['second', { kind: 'rule', matches: [1] }],
      ['third', { kind: 'rule', matches: [2] }],
    ]);
  });
});

describe('correlations', () => {
  const start = (rest: string, name = 'test') => `title: ${name}\nname: ${name}\ncorrelation: {timespan: 10s, ${rest}}`;

  test('a window has both its ends, and all of the same time', () => {
    const counted = start('type: event_count, rules: [A], group-by: [u], condition: {gte: 3}');
    const events = [
      at(10, 'A', { u: 'X' }),
      at(0, 'A', { u: 'x' }),
      at(10, 'A', { u: 'x' }),
      at(20.001, 'A', { u: 'x' }),
      at(10, 'A'),
    ];
    expect(correlated(counted, events)).toEqual({ kind: 'correlation', completedBy: [0, 2], consistsOf: [0, 1, 2] });
  });

  test('values are counted, summed and ranked', () => {
    const events = [
      at(0, 'A', { w: 1 }),
      at(1, 'B', { w: ['1', '3'] }),
      at(2, 'A', { w: 'x' }),
      at(3, 'AB', { w: null }),
    ];
    const over = (type: string, condition: string) =>
      correlated(start(`type: ${type}, rules: [A, B], condition: {field: w, ${condition}}`), events);
    expect(over('value_count', 'gte: 3')).toMatchObject({ completedBy: [2], consistsOf: [0, 1, 2] });
    expect(over('value_sum', 'eq: 5')).toMatchObject({ completedBy: [1], consistsOf: [0, 1] });
    expect(over('value_avg', 'gt: 1.6, lt: 1.7')).toMatchObject({ completedBy: [1] });
    expect(over('value_percentile', 'percentile: 75, eq: 2')).toMatchObject({ completedBy: [1] });
    expect(over('value_count', 'lt: 1')).toMatchObject({ kind: 'refused' });
  });

  test('an order is met by any chain in it, and consists of nothing else', () => {
    const ordered = start('type: temporal_ordered, rules: [A, B, C]');
    const events = [at(0, 'C'), at(1, 'B'), at(2, 'A'), at(3, 'B'), at(4, 'A'), at(12, 'C'), at(13.5, 'C')];
    expect(correlated(ordered, events)).toMatchObject({ completedBy: [5], consistsOf: [2, 3, 5] });
    expect(correlated(ordered, [at(0, 'C'), at(0, 'B'), at(0, 'A')])).toMatchObject({ completedBy: [0] });
    expect(correlated(ordered, [at(0, 'CBA')])).toMatchObject({ completedBy: [0], consistsOf: [0] });
    const nearby = start('type: temporal, rules: [A, B]');
    expect(correlated(nearby, [at(5, 'B'), at(0, 'C'), at(1, 'A'), at(16, 'A')])).toMatchObject({
      completedBy: [0],
      consistsOf: [0, 2],
    });
  });

  test('a chain of correlations uses the groups of the inner one, and consists of its events', () => {
    const inner = start(
      'type: event_count, rules: [A], group-by: [who], aliases: {who: {A: u}}, condition: {gte: 2}',
      'inner',
    );
    const outer = start('type: temporal_ordered, rules: [inner, B], group-by: [who], aliases: {who: {B: v}}');
    const events = [
      at(0, 'A', { u: 'x' }),
      at(9, 'A', { u: 'x' }),
      at(9, 'A', { u: 'y' }),
      at(19, 'B', { v: 'X' }),
      at(19, 'B', { v: 'y' }),
    ];
    expect(correlated(`${inner}\n---\n${outer}`, events)).toEqual({
      kind: 'correlation',
      completedBy: [3],
      consistsOf: [0, 1, 3],
    });
    const later = [
      at(0, 'A', { u: 'x' }),
      at(1, 'A', { u: 'x' }),
      at(9, 'A', { u: 'x' }),
      at(10.5, 'A', { u: 'x' }),
      at(20.5, 'B', { v: 'x' }),
    ];
    expect(correlated(`${inner}\n---\n${outer}`, later)).toMatchObject({ completedBy: [4], consistsOf: [1, 2, 3, 4] });
    expect(correlated(start('type: temporal, rules: [A, test]'), events)).toMatchObject({ kind: 'refused' });
  });
});

describe('what is generated', () => {
  const seed = { seed: 1, numRuns: 15 };

  test('rules are accepted, and many find some events and not others', () => {
    const outcomes = fc.sample(ruleBatch(), seed).flatMap(({ documents, events }) =>
      documents.map((text, place) => ({
        text,
        size: events.length,
        outcome: interpret(text, events, { placeholders }).get(`r${place}`),
      })),
    );
    expect(outcomes.filter(({ outcome }) => outcome?.kind !== 'rule')).toEqual([]);
    const telling = outcomes.filter(
      ({ outcome, size }) => outcome?.kind === 'rule' && outcome.matches.length % size > 0,
    );
    expect(telling.length).toBeGreaterThan(outcomes.length / 5);
    const modifiers = new Set(
      outcomes.flatMap(({ text }) => Array.from(text.matchAll(/\|(\w+)/g), ([, name]) => name)),
    );
    const specified =
      'all contains startswith endswith exists cased neq re i m s base64 base64offset utf16le utf16be utf16 wide windash lt lte gt gte minute hour day week month year cidr expand fieldref';
    expect([...modifiers]).toEqual(expect.arrayContaining(specified.split(' ')));
  });

  test('filters leave some matches and take some', () => {
    const cases = fc.sample(filterCase(), seed);
    const results = cases.map(({ text, events }) => [...interpret(text, events, { placeholders }).values()]);
    expect(results.flat().filter(({ kind }) => kind !== 'rule')).toEqual([]);
    const matches = results.flat().map((outcome) => (outcome.kind === 'rule' ? outcome.matches.length : 0));
    expect(matches.filter((count) => count > 0 && count < 25).length).toBeGreaterThan(matches.length / 5);
  });

  test('correlations of every type are completed by some events and not by others', () => {
    const cases = fc.sample(correlationCase(), { seed: 1, numRuns: 400 });
    const completed = new Map<string, number>();
    let told = 0;
    for (const { text, events } of cases) {
      const outcomes = interpret(text, events);
      expect([...outcomes.values()].filter(({ kind }) => kind === 'refused')).toEqual([]);
      for (const { title = '', correlation } of readDocuments(text)) {
        const outcome = outcomes.get(String(title));
        if (!isMapping(correlation) || outcome?.kind !== 'correlation') continue;
        told += 1;
        if (outcome.completedBy.length % events.length === 0) continue;
        const type = String(correlation['type']);
        completed.set(type, (completed.get(type) ?? 0) + 1);
      }
    }
    expect([...completed.keys()]).toEqual(
      expect.arrayContaining([
        'event_count',
        'temporal',
        'temporal_ordered',
        'value_avg',
        'value_count',
        'value_percentile',
        'value_sum',
      ]),
    );
    expect([...completed.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(told / 5);
  });
});
