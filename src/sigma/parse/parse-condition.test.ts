import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import { TextTrouble } from './text-trouble.ts';

function show(condition: Condition): string {
  if (condition.kind === 'selection') return condition.name;
  if (condition.kind === 'not') return `!${show(condition.of)}`;
  return `(${condition.of.map(show).join(condition.kind === 'and' ? '&' : '|')})`;
}

function troubleIn(text: string): TextTrouble | undefined {
  try {
    parseCondition(text, names);
  } catch (error) {
    if (error instanceof TextTrouble) return error;
    throw error;
  }
  return undefined;
}

const names = ['a', 'b', 'sel_1', 'sel_2', '_hidden', 'x-y'];

test.each([
  ['a', 'a'],
  ['a or b and not x-y', '(a|(b&!x-y))'],
  ['not a or b', '(!a|b)'],
  ['not (a or b)', '!(a|b)'],
  ['a and (b or (x-y))', '(a&(b|x-y))'],
  ['not not a', '!!a'],
  ['1 of sel_*', '(sel_1|sel_2)'],
  ['all of sel_*', '(sel_1&sel_2)'],
  ['any of s*_1', 'sel_1'],
  ['not 1 of sel* and a', '(!(sel_1|sel_2)&a)'],
  ['all of them', '(a&b&sel_1&sel_2&x-y)'],
  ['1 of *', '(a|b|sel_1|sel_2|_hidden|x-y)'],
  ['1 of a', 'a'],
  ['A AND b'.replace('A', 'a'), '(a&b)'],
  ['  a\n  or\tb ', '(a|b)'],
  ['(a)and(b)', '(a&b)'],
])('%j means %s', (text, meaning) => {
  expect(show(parseCondition(text, names))).toBe(meaning);
});

test.each([
  ['', 0, /missing/],
  ['a b', 2, /too much/],
  ['a and', 5, /missing/],
  ['and a', 0, /no selection "and"/],
  ['(a', 2, /"\)" is missing/],
  ['a)', 1, /too much/],
  ['nope', 0, /no selection "nope"/],
  ['A', 0, /no selection "A"/],
  ['sel_*', 0, /needs "1 of"/],
  ['2 of sel_*', 0, /not possible/],
  ['1 of', 4, /needs a name/],
  ['1 of q*', 5, /no selection is named/],
  ['a | count() > 5', 2, /no meaning/],
  ["a'); drop table b", 1, /no meaning/],
  ['a and  ü', 7, /"ü" has no meaning/],
])('%j is refused at character %i', (text, index, message) => {
  const trouble = troubleIn(text);
  expect(trouble?.index).toBe(index);
  expect(trouble?.message).toMatch(message);
});

test('any text is read or refused, never anything else', () => {
  const words = constantFrom(...'a b and or not ( ) 1 all of them sel* * %'.split(' '));
  const texts = array(words, { maxLength: 12 }).map((parts) => parts.join(' '));
  expect(() => assert(property(texts, (text) => void troubleIn(text)))).not.toThrow();
});
