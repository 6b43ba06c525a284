import { type Draft, mapText, mapValues, type Modifier } from '../modifier.ts';
import type { Anchor } from '../pattern.ts';
import { any, type Text, withPieces, type Wild } from '../text.ts';

/** `contains`, `startswith`, `endswith`: the value stands somewhere, at the start, at the end. */
const modifiers: readonly Modifier[] = [
  placed('contains', 'anywhere', (pieces) => [any, ...pieces, any]),
  placed('startswith', 'start', (pieces) => [...pieces, any]),
  placed('endswith', 'end', (pieces) => [any, ...pieces]),
];
export default modifiers;

function placed(
  name: string,
  anchor: Anchor,
  surround: (pieces: Text['pieces']) => readonly (string | Wild)[],
): Modifier {
  const onText = (draft: Draft): Draft =>
    mapText(draft, name, (text, _, isCased) => ({
      kind: 'text',
      text: withPieces(text, surround(text.pieces)),
      isCased,
    }));
  return {
    names: [name],
    apply: (draft) =>
      mapValues(draft, (pattern, place) => {
        if (pattern.kind === 'regex' || pattern.kind === 'field') return { ...pattern, anchor };
        const [changed] = onText({ ...draft, values: [{ pattern, place }] }).values;
        return changed?.pattern ?? pattern;
      }),
  };
}
