import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/secret/fingerprint.ts';
import { redact } from '../../src/secret/redact.ts';

test('a redaction shows the kind and the length', () => {
  expect(redact(`ghp_${'Zq4'.repeat(12)}`, 4)).toBe('ghp_… (40 characters)');
  expect(redact('x'.repeat(1704), 11)).toBe('xxxxxxxxxxx… (about 2,000 characters)');
});

test('of a password only the class of its length', () => {
  expect(redact('Tiger!7')).toBe('… (fewer than 8 characters)');
  expect(redact('Tiger!77')).toBe('… (8 to 11 characters)');
  expect(redact('Tiger!777777')).toBe('… (12 to 15 characters)');
  expect(redact('Tiger!77777777777')).toBe('… (16 to 23 characters)');
});

test('a prefix that would be most of the value, or holds what a terminal obeys, is left out', () => {
  expect(redact('ghp_abcde', 4)).toBe('… (8 to 11 characters)');
  expect(redact(`\u001B[2J${'a'.repeat(40)}`, 4)).toBe('… (44 characters)');
  expect(redact('a'.repeat(90), 30)).toBe('… (90 characters)');
});

test('no three characters of the secret follow each other in its redaction', () => {
  // Characters that the words of a redaction do not have themselves.
  const secret = fc.string({ unit: fc.constantFrom(...'ABDEFGHIJKLMNOPQRSTUVWXYZ$~_|'.split('')), maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom('', 'x_', 'ghp_', 'xoxb-', 'sk_live_'), secret, (prefix, value) => {
      const told = redact(`${prefix}${value}`, prefix.length);
      const rest = told.startsWith(prefix) ? told.slice(prefix.length) : told;
      for (let at = 0; at + 3 <= value.length; at += 1) expect(rest).not.toContain(value.slice(at, at + 3));
    }),
  );
});

test('nor of any text, but for what the words say', () => {
  const words = /^(?:fewer than 8|\d+ to \d+|about \d+,000|\d+) characters$/;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (value) => {
      const [, told = ''] = /^… \((.*)\)$/s.exec(redact(value)) ?? [];
      expect(told).toMatch(words);
    }),
  );
});

test('fingerprints tell values, kinds and keys apart and nothing else', () => {
  const key = Buffer.alloc(32, 7);
  const print = fingerprint(key, 'smtp-url', 'Tiger!77');
  expect(print).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint(key, 'smtp-url', 'Tiger!77')).toBe(print);
  expect(fingerprint(key, 'smtp-url', 'Tiger!78')).not.toBe(print);
  expect(fingerprint(key, 'imap-url', 'Tiger!77')).not.toBe(print);
  expect(fingerprint(Buffer.alloc(32, 8), 'smtp-url', 'Tiger!77')).not.toBe(print);
  expect(() => fingerprint(Buffer.alloc(8), 'smtp-url', 'Tiger!77')).toThrow(RangeError);
});
