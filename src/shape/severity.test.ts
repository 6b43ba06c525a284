import { describe, expect, test } from 'vitest';
import { isAtLeast, isSeverity, severities } from './severity.ts';

describe('severities', () => {
  test('are ordered from the weakest', () => {
    for (const [index, severity] of severities.entries()) {
      for (const [other, floor] of severities.entries()) expect(isAtLeast(severity, floor)).toBe(index >= other);
    }
  });

  test('are a closed set, spelled exactly', () => {
    expect(severities.every(isSeverity)).toBe(true);
    for (const value of ['informational', 'High', '', 3, null, undefined]) expect(isSeverity(value)).toBe(false);
  });
});
