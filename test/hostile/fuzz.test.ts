import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditData, csvRow, purviewHeader, purviewRow, signIn } from '../support/evidence.ts';
import { readFiles } from '../support/read-evidence.ts';

/** More of them, and others, with FUZZ_RUNS and FUZZ_SEED in the environment. */
const options = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1), seed: Number(process.env['FUZZ_SEED'] ?? 7) };

/** Files at a time: opening a case costs more than reading a small file. */
const filesAtOnce = 25;

/** Reads many made-up files at once; only the number of those read is certain. */
async function survives(texts: readonly Uint8Array[], ending: string): Promise<void> {
  const files = Object.fromEntries(texts.map((text, index) => [`${index}.${ending}`, text]));
  const read = await readFiles(files);
  expect(read.outcome.read + read.outcome.known).toBe(texts.length);
  expect(read.outcome.unreadable).toEqual([]);
}

const bytes = (parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.uint8Array({ maxLength: 3 }));
const run = (parts: fc.Arbitrary<string | Uint8Array>, start: string): fc.Arbitrary<Uint8Array[]> =>
  fc.array(
    fc.array(parts, { maxLength: 25 }).map((made) => bytes([start, ...made])),
    { minLength: filesAtOnce, maxLength: filesAtOnce },
  );

test('CSV of any bytes', async () => {
  const pieces = [
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    ' ',
    "'",
    ';',
    '\\',
    '\t',
    '|',
    '\u00A0',
    'a',
    '{}',
    '"a"',
    csvRow([JSON.stringify(auditData(1))]),
  ];
  const parts = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...pieces, `\n${purviewRow(1)}\n`) },
    { weight: 1, arbitrary: odd },
  );
  for (const header of [`${purviewHeader.join(',')}\n`, 'a;"b"\n', 'a\tb\n', 'a|b\n', 'x', '']) {
    await fc.assert(
      fc.asyncProperty(run(parts, header), (texts) => survives(texts, 'csv')),
      options,
    );
  }
});

test('JSON of any bytes', async () => {
  const record = JSON.stringify(signIn(1));
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\n',
    ' ',
    '1',
    'null',
    '"value":[',
    '"id":',
    '{"id":"',
    '"AuditData":"{\\"',
    record,
    `${record}\n`,
    `${record},`,
  ];
  const parts = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: odd });
  for (const start of [`${record}\n`, '[', '{"value":[', '{', '']) {
    await fc.assert(
      fc.asyncProperty(run(parts, start), (texts) => survives(texts, 'json')),
      options,
    );
  }
});

test('records with values of every kind in every field', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      '/Date(-1)/',
      '/Date()/',
      '9999-12-31T23:59:59Z',
      '0000-00-00',
      '2024-01-01 (BC)',
      'infinity',
      1e308,
      -1,
      9.9e18,
      '99999999999999999999',
      '\0',
      '[]',
      '{}',
      '[null]',
      '"',
      [[]],
      [{}],
      [null],
      { Name: null },
      [{ Name: 1, Value: [] }],
    ),
  );
  for (const good of [
    signIn(1),
    auditData(1, { ModifiedProperties: [], Parameters: [], ExtendedProperties: [], Target: [], Actor: [] }),
  ]) {
    const keys = Object.keys(good);
    const record = fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom(...keys), value, value)
      .map(([a, b, x, y]) => ({ ...good, [a]: x, [b]: y }));
    const texts = fc
      .array(record, { minLength: 50, maxLength: 50 })
      .map((records) => [bytes(records.map((one) => `${JSON.stringify(one)}\n`))]);
    await fc.assert(
      fc.asyncProperty(texts, (made) => survives(made, 'json')),
      { ...options, numRuns: options.numRuns * 2 },
    );
  }
});
