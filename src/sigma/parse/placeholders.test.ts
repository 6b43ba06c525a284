import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlaceholders } from './placeholders.ts';

const folder = mkdtempSync(join(tmpdir(), 'snowfence-placeholders-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): unknown {
  const file = join(folder, 'values.yml');
  writeFileSync(file, text);
  return readPlaceholders(file);
}

test('names to texts, with or without per cent signs, as YAML or JSON', () => {
  expect(read('Administrators: [a@x.example, 7]\n"%Servers%": srv*')).toEqual({
    Administrators: ['a@x.example', '7'],
    Servers: ['srv*'],
  });
  expect(read('{"a": ["b"]}')).toEqual({ a: ['b'] });
});

test('what is wrong has a place', () => {
  expect(() => read('- a')).toThrow(
    expect.objectContaining({ code: 'rule-invalid', message: 'this is no map of placeholders' }),
  );
  expect(() => read('a:\n  - {b: c}')).toThrow(
    expect.objectContaining({ place: expect.objectContaining({ line: 2, column: 5 }) }),
  );
  expect(() => readPlaceholders(join(folder, 'missing.yml'))).toThrow(
    expect.objectContaining({ code: 'path-missing' }),
  );
});
