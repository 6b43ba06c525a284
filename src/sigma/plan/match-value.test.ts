import { describe } from 'vitest';
import { agent, check } from '../fixture/rule-bench.ts';

describe('plain values', () => {
  check('sign_in', [
    [{ UserAgent: 'Axios/1.0' }, agent('axios/1.0'), true],
    [{ useragent: 'axios' }, agent('axios/1.0'), false],
    [{ UserAgent: 'ÄÖ*' }, agent('äöü'), true],
    [{ UserAgent: ['a', 'B'] }, agent('b'), true],
    [{ UserAgent: 'ax*/1.?' }, agent('AXIOS/1.0'), true],
    [{ UserAgent: 'ax*/1.?' }, agent('AXIOS/1.10'), false],
    [{ UserAgent: '*' }, agent(''), true],
    [{ UserAgent: '*' }, agent(null), false],
    [{ UserAgent: '50%_*' }, agent('50%_x'), true],
    [{ UserAgent: '50%_*' }, agent('500x'), false],
    [{ UserAgent: 'a?c\nd*' }, agent('a\nc\nd\n'), true],
    [{ UserAgent: "x'); drop table sign_in; --" }, agent("x'); drop table sign_in; --"), true],
    [{ UserAgent: 'a\0b' }, agent('A\0B'), true],
    [{ UserAgent: 'a\0b' }, agent('a'), false],
  ]);
});

describe('escaping', () => {
  // Left the value as the rule has it, right what it must find.
  const table: readonly [string, string, boolean][] = [
    [String.raw`a\b`, String.raw`a\b`, true],
    [String.raw`a\\b`, String.raw`a\b`, true],
    [String.raw`a\\\b`, String.raw`a\\b`, true],
    [String.raw`a\\\\b`, String.raw`a\\b`, true],
    [String.raw`a\*b`, 'a*b', true],
    [String.raw`a\*b`, 'axb', false],
    [String.raw`a\?b`, 'a?b', true],
    [String.raw`a\?b`, 'axb', false],
    [String.raw`a\\*b`, String.raw`a\xxb`, true],
    [String.raw`a\\*b`, 'axxb', false],
    [String.raw`a\\\*b`, String.raw`a\*b`, true],
    [String.raw`a\\\*b`, String.raw`a\xb`, false],
    ['a\\', 'a\\', true],
  ];
  check(
    'sign_in',
    table.map(([value, text, isFound]) => [{ UserAgent: value }, agent(text), isFound]),
  );
});

describe('missing, empty and null', () => {
  check('sign_in', [
    [{ UserAgent: '' }, agent(''), true],
    [{ UserAgent: '' }, agent(null), false],
    [{ UserAgent: null }, agent(null), true],
    [{ UserAgent: null }, agent(''), false],
    [{ 'UserAgent|exists': true }, agent(''), true],
    [{ 'UserAgent|exists': true }, agent(null), false],
    [{ 'UserAgent|exists': false }, agent(null), true],
    [{ 'UserAgent|neq': null }, agent('a'), true],
    [{ Unknown: null }, { raw: '{"Unknown":null}' }, true],
    [{ Unknown: null }, { raw: '{}' }, true],
    [{ Unknown: '' }, { raw: '{"Unknown":""}' }, true],
    [{ Unknown: '' }, { raw: '{}' }, false],
    [{ 'Unknown|exists': true }, { raw: '{"Unknown":null}' }, true],
    [{ 'Unknown|exists': true }, { raw: '{}' }, false],
    [{ 'Unknown|exists': false }, { raw: '{}' }, true],
  ]);
});

describe('numbers and truth values', () => {
  check('sign_in', [
    [{ ResultType: 50053 }, { errorCode: 50053 }, true],
    [{ ResultType: '50053' }, { errorCode: 50053 }, true],
    [{ ResultType: 50053 }, { errorCode: 50126 }, false],
    [{ ResultType: [50053, '50126', 'x'] }, { errorCode: 50126 }, true],
    [{ ResultType: '050053' }, { errorCode: 50053 }, false],
    [{ ResultType: '5005*' }, { errorCode: 50053 }, true],
    [{ ResultType: 9_007_199_254_740_991 }, { errorCode: 1 }, false],
    [{ ResultType: 1.5 }, { errorCode: 1 }, false],
    [{ UserAgent: 50053 }, agent('50053'), true],
    [{ Code: 50053 }, { raw: '{"Code":"50053"}' }, true],
    [{ Code: 50053 }, { raw: '{"Code":50053}' }, true],
    [{ UserAgent: true }, agent('TRUE'), true],
    [{ UserAgent: true }, agent('1'), false],
    [{ 'ResultType|gte': 50053 }, { errorCode: 50053 }, true],
    [{ 'ResultType|gt': 50053 }, { errorCode: 50053 }, false],
    [{ 'ResultType|lt': 50053.5 }, { errorCode: 50053 }, true],
    [{ 'ResultType|lte': [1, 2] }, { errorCode: 2 }, true],
    [{ 'UserAgent|gt': 5 }, agent('12'), true],
    [{ 'UserAgent|gt': 5 }, agent('nan'), false],
    [{ 'UserAgent|gt': 5 }, agent('twelve'), false],
  ]);
  check('activity', [
    [{ ExternalAccess: true }, { externalAccess: true }, true],
    [{ ExternalAccess: 'False' }, { externalAccess: false }, true],
    [{ ExternalAccess: false }, { externalAccess: null }, false],
  ]);
});
