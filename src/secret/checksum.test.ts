import { expect, test } from 'vitest';
import { base62Checksum, hasBase62Checksum, isBitLockerRecoveryKey } from './checksum.ts';

test('the checksum of a token is the one that its maker writes', () => {
  // The number is zlib's for these 30 characters, written by hand in base 62.
  expect(base62Checksum('0'.repeat(30))).toBe('2C8GjS');
  expect(hasBase62Checksum(`ghp_${'0'.repeat(30)}2C8GjS`)).toBe(true);
  expect(hasBase62Checksum(`ghp_${'0'.repeat(30)}2C8GjT`)).toBe(false);
  expect(hasBase62Checksum('ghp_short')).toBe(false);
});

test('groups of a BitLocker recovery key are multiples of 11', () => {
  const group = (number: number): string => String(number * 11).padStart(6, '0');
  const key = [1, 65_535, 4_096, 31_337, 2_048, 50_000, 123, 999].map(group);
  expect(isBitLockerRecoveryKey(key.join('-'))).toBe(true);
  expect(isBitLockerRecoveryKey([...key.slice(1), '000012'].join('-'))).toBe(false);
  expect(isBitLockerRecoveryKey([...key.slice(1), group(65_536)].join('-'))).toBe(false);
  expect(isBitLockerRecoveryKey(key.slice(1).join('-'))).toBe(false);
});
