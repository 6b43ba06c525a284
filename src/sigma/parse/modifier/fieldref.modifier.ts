import { mapText, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';
import { literalOf } from '../text.ts';

/** `fieldref`: the value is the name of another field of the same record. */
const modifiers: readonly Modifier[] = [
  {
    names: ['fieldref'],
    apply: (draft) => {
      if (draft.field === undefined) {
        throw ruleFault('"fieldref" needs a field in front of it', draft.place, 'Write "Field|fieldref: OtherField".');
      }
      return mapText(draft, 'fieldref', (text, place, isCased) => {
        const field = literalOf(text);
        if (field === undefined || field === '') {
          throw ruleFault(
            'a field name has no wildcards',
            place,
            'Put "fieldref" in front of contains, startswith or endswith.',
          );
        }
        return { kind: 'field', field, anchor: 'whole', isCased };
      });
    },
  },
];
export default modifiers;
