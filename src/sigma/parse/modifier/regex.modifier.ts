import { mapText, mapValues, type Modifier } from '../modifier.ts';
import type { RegexFlags } from '../pattern.ts';
import { checkRegex } from '../regex.ts';
import { ruleFault } from '../rule-fault.ts';

const noFlags: RegexFlags = { i: false, m: false, s: false };

/** `re` and, behind it, `i`, `m` and `s`. */
const modifiers: readonly Modifier[] = [
  {
    names: ['re'],
    apply: (draft, { index }) => {
      if (index > 0) {
        throw ruleFault(
          '"re" comes first: the value must be unchanged',
          draft.place,
          'Move "|re" behind the field name.',
        );
      }
      return mapText(draft, 're', ({ source }, place) => {
        const trouble = checkRegex(source);
        if (trouble !== undefined) {
          const where = trouble.index === undefined ? '' : ` at character ${trouble.index + 1} of the expression`;
          throw ruleFault(`${trouble.message}${where}`, place, trouble.hint);
        }
        return { kind: 'regex', source, flags: noFlags, anchor: 'anywhere' };
      });
    },
  },
  flag('i', 'ignorecase'),
  flag('m', 'multiline'),
  flag('s', 'dotall'),
];
export default modifiers;

function flag(name: keyof RegexFlags, longName: string): Modifier {
  return {
    names: [name, longName],
    apply: (draft) =>
      mapValues(draft, (pattern, place) => {
        if (pattern.kind === 'regex') return { ...pattern, flags: { ...pattern.flags, [name]: true } };
        throw ruleFault(
          `"${name}" belongs to a regular expression`,
          place,
          `Write "|re|${name}" or remove "|${name}".`,
        );
      }),
  };
}
