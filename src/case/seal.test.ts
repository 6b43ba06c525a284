import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sql } from '../store/sql.ts';
import { openCase } from './open-case.ts';
import { readKeyFile, sealFile, unsealFile } from './seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const secret = Buffer.alloc(32, 7);

describe('a sealed file', () => {
  test.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])(
    'of %i bytes opens as it was',
    (size) => {
      writeFileSync(at('plain'), Buffer.alloc(size, 'snow '));
      sealFile(at('plain'), at('sealed'), secret);
      if (size > 8) expect(readFileSync(at('sealed')).includes('snow snow')).toBe(false);
      unsealFile(at('sealed'), at('again'), secret);
      expect(readFileSync(at('again')).equals(readFileSync(at('plain')))).toBe(true);
    },
  );

  test('does not open changed, cut off, out of order or with another key, and leaves nothing', () => {
    writeFileSync(at('plain'), Buffer.alloc(2_500_000, 'snow '));
    sealFile(at('plain'), at('sealed'), secret);
    const good = readFileSync(at('sealed'));
    const chunk = 1024 * 1024 + 16;
    const swapped = Buffer.concat([
      good.subarray(0, 32),
      good.subarray(32 + chunk, 32 + 2 * chunk),
      good.subarray(32, 32 + chunk),
      good.subarray(32 + 2 * chunk),
    ]);
    const changed = Buffer.from(good);
    changed.writeUInt8((changed[1000] ?? 0) ^ 1, 1000);
    const bad = [
      changed,
      swapped,
      good.subarray(0, 32 + chunk),
      good.subarray(0, good.length - 1),
      good.subarray(0, 20),
      Buffer.from('nothing'),
    ];
    for (const bytes of bad) {
      writeFileSync(at('bad'), bytes);
      expect(() => unsealFile(at('bad'), at('never'), secret)).toThrow(/does not open with this key, or was changed/);
    }
    expect(() => unsealFile(at('sealed'), at('never'), Buffer.alloc(32, 8))).toThrow(/does not open/);
    expect(existsSync(at('never')) || existsSync(at('never.new'))).toBe(false);
  });

  test('needs a key of some length', () => {
    writeFileSync(at('word'), 'password');
    expect(() => readKeyFile(at('word'))).toThrow(/8 bytes, fewer than 32/);
    expect(() => readKeyFile(at('none'))).toThrow(/cannot be read/);
  });
});

test('a case with a key lies encrypted while it is not open', async () => {
  const dir = at('case');
  writeFileSync(at('key'), secret);
  const first = await openCase(dir, { create: true, keyFile: at('key') });
  await first.store.run(sql`insert into meta values ('who', 'nora.lind@frostline.example')`);
  first.close();
  expect(existsSync(join(dir, 'case.duckdb'))).toBe(false);
  expect(readFileSync(join(dir, 'case.sealed')).includes('nora.lind')).toBe(false);
  await expect(openCase(dir)).rejects.toMatchObject({ code: 'case-sealed' });
  const second = await openCase(dir, { keyFile: at('key') });
  expect(await second.store.rows(sql`select value from meta where key = 'who'`)).toEqual([
    { value: 'nora.lind@frostline.example' },
  ]);
  second.close();
});
