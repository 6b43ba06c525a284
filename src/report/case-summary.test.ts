import { expect, test } from 'vitest';
import { summarise } from './case-summary.ts';
import { openEmptyCase, openSmallCase } from './fixture/case-fixture.ts';

test('sums a case up, worst findings first', async () => {
  const { store, close } = await openSmallCase();
  const { worst, ...numbers } = await summarise(store);
  await close();
  expect(numbers).toEqual({
    files: 4,
    records: 3500,
    duplicates: 4,
    rejected: 33,
    matchedRecords: 48,
    findings: { low: 3, medium: 3, high: 3, critical: 3 },
    first: '2024-01-01T00:00:00.000Z',
    last: '2024-02-09T23:36:00.000Z',
    window: {},
    examined: 12,
    notExamined: 3,
    gaps: 2,
  });
  expect(worst.map(({ severity }) => severity)).toEqual([
    'critical',
    'critical',
    'critical',
    'high',
    'high',
    'high',
    'medium',
    'medium',
    'medium',
    'low',
  ]);
  expect(worst[0]).toMatchObject({
    detection: 'detection-00',
    evidence: [{ file: 'export/signin/interactive.json', sha256: '1a'.repeat(32), record: 1 }],
  });
});

test('an empty case is all noughts', async () => {
  const { store, close } = await openEmptyCase();
  const summary = await summarise(store);
  await close();
  expect(summary).toEqual({
    files: 0,
    records: 0,
    duplicates: 0,
    rejected: 0,
    matchedRecords: 0,
    findings: { low: 0, medium: 0, high: 0, critical: 0 },
    first: undefined,
    last: undefined,
    window: {},
    examined: 0,
    notExamined: 0,
    gaps: 0,
    worst: [],
  });
});
