import type { Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';

/** `all`: every value of the list must be met instead of any one. */
const modifiers: readonly Modifier[] = [
  {
    names: ['all'],
    apply: (draft) => {
      if (draft.values.length < 2) {
        throw ruleFault(
          '"all" needs a list of several values',
          draft.place,
          'Remove "|all": one value is always all of them.',
        );
      }
      return { ...draft, isEvery: true };
    },
  },
];
export default modifiers;
