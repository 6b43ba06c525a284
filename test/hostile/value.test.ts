import { expect, test } from 'vitest';
import { auditData, lines, signIn } from '../support/evidence.ts';
import { readFiles, users } from '../support/read-evidence.ts';

const times = [
  '/Date(9223372036854775807)/',
  '/Date(-9223372036854775808)/',
  '/Date(99999999999999999999999)/',
  '/Date()/',
  'infinity',
  'epoch',
  '0000-00-00T00:00:00Z',
  '2024-13-45T99:99:99Z',
  '9'.repeat(100_000),
  {},
  [],
  true,
  null,
];
test.each(times)('a record of the time %s is rejected, the others stay', async (time) => {
  const read = await readFiles({
    'a.json': lines([signIn(1), signIn(2, { createdDateTime: time }), signIn(3)]),
    'b.json': lines([auditData(4), auditData(5, { CreationTime: time }), auditData(6)]),
  });
  expect(read.principals).toEqual(users(1, 3, 4, 6));
  expect(read.rejections.map(({ record }) => record)).toEqual([2, 2]);
});

test('times at the ends of the calendar are kept', async () => {
  const far = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '/Date(-1)/', '/Date(253402300799000)/'];
  const read = await readFiles({
    'a.json': lines(far.map((createdDateTime, index) => signIn(index + 1, { createdDateTime }))),
  });
  expect(read.principals).toEqual(users(1, 2, 3, 4));
});

test('numbers too large for their columns cost the value alone', async () => {
  const record = signIn(1, {
    status: { errorCode: 1e300 },
    autonomousSystemNumber: '99999999999999999999',
    isInteractive: 'maybe',
  });
  const audit = auditData(2, {
    RecordType: 50,
    OperationCount: 9e18,
    ErrorNumber: '9'.repeat(50),
    UserType: 1e308,
    LogonType: {},
    ExternalAccess: [],
  });
  const read = await readFiles({ 'a.json': lines([record]), 'b.json': lines([audit]) });
  expect(read.principals).toEqual(users(1, 2));
});
