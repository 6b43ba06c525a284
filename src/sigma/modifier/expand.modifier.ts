import type { FaultPlace } from '../../shape/fault.ts';
import { limits } from '../limits.ts';
import { mapText, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';
import { parseText, type Text, withPieces, type Wild } from '../text.ts';

/** `expand`: `%name%` becomes each of the values that the caller gave for that name; `\%` is a per cent sign. */
const modifiers: readonly Modifier[] = [
  {
    names: ['expand'],
    apply: (draft, { placeholders, index }) => {
      if (index > 0) throw ruleFault('"expand" comes first', draft.place, 'Move "|expand" behind the field name.');
      return mapText(draft, 'expand', (text, place, isCased) => {
        const texts = expand(text, placeholders, place);
        return { kind: 'any', of: texts.map((expanded) => ({ kind: 'text', text: expanded, isCased })) };
      });
    },
  },
];
export default modifiers;

function expand(text: Text, placeholders: Readonly<Record<string, readonly string[]>>, place: FaultPlace): Text[] {
  const parts = text.source.split(/(\\%|%[A-Za-z0-9_ .-]+%)/);
  if (!parts.some((part) => part.length > 2 && part.startsWith('%') && part.endsWith('%'))) {
    throw ruleFault(
      '"expand" found no %placeholder% in the value',
      place,
      'Remove "|expand", or write a name like %Administrators%.',
    );
  }
  let alternatives: (string | Wild)[][] = [[]];
  for (const part of parts) {
    const choices = choicesOf(part, placeholders, place);
    if (alternatives.length * choices.length > limits.valuesPerItem) {
      throw ruleFault(
        `the placeholders give more than ${limits.valuesPerItem} values`,
        place,
        'Give them fewer values.',
      );
    }
    alternatives = alternatives.flatMap((start) => choices.map((choice) => [...start, ...choice]));
  }
  return alternatives.map((pieces) => withPieces(text, pieces));
}

function choicesOf(
  part: string,
  placeholders: Readonly<Record<string, readonly string[]>>,
  place: FaultPlace,
): readonly (readonly (string | Wild)[])[] {
  if (part === '\\%') return [['%']];
  if (part.length < 3 || !part.startsWith('%') || !part.endsWith('%')) return [parseText(part).pieces];
  const name = part.slice(1, -1);
  const values = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
  if (values === undefined || values.length === 0) {
    throw ruleFault(
      `no values were given for the placeholder ${part}`,
      place,
      `Write the values into the rule instead of ${part}.`,
    );
  }
  return values.map((value) => [value]);
}
