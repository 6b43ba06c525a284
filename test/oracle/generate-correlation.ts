import fc from 'fast-check';
import { type CorrelationType, conditionOf, temporalTypes, types } from './generate-correlation-condition.ts';
import { idOf } from './generate-filter.ts';
import { spelled } from './generate-text.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** What holds for a whole case, so that it meets nothing that docs/sigma.md leaves open. */
interface Terms {
  /** Some events are found by two of the rules. */
  readonly isOverlapping: boolean;
  /** Some events belong to several groups. */
  readonly hasSeveralGroups: boolean;
  readonly ruleCount: number;
}

const start = Date.parse('2024-03-10T11:59:00Z');

/** Mostly on a grid of ten seconds, so that ties and gaps of exactly a time span are frequent. */
const timestamp: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.nat(11),
    fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(1, -1, 500, 999, 1000)),
    fc.constantFrom('Z', 'Z', 'Z', 'Z', '.000Z', '001Z', '+02:00'),
    fc.nat(39),
  )
  .map(([step, milliseconds, spelling, chance]) => {
    if (chance === 0) return 'yesterday';
    const instant = start + step * 10_000 + milliseconds;
    if (spelling === '+02:00') return `${new Date(instant + 7_200_000).toISOString().slice(0, -1)}+02:00`;
    const text = new Date(instant).toISOString();
    if (spelling === '001Z') return text.replace('Z', spelling);
    return spelling === 'Z' ? text.replace('.000Z', 'Z') : text;
  });

function eventOf({ hasSeveralGroups }: Terms): fc.Arbitrary<unknown> {
  const one = fc.constantFrom<unknown[]>('x', 'x', 'x', 'X', 'X', 'y', 'ä', 'Ä', 5, '5', '');
  const several = fc.array(fc.constantFrom<unknown>('x', 'X', 'y', 5, '5'), { maxLength: 3 });
  const group = fc.oneof(
    { weight: 12, arbitrary: one },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: hasSeveralGroups ? 3 : 0, arbitrary: several },
  );
  const measured = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown[]>(0, 1, 2, 3, 4, -2, 2.5, '2', '3', '1.5') },
    { weight: 1, arbitrary: fc.constantFrom<unknown[]>('many', 'MANY', '', true, 'true', null) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom<unknown>(1, 2, '2', 'few'), { maxLength: 3 }) },
  );
  const all = fc.record(
    {
      kind: fc.constantFrom('k0', 'k0', 'k1', 'k1', 'k2', 'k3', 'k01', 'k12', 'k'),
      timestamp,
      u: group,
      v: group,
      w: measured,
      g: fc.constantFrom('p', 'q'),
    },
    { noNullPrototype: true },
  );
  const missing = fc.constantFrom(...Array<string>(25).fill(''), 'timestamp', 'u', 'v', 'w', 'g');
  return fc
    .tuple(all, missing)
    .map(([event, name]) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== name)));
}

interface Correlation {
  readonly says: Mapping;
  readonly name: string;
}

/** Fields of `group-by`, where `who` is an alias. */
type Grouping = readonly string[];

/**
 * Which field the alias is in each of the rules. A correlation may go without: then it is its own group of that name,
 * if it has one.
 */
function aliasesOf(named: readonly string[]): fc.Arbitrary<Mapping> {
  return fc.tuple(fc.constantFrom(['u', 'v'], ['v', 'u'], ['g', 'u']), fc.boolean()).map(([fields, isOwnGroup]) => {
    const entries = named.map((name, place) => [name, fields[place > 0 ? 1 : 0]] as const);
    const own = entries.filter(([name]) => !isOwnGroup || name.startsWith('r'));
    return own.length > 0 ? { aliases: { who: Object.fromEntries(own) } } : {};
  });
}

/** A correlation of the documents of those names, in any order. */
function correlationOf(
  name: string,
  members: readonly string[],
  allowed: readonly CorrelationType[],
  groupings: readonly Grouping[],
): fc.Arbitrary<Correlation> {
  const order = fc.shuffledSubarray([...members], { minLength: members.length });
  return fc.tuple(fc.constantFrom(...allowed), order).chain(([type, named]) =>
    fc
      .record({
        condition: conditionOf(type, named.length),
        groupBy: fc.constantFrom(...groupings),
        timespan: fc.constantFrom('10s', '20s', '30s', '30s', '1m', '60s'),
        aliases: aliasesOf(named),
        generate: fc.option(fc.boolean(), { freq: 4 }),
        isById: fc.boolean(),
      })
      .map(({ condition, groupBy, timespan, aliases, generate, isById }) => ({
        name,
        says: {
          type,
          rules: named.map((one) => (isById && one.startsWith('r') ? idOf(Number(one.slice(1))) : one)),
          ...(groupBy.length > 0 ? { 'group-by': groupBy } : {}),
          timespan,
          ...(groupBy.includes('who') || condition?.field === 'who' ? aliases : {}),
          ...(condition ? { condition } : {}),
          ...(generate === null ? {} : { generate }),
        },
      })),
  );
}

