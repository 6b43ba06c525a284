import fc from 'fast-check';
import { expression, pattern, secrets } from './generate-text.ts';

/** A line of a selection: a field with its modifiers, and the value or values. */
export type Line = readonly [key: string, value: unknown];

const plainField = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c.d', 'list', 'list.0', 'c', 'e', 'num', 'nowhere');
/** The last two may lead through an array to several values. */
const field = fc.oneof({ weight: 8, arbitrary: plainField }, fc.constantFrom('list.x', 'a.x'));
const textField = fc.constantFrom('a', 'b', 'c.d', 'list', 'list.x');

/** One value, or several of them, then with or without `all`. */
function oneOrMore(value: fc.Arbitrary<unknown>): fc.Arbitrary<{ values: unknown; all: readonly string[] }> {
  return fc.oneof(
    { weight: 3, arbitrary: value.map((values) => ({ values, all: [] })) },
    { weight: 2, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => ({ values, all: [] })) },
    {
      weight: 1,
      arbitrary: fc.array(value, { minLength: 2, maxLength: 3 }).map((values) => ({ values, all: ['all'] })),
    },
  );
}

/** Lines with the modifiers first named, then some that may stand anywhere behind. */
function lines(
  fields: fc.Arbitrary<string>,
  modifiers: fc.Arbitrary<readonly string[]>,
  value: fc.Arbitrary<unknown>,
  optional: readonly string[],
): fc.Arbitrary<Line> {
  const extra = optional.map((name) => fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constant(name)));
  return fc
    .tuple(fields, modifiers, oneOrMore(value), fc.tuple(...extra), fc.boolean())
    .map(([name, first, { values, all }, chosen, isAllFirst]): Line => {
      const free = [...chosen.filter((one) => one !== ''), ...all];
      return [[name, ...first, ...(isAllFirst ? free.toReversed() : free)].join('|'), values];
    });
}

const none = fc.constant<readonly string[]>([]);
const place = fc.constantFrom<(readonly string[])[]>(['contains'], ['startswith'], ['endswith']);
const placeOrNone = fc.oneof({ weight: 2, arbitrary: none }, place);

const plain = lines(
  field,
  none,
  fc.oneof(
    { weight: 6, arbitrary: pattern },
    { weight: 2, arbitrary: fc.constantFrom(0, 5, -3, 2.5, 50053, '5', '50053', '050053') },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.constantFrom('', 'true') },
  ),
  ['neq'],
);

const placed = lines(field, place, fc.oneof({ weight: 8, arbitrary: pattern }, fc.constantFrom(5, 0)), ['neq']);

/** Transformations of Base64 behind the encodings of text that are meant for it. */
const encoding = fc
  .tuple(
    fc.constantFrom([], [], ['wide'], ['utf16le'], ['utf16be'], ['utf16']),
    fc.constantFrom(['base64'], ['base64', 'contains'], ['base64offset', 'contains'], ['base64offset', 'contains']),
  )
  .map((parts): readonly string[] => parts.flat());

const dashed = fc.constantFrom('-enc x', '/enc*', '-enc', '/enc /y', '-ENC ?y', 'x-enc', '*-y', 'alpha');

const timePart: fc.Arbitrary<Line> = fc
  .constantFrom<[string, number[]][]>(
    ['minute', [0, 15, 30, 59]],
    ['hour', [0, 6, 21, 22, 23]],
    ['day', [1, 3, 5, 29, 30]],
    ['week', [1, 9, 23, 52]],
    ['month', [1, 2, 6, 12]],
    ['year', [2021, 2023, 2024]],
  )
  .chain(([part, numbers]) => {
    const number = fc.constantFrom(...numbers);
    const compared = fc.constantFrom('lt', 'lte', 'gt', 'gte').map((name): readonly string[] => [part, name]);
    return fc.oneof(
      lines(fc.constant('when'), fc.constant([part]), number, ['neq']),
      lines(fc.constant('when'), compared, number, []),
    );
  });

const network = fc.constantFrom(
  '10.0.0.0/8',
  '10.0.0.0/30',
  '192.168.1.5/32',
  '0.0.0.0/0',
  '2001:db8::/32',
  '2001:db8::/64',
  '2001:DB8:0:1::/64',
  '::/0',
  '::1/128',
);

const reference: fc.Arbitrary<Line> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c.d', 'list', 'num'),
    placeOrNone,
    fc.subarray(['neq', 'cased']),
    fc.constantFrom('e', 'e', 'e', 'nowhere'),
  )
  .map(([name, first, free, other]): Line => [[name, 'fieldref', ...first, ...free].join('|'), other]);

/** One line about one field, of any kind. */
export const fieldLine: fc.Arbitrary<Line> = fc.oneof(
  { weight: 12, arbitrary: plain },
  { weight: 8, arbitrary: placed },
  { weight: 5, arbitrary: lines(field, placeOrNone, pattern, ['cased', 'neq']) },
  { weight: 2, arbitrary: plainField.map((name): Line => [name, null]) },
  { weight: 2, arbitrary: fc.tuple(field, fc.boolean()).map(([name, is]): Line => [`${name}|exists`, is]) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.subarray(['i', 'm', 's']), placeOrNone)
      .chain(([flags, where]) => lines(field, fc.constant(['re', ...flags, ...where]), expression, ['neq'])),
  },
  { weight: 4, arbitrary: lines(textField, encoding, fc.constantFrom(...secrets), ['cased', 'neq']) },
  {
    weight: 3,
    arbitrary: placeOrNone.chain((where) =>
      lines(textField, fc.constant(['windash', ...where]), dashed, ['cased', 'neq']),
    ),
  },
  {
    weight: 4,
    arbitrary: lines(
      fc.constantFrom('num', 'num', 'num', 'a', 'list'),
      fc.constantFrom<(readonly string[])[]>(['lt'], ['lte'], ['gt'], ['gte']),
      fc.constantFrom(-3, 0, 1, 2.5, 5, 50000),
      [],
    ),
  },
  { weight: 4, arbitrary: timePart },
  { weight: 3, arbitrary: lines(fc.constant('addr'), fc.constant(['cidr']), network, ['neq']) },
  {
    weight: 3,
    arbitrary: placeOrNone.chain((where) =>
      lines(
        textField,
        fc.constantFrom(['expand', ...where], [...where, 'expand']),
        fc.constantFrom('%names%', '%one%', 'admin%digit%', '*%names%', '\\%names%', '\\%names\\%', '%digit%*'),
        ['cased', 'neq'],
      ),
    ),
  },
  { weight: 3, arbitrary: reference },
);

/** Texts that are sought in the whole event. */
export const keywords: fc.Arbitrary<readonly unknown[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: pattern },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown[]>(5, 50053, '"a":"alpha', 'x\\"y', 'x"y', 'line\nbreak', 'C:\\Windows'),
    },
  ),
  { minLength: 1, maxLength: 3 },
);

/** The line that asks for keywords with modifiers. */
export const keywordLine: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(keywords, keywords).map(([some, more]): Line => ['|all', [...some, ...more]]),
  },
  { weight: 1, arbitrary: keywords.map((some): Line => ['|cased', some]) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('|re', '|re|i'), expression) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('|base64offset|contains'), fc.constantFrom(...secrets)) },
);
