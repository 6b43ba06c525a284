import fc from 'fast-check';
import { event } from './generate-event.ts';
import { fieldLine, keywordLine, keywords } from './generate-item.ts';
import { spelled } from './generate-text.ts';

type Mapping = Readonly<Record<string, unknown>>;

const map: fc.Arbitrary<Mapping> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(fieldLine, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(fieldLine, { minLength: 2, maxLength: 3 }) },
  )
  .map((chosen) => Object.fromEntries(chosen));

const selection: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: map },
  { weight: 2, arbitrary: fc.array(map, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: keywords },
  { weight: 1, arbitrary: keywordLine.map((line) => Object.fromEntries([line])) },
  { weight: 1, arbitrary: fc.tuple(keywordLine, fieldLine).map((both) => Object.fromEntries(both)) },
  { weight: 1, arbitrary: fc.tuple(keywords, map).map(([some, one]) => [...some, one]) },
);

const names = ['selection', 'selection_a', 'Selection', 'sel_b', 'filter', 'filter_main', '_private', 'or_else', 'k1'];

/** Patterns that at least one of the names fits. */
function patternsOf(chosen: readonly string[]): readonly string[] {
  const them = chosen.some((name) => !name.startsWith('_')) ? ['them', 'THEM'] : [];
  return chosen
    .flatMap((name) => [name, `${name.slice(0, 3)}*`, `*${name.slice(-3)}`, `${name[0]}*${name.at(-1)}`])
    .concat(them);
}

/** Everything that the grammar allows, with brackets only here and there, so that what binds tighter matters. */
function conditionOf(chosen: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...chosen) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('1 of', 'any of', 'all of', 'ALL of', '1 OF'), fc.constantFrom(...patternsOf(chosen)))
        .map((parts) => parts.join(' ')),
    },
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('not', 'NOT', 'not not'), tie('tree')).map((parts) => parts.join(' ')),
      },
      { weight: 1, arbitrary: tie('tree').map((inner) => `(${inner})`) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('tree'), fc.constantFrom('and', 'or', 'AND', 'Or'), tie('tree'))
          .map((parts) => parts.join(' ')),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => `(${left} or ${right}) and not ${left}`),
      },
    ),
  }));
  return tree;
}

/** Selections of some names, and a condition over them. */
export const detection: fc.Arbitrary<Mapping> = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant(['selection']) },
    { weight: 3, arbitrary: fc.subarray(names, { minLength: 1, maxLength: 4 }) },
  )
  .chain((chosen) =>
    fc
      .tuple(
        fc.array(selection, { minLength: chosen.length, maxLength: chosen.length }),
        fc.oneof(
          { weight: 8, arbitrary: conditionOf(chosen) },
          { weight: 1, arbitrary: fc.array(conditionOf(chosen), { minLength: 1, maxLength: 2 }) },
        ),
      )
      .map(([selections, condition]) => ({
        ...Object.fromEntries(selections.map((one, place) => [chosen[place], one])),
        condition,
      })),
  );

export const events: fc.Arbitrary<unknown[]> = fc.array(event, { minLength: 25, maxLength: 25 });

/** Rules to be compiled at once: each of the documents is a file of its own, its rule is titled `r0`, `r1` and so on. */
export function ruleBatch(rules = 40): fc.Arbitrary<{ documents: string[]; events: unknown[] }> {
  const rule = fc.tuple(detection, fc.boolean());
  return fc.record({
    documents: fc
      .array(rule, { minLength: rules, maxLength: rules })
      .map((made) =>
        made.map(([one, asBlocks], place) =>
          spelled([{ title: `r${place}`, logsource: { category: 'test' }, detection: one }], asBlocks),
        ),
      ),
    events,
  });
}