/** Not by an alias where two rules find the same event: its groups would differ between the rules. */
function groupingsOf({ isOverlapping }: Terms): readonly Grouping[] {
  const plain = [[], ['u'], ['u'], ['u', 'g'], ['g']];
  return isOverlapping ? plain : [...plain, ['who'], ['who', 'g']];
}

/** One correlation over plain rules. */
function single(terms: Terms, named: readonly string[]): fc.Arbitrary<Correlation[]> {
  const groupings = groupingsOf(terms);
  const some = fc.subarray([...named], { minLength: 1 });
  return some
    .chain((chosen) =>
      fc.oneof(
        { weight: 4, arbitrary: correlationOf('c0', chosen, types, groupings) },
        {
          weight: chosen.length > 1 ? 3 : 0,
          arbitrary: correlationOf('c0', chosen, temporalTypes, [...groupings, ['who']]),
        },
      ),
    )
    .map((one) => [one]);
}

/** What the correlations `c0`, `c1` and `c2` of a chain name. */
const chains: readonly (readonly (readonly string[])[])[] = [
  [['r0'], ['c0', 'r1']],
  [['r0'], ['c0']],
  [['r0', 'r1'], ['c0']],
  [['r0'], ['r1'], ['c0', 'c1']],
  [['r0'], ['c0', 'r1'], ['c1']],
];

/**
 * Two or three correlations of which the last names the others. Where events are counted, no event is found twice: of
 * an event that a rule finds and that completes a correlation, only one would take part.
 */
function chain(terms: Terms): fc.Arbitrary<Correlation[]> {
  const severalRules = terms.isOverlapping ? temporalTypes : types;
  // With several groups for one event, an occurrence in each of them would be one event in a larger group.
  const groupings = terms.hasSeveralGroups ? fc.constantFrom([['u']], [['u', 'g']]) : fc.constant(groupingsOf(terms));
  return fc
    .tuple(fc.constantFrom(...chains), groupings)
    .chain(([layout, some]) =>
      fc.tuple(
        ...layout.map((named, place) =>
          correlationOf(`c${place}`, named, named.length > 1 ? severalRules : types, some),
        ),
      ),
    );
}

/**
 * Two to four rules `r0`, `r1` and so on, and one to three correlations `c0`, `c1`, `c2` in one file, with events over
 * two minutes that come in any order. None of the documents is refused.
 */
export function correlationCase(): fc.Arbitrary<{ text: string; events: unknown[] }> {
  const terms = fc.record({
    isOverlapping: fc.boolean(),
    hasSeveralGroups: fc.boolean(),
    ruleCount: fc.integer({ min: 2, max: 4 }),
  });
  return terms.chain((one) => {
    const named = Array.from({ length: one.ruleCount }, (_, place) => `r${place}`);
    const rules = named.map((name, place) => ({
      title: name,
      name,
      id: idOf(place),
      logsource: { category: 'test' },
      detection: {
        selection: one.isOverlapping ? { 'kind|contains': String(place) } : { kind: `k${place}` },
        condition: 'selection',
      },
    }));
    return fc
      .record({
        correlations: fc.oneof({ weight: 3, arbitrary: single(one, named) }, { weight: 2, arbitrary: chain(one) }),
        events: fc.array(eventOf(one), { minLength: 10, maxLength: 24 }),
        asBlocks: fc.boolean(),
        places: fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
      })
      .map(({ correlations, events, asBlocks, places }) => {
        const made = correlations.map(({ name, says }) => ({ title: name, name, correlation: says }));
        const documents = [...rules, ...made]
          .map((document, own) => ({ document, place: places[own] ?? 0 }))
          .toSorted((left, right) => left.place - right.place)
          .map(({ document }) => document);
        return { text: spelled(documents, asBlocks), events };
      });
  });
}
