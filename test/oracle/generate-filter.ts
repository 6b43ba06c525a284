import fc from 'fast-check';
import { detection, events } from './generate-rule.ts';
import { spelled } from './generate-text.ts';

/** The id of a rule, in the form of a UUID of the fourth version. */
export function idOf(place: number): string {
  return `5f0c1d2e-3a4b-4c5d-8e6f-00000000000${place}`;
}

const logSource = fc.constantFrom<Record<string, string>[]>(
  { category: 'test' },
  { category: 'test', product: 'left' },
  { category: 'test', product: 'right', service: 'deep' },
);

const logSourceOfFilter = fc.constantFrom<Record<string, string>[]>(
  { category: 'test' },
  { product: 'left' },
  { product: 'right', service: 'deep' },
  { category: 'test', service: 'deep' },
  { category: 'other' },
);

const globalDetection = fc.tuple(detection, fc.boolean()).map(([shared, isReset]) => ({ shared, isReset }));

/**
 * Three rules in one file, `r0`, `r1` and `r2`, with filters that reach some of them by name, id or log source, and
 * sometimes with a detection that is shared by `action: global`. None of the documents is refused.
 */
export function filterCase(): fc.Arbitrary<{ text: string; events: unknown[] }> {
  const rules = fc.array(fc.tuple(detection, logSource), { minLength: 3, maxLength: 3 });
  const byName = fc.record({
    // Named rules must have the filter's log source: this one is part of each of theirs.
    logsource: fc.constant({ category: 'test' }),
    rules: fc.oneof(
      fc.subarray(['r0', 'r1', idOf(1), 'r2', idOf(2)], { minLength: 1 }),
      fc.constantFrom('r0', idOf(2)),
    ),
    detection,
  });
  const byLogSource = fc.record({ logsource: logSourceOfFilter, rules: fc.constant('any'), detection });
  return fc
    .record({
      rules,
      filters: fc.array(fc.oneof(byName, byLogSource), { maxLength: 2 }),
      global: fc.option(globalDetection, { freq: 2 }),
      repeated: fc.option(detection, { freq: 3 }),
      areFiltersFirst: fc.boolean(),
      asBlocks: fc.boolean(),
      events,
    })
    .map(({ rules: made, filters, global, repeated, areFiltersFirst, asBlocks, events: log }) => {
      const ruleDocuments = made.map(([own, logsource], place) => ({
        title: `r${place}`,
        name: `r${place}`,
        id: idOf(place),
        logsource,
        detection: own,
      }));
      const filterDocuments = filters.map(({ logsource, rules: named, detection: own }, place) => ({
        title: `f${place}`,
        logsource,
        filter: { rules: named, ...own },
      }));
      const collection = [
        ...(global ? [{ action: 'global', level: 'low', detection: global.shared }] : []),
        ...ruleDocuments.slice(0, 1),
        ...(global?.isReset ? [{ action: 'reset' }] : []),
        ...ruleDocuments.slice(1),
        ...(repeated ? [{ action: 'repeat', title: 'r3', name: 'r3', id: idOf(3), detection: repeated }] : []),
      ];
      const documents = areFiltersFirst ? [...filterDocuments, ...collection] : [...collection, ...filterDocuments];
      return { text: spelled(documents, asBlocks), events: log };
    });
}
