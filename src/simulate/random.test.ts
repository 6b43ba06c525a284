import { expect, it } from 'vitest';
import { Random } from './random.ts';

function draw(seed: string): string {
  const random = new Random(seed);
  return [random.uuid(), random.uuid(), random.tokenId()].join(' ');
}

it('repeats itself for a seed and differs between seeds', () => {
  expect(draw('a')).toBe(draw('a'));
  expect(draw('a')).not.toBe(draw('b'));
  expect(new Random('a').uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('stays within the limits and reaches them', () => {
  const random = new Random('limits');
  const draws = Array.from({ length: 300 }, () => random.integer(3, 5));
  expect(new Set(draws)).toEqual(new Set([3, 4, 5]));
  expect(() => random.pick([])).toThrow(RangeError);
});
