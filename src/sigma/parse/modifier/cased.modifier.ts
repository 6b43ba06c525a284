import { describe, mapValues, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';

/** `cased`: capitals count. */
const modifiers: readonly Modifier[] = [
  {
    names: ['cased'],
    apply: (draft) =>
      mapValues(draft, (pattern, place) => {
        if (pattern.kind === 'text' || pattern.kind === 'field') return { ...pattern, isCased: true };
        if (pattern.kind === 'number') return pattern;
        const hint = pattern.kind === 'regex' ? 'Regular expressions mind capitals anyway.' : 'Give it text in quotes.';
        throw ruleFault(`"cased" needs text, not ${describe(pattern)}`, place, `Remove "|cased". ${hint}`);
      }),
  },
];
export default modifiers;
