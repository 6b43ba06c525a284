import { mapValues, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';

/** `exists`: whether the record has the field at all. */
const modifiers: readonly Modifier[] = [
  {
    names: ['exists'],
    apply: (draft, { chain }) => {
      if (chain.length > 1) {
        throw ruleFault('"exists" stands alone', draft.place, 'Remove the other modifiers.');
      }
      if (draft.field === undefined || draft.values.length !== 1) {
        throw ruleFault('"exists" needs a field and one value', draft.place, 'Write "Field|exists: true" or "false".');
      }
      return mapValues(draft, (pattern, place) => {
        if (pattern.kind === 'boolean') return { kind: 'exists', value: pattern.value };
        throw ruleFault('"exists" needs true or false', place, 'Write true or false, without quotes.');
      });
    },
  },
];
export default modifiers;
