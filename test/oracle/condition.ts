import { refuse } from './document.ts';
import type { Test } from './item.ts';

type Selections = ReadonlyMap<string, Test>;

const quantifiers = new Set(['1', 'any', 'all']);

function isMeant(name: string, pattern: string): boolean {
  if (pattern.toLowerCase() === 'them') return !name.startsWith('_');
  const parts = pattern.split('*').map((part) => part.replaceAll(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

/** A condition of a rule: `or` binds least, then `and`, then `not`. */
export function readCondition(text: string, selections: Selections): Test {
  const words = text.match(/[()|]|[^\s()|]+/g) ?? [];
  let place = 0;
  const isNext = (word: string): boolean => words[place]?.toLowerCase() === word;
  const take = (): string => words[place++] ?? refuse('the condition ends too early');

  function alternatives(): Test {
    const tests = [conjunction()];
    while (isNext('or')) {
      take();
      tests.push(conjunction());
    }
    return (event) => tests.some((test) => test(event));
  }

  function conjunction(): Test {
    const tests = [negation()];
    while (isNext('and')) {
      take();
      tests.push(negation());
    }
    return (event) => tests.every((test) => test(event));
  }

  function negation(): Test {
    if (!isNext('not')) return operand();
    take();
    const test = negation();
    return (event) => !test(event);
  }

  function operand(): Test {
    const word = take();
    if (word === '(') {
      const inner = alternatives();
      return take() === ')' ? inner : refuse('a bracket is not closed');
    }
    if (!quantifiers.has(word.toLowerCase()) || !isNext('of')) {
      return selections.get(word) ?? refuse(`no selection is called ${word}`);
    }
    take();
    const pattern = take();
    const tests = [...selections].filter(([name]) => isMeant(name, pattern)).map(([, test]) => test);
    if (tests.length === 0) refuse(`no selection is called ${pattern}`);
    if (word.toLowerCase() === 'all') return (event) => tests.every((test) => test(event));
    return (event) => tests.some((test) => test(event));
  }

  const condition = alternatives();
  return place === words.length ? condition : refuse(`${words[place] ?? ''} is not expected`);
}
