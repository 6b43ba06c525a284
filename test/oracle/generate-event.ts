import fc from 'fast-check';
import { eventText, word } from './generate-text.ts';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

const number: fc.Arbitrary<Value> = fc.constantFrom(0, 1, 5, -3, 2.5, 50053);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: eventText },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom('', 'TRUE', 'false') },
);

const object: fc.Arbitrary<Value> = fc
  .oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(word, { maxLength: 2 }) })
  .map((x) => ({ x }));

/** Without null and without arrays: what those mean inside an array, nobody has said. */
const list: fc.Arbitrary<Value> = fc.array(
  fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: object }),
  { maxLength: 3 },
);

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 10, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: object },
);

const times = [
  '2024-01-01T00:00:00Z',
  '2024-12-30T23:59:59Z',
  '2021-01-03T06:30:00Z',
  '2024-02-29T22:15:00.500Z',
  '2024-02-29T23:15:00+02:00',
  '2023-06-05T06:59:59Z',
] as const;

const addresses = [
  '10.0.0.1',
  '10.0.0.4',
  '10.255.255.255',
  '11.0.0.0',
  '192.168.1.5',
  '2001:db8::1',
  '2001:DB8:0:1::',
  '2001:0db8:0000:0000:0000:0000:0000:0001',
  '::1',
] as const;

const address = fc.constantFrom<Value[]>(...addresses, '10.0.0', 'host', '10.0.0.256', '');

/**
 * An event of which any field may be missing: `a`, `b`, `c.d` and `list` hold anything, `e` no array, `num` mostly
 * numbers, `when` mostly times, `addr` mostly addresses.
 */
export const event: fc.Arbitrary<unknown> = fc.record(
  {
    a: value,
    b: value,
    c: fc.oneof(
      { weight: 6, arbitrary: fc.record({ d: value }, { requiredKeys: [], noNullPrototype: true }) },
      { weight: 1, arbitrary: scalar },
    ),
    list: fc.oneof({ weight: 4, arbitrary: list }, { weight: 1, arbitrary: scalar }),
    e: fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: fc.constant(null) }),
    num: fc.oneof(
      { weight: 5, arbitrary: number },
      { weight: 2, arbitrary: fc.constantFrom<Value[]>('5', '2.5', '-3', '007', 'x5', '', true, null) },
      { weight: 1, arbitrary: fc.array(number, { maxLength: 2 }) },
    ),
    when: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Value[]>(...times) },
      { weight: 1, arbitrary: fc.constantFrom<Value[]>('yesterday', 5, '', null, [times[0], times[3]]) },
    ),
    addr: fc.oneof({ weight: 5, arbitrary: address }, { weight: 1, arbitrary: fc.array(address, { maxLength: 2 }) }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
