import { describe, expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

describe('an instant', () => {
  test.each([
    ['2024-01-12', '2024-01-12T00:00:00.000Z'],
    ['2024-01-12T08:30', '2024-01-12T08:30:00.000Z'],
    ['2024-01-12T08:30:15', '2024-01-12T08:30:15.000Z'],
    ['2024-01-12T08:30:15.5Z', '2024-01-12T08:30:15.500Z'],
    ['2024-01-12T08:30:15.1234567Z', '2024-01-12T08:30:15.123Z'],
    ['2024-01-12T08:30:15+02:00', '2024-01-12T06:30:15.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s, in whatever zone the machine is', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    '2024',
    '12.01.2024',
    '2024-13-01',
    '2024-01-12 08:30',
    '2024-01-12T25:00',
    '2024-01-12Z',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
