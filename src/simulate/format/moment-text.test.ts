import { expect, it } from 'vitest';
import { americanMoment, digitsOf, offsetMoment, sevenDigitMoment, wholeSecond } from './moment-text.ts';

it('writes one instant in each form', () => {
  const instant = '2024-01-08T03:04:05.123Z';
  expect(offsetMoment(instant)).toBe('2024-01-08T03:04:05.1230000+00:00');
  expect(sevenDigitMoment(instant)).toBe('2024-01-08T03:04:05.1230000Z');
  expect(wholeSecond(instant)).toBe('2024-01-08T03:04:05Z');
  expect(americanMoment(instant, 'power-shell')).toBe('1/8/2024 3:04:05 AM');
  expect(americanMoment(instant, 'portal')).toBe('1/8/2024, 3:04:05.123 AM');
  expect(digitsOf(instant)).toBe('20240108030405');
});

it('has noon and midnight right', () => {
  expect(americanMoment('2024-12-31T00:00:00.000Z', 'power-shell')).toBe('12/31/2024 12:00:00 AM');
  expect(americanMoment('2024-12-31T12:30:00.000Z', 'power-shell')).toBe('12/31/2024 12:30:00 PM');
});
