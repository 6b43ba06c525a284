import { mapText, type Modifier } from '../modifier.ts';
import { type Wild, withPieces } from '../text.ts';

const dash: Wild = { wild: 'dash' };

/**
 * `windash`: a dash or slash in front of a word stands for each of `-`, `/`, en dash, em dash and horizontal bar.
 * Kept as one wildcard instead of 5^n values.
 */
const modifiers: readonly Modifier[] = [
  {
    names: ['windash'],
    apply: (draft) =>
      mapText(draft, 'windash', (text, _, isCased) => ({
        kind: 'text',
        text: withPieces(
          text,
          text.pieces.flatMap((piece) => (typeof piece === 'string' ? withDashes(piece) : [piece])),
        ),
        isCased,
      })),
  },
];
export default modifiers;

function withDashes(text: string): (string | Wild)[] {
  return text.split(/(?<!\w)[-/–—―](?=\w)/u).flatMap((part, index) => (index === 0 ? [part] : [dash, part]));
}
