import { timeParts } from '../../../store/dialect.ts';
import { describe, mapValues, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';

/** `minute`, `hour`, `day`, `week`, `month`, `year` of a time, in UTC. */
const modifiers: readonly Modifier[] = timeParts.map((part) => ({
  names: [part],
  apply: (draft) =>
    mapValues(draft, (pattern, place) => {
      if (pattern.kind === 'number') return { kind: 'part', part, text: pattern.text };
      throw ruleFault(`"${part}" needs a number, not ${describe(pattern)}`, place, 'Write the number without quotes.');
    }),
}));
export default modifiers;
