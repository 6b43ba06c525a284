import fc from 'fast-check';

type Mapping = Readonly<Record<string, unknown>>;

/** All types of correlations. */
export const types = [
  'event_count',
  'value_count',
  'value_sum',
  'value_max',
  'value_min',
  'value_avg',
  'value_percentile',
  'temporal',
  'temporal_ordered',
] as const;
export type CorrelationType = (typeof types)[number];

export const temporalTypes: readonly CorrelationType[] = ['temporal', 'temporal_ordered'];

const operators = ['gte', 'gt', 'lte', 'lt', 'eq', 'neq'] as const;

/** Counts that a window can have. */
const countCondition: fc.Arbitrary<Mapping> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 2, max: 4 }).map((gte) => ({ gte })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((gt) => ({ gt })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...operators.slice(2)), fc.integer({ min: 2, max: 3 }))
      .map((one) => Object.fromEntries([one])),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 2 })).map(([gt, more]) => ({ gt, lte: gt + more })),
  },
  { weight: 1, arbitrary: fc.constantFrom({ gte: 2, neq: 3 }, { gt: 1.5 }, { gte: 1, lt: 3 }) },
);

const measureCondition: fc.Arbitrary<Mapping> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...operators), fc.constantFrom(0, 1, 1.5, 2, 3, 5))
      .map((one) => Object.fromEntries([one])),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(-1, 0, 1, 2), fc.constantFrom(0.5, 1, 2))
      .map(([gte, more]) => ({ gte, lte: gte + more })),
  },
);

/** What a correlation of the type asks of its windows; some window can always meet it. */
export function conditionOf(type: CorrelationType, ruleCount: number): fc.Arbitrary<Mapping | undefined> {
  const none = fc.constant(undefined);
  switch (type) {
    case 'event_count':
      return countCondition;
    case 'value_count':
      return fc
        .tuple(countCondition, fc.constantFrom<unknown[]>('w', 'w', 'u', 'who', ['w', 'u'], ['w']))
        .map(([condition, field]) => ({ ...condition, field }));
    case 'value_percentile':
      return fc
        .tuple(measureCondition, fc.constantFrom(0, 25, 50, 75, 100))
        .map(([condition, percentile]) => ({ ...condition, field: 'w', percentile }));
    case 'value_sum':
    case 'value_max':
    case 'value_min':
    case 'value_avg':
      return measureCondition.map((condition) => ({ field: 'w', ...condition }));
    case 'temporal':
      return fc.oneof(
        none,
        fc
          .tuple(fc.constantFrom('gte', 'eq', 'lte'), fc.integer({ min: 1, max: ruleCount }))
          .map((one) => Object.fromEntries([one])),
      );
    case 'temporal_ordered':
      return fc.oneof(none, fc.constantFrom({ gte: ruleCount }, { eq: ruleCount }));
  }
}
