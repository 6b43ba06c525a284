import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal, sql } from '../../store/sql.ts';
import { Store } from '../../store/store.ts';
import { checkRegex } from './regex.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'snowfence-regex-'));
  store = await Store.open(join(folder, 'case.duckdb'));
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['x(?=y)', 1, /ahead/],
  ['(?<!y)x', 0, /behind/],
  [String.raw`(a)\1`, 3, /references/],
  ['(?>a)', 0, /group/],
  ['a++', 2, /repetition of a repetition/],
  ['*a', 0, /repeats nothing/],
  ['(a', 0, /"\)" is missing/],
  ['a)', 1, /closes nothing/],
  ['[a', 0, /"\]" is missing/],
  ['[z-a]', 2, /range/],
  ['a{1001}', 1, /repetition/],
  ['(a{100}){100}', 8, /repetition/],
  [`(${'a|'.repeat(50)}b){1000}`, 0, /too large/],
  [String.raw`\Z`, 0, /not supported/],
  ['a\\', 2, /ends in the middle/],
  ['('.repeat(100), 51, /too deep/],
])('%s is refused at %i', (source, index, message) => {
  const trouble = checkRegex(source);
  expect(trouble?.index).toBe(index);
  expect(trouble?.message).toMatch(message);
});

test.each([
  String.raw`^(?:a|b)+?[^\d\]x-]{2,}\.(exe|dll)$`,
  String.raw`(?i)\bfull_access\b|\x41\x{1F600}\p{L}[[:alpha:]_-]`,
  String.raw`[A-Za-z0-9+/=]{500,}`,
  '{"a": [1]}',
  '',
])('%s is accepted', (source) => {
  expect(checkRegex(source)).toBeUndefined();
});

test('what is accepted, the engine accepts', async () => {
  const parts =
    'a b ( ) [ ] ^ $ . * + ? { } {2} {2,3} {1000} {,3} | \\ \\d \\b \\x41 \\p{L} \\PN - a-z [:alpha:] (?: (?i) (?i: (?P<n> (?<n> é \\/ \\_ [^ \\] 0 \\0 \\Q \\z'.split(
      ' ',
    );
  const checked = assert(
    asyncProperty(array(constantFrom(...parts, '\n', "'"), { minLength: 1, maxLength: 8 }), async (chosen) => {
      const source = chosen.join('');
      if (checkRegex(source) === undefined) await store.rows(sql`select regexp_matches('ab', ${literal(source)})`);
    }),
    { numRuns: 1000, seed: 7 },
  );
  await expect(checked).resolves.toBeUndefined();
});
