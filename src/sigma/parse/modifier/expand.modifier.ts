import type { FaultPlace } from '../../../shape/fault.ts';
import { limits } from '../limits.ts';
import { mapText, type Modifier } from '../modifier.ts';
import type { Placeholders } from '../placeholders.ts';
import { ruleFault } from '../rule-fault.ts';
import { type Text, type Wild, withPieces } from '../text.ts';

type Pieces = readonly (string | Wild)[];

const placeholder = /^%[\w .-]+%$/;

/** `expand`: `%name%` becomes each of the values that the caller gave for that name; `\%` is a per cent sign. */
const modifiers: readonly Modifier[] = [
  {
    names: ['expand'],
    apply: (draft, { placeholders }) =>
      mapText(draft, 'expand', (text, place, isCased) => {
        if (text.isBytes) throw ruleFault('"expand" needs text, not bytes', place, 'Move it in front of utf16.');
        const texts = expand(text, placeholders, place);
        return { kind: 'any', of: texts.map((expanded) => ({ kind: 'text', text: expanded, isCased })) };
      }),
  },
];
export default modifiers;

function expand(text: Text, placeholders: Placeholders, place: FaultPlace): Text[] {
  const parts: Pieces = text.pieces.flatMap(
    (piece): Pieces => (typeof piece === 'string' ? piece.split(/(\\%|%[\w .-]+%)/) : [piece]),
  );
  let alternatives: Pieces[] = [[]];
  for (const part of parts) {
    const choices: Pieces = typeof part === 'string' ? choicesOf(part, placeholders, place) : [part];
    if (alternatives.length * choices.length > limits.valuesPerItem) {
      throw ruleFault(
        `the placeholders give more than ${limits.valuesPerItem} values`,
        place,
        'Give them fewer values.',
      );
    }
    alternatives = alternatives.flatMap((start) => choices.map((choice) => [...start, choice]));
  }
  return alternatives.map((pieces) => withPieces(text, pieces));
}

function choicesOf(part: string, placeholders: Placeholders, place: FaultPlace): readonly string[] {
  if (part === '\\%') return ['%'];
  if (!placeholder.test(part)) return [part];
  const name = part.slice(1, -1);
  const values = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
  if (values !== undefined && values.length > 0) return values;
  const hint = `Give them with --placeholders FILE, or write the values into the rule instead of ${part}.`;
  throw ruleFault(`no values were given for the placeholder ${part}`, place, hint);
}
