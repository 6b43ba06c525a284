import { describe, mapValues, type Modifier } from '../modifier.ts';
import { comparisons } from '../pattern.ts';
import { ruleFault } from '../rule-fault.ts';

/** `lt`, `lte`, `gt`, `gte`: numbers, also behind a part of a time (`time|hour|gte: 22`). */
const modifiers: readonly Modifier[] = comparisons.map((comparison) => ({
  names: [comparison],
  apply: (draft) =>
    mapValues(draft, (pattern, place) => {
      if (pattern.kind === 'number') return { kind: 'comparison', comparison, text: pattern.text, part: undefined };
      if (pattern.kind === 'part') return { kind: 'comparison', comparison, text: pattern.text, part: pattern.part };
      throw ruleFault(
        `"${comparison}" needs a number, not ${describe(pattern)}`,
        place,
        'Write the number without quotes.',
      );
    }),
}));
export default modifiers;
