import type { FaultPlace } from '../../../shape/fault.ts';
import { mapWritten, type Modifier } from '../modifier.ts';
import type { Pattern } from '../pattern.ts';
import { ruleFault } from '../rule-fault.ts';
import { literalOf, type Text, withPieces } from '../text.ts';

/** `base64` and `base64offset`: the value as it looks inside Base64, at the start or at any of the three offsets. */
const modifiers: readonly Modifier[] = [
  {
    names: ['base64'],
    apply: (draft) =>
      mapWritten(draft, 'base64', (text, place, isCased) =>
        encoded(text, bytesOf(text, 'base64', place).toString('base64'), isCased),
      ),
  },
  {
    names: ['base64offset'],
    apply: (draft) =>
      mapWritten(draft, 'base64offset', (text, place, isCased) => {
        const bytes = bytesOf(text, 'base64offset', place);
        return { kind: 'any', of: [0, 1, 2].map((offset) => encoded(text, stablePart(bytes, offset), isCased)) };
      }),
  },
];
export default modifiers;

/** What remains of `bytes` in Base64 whatever stands around them, `offset` bytes behind a multiple of three. */
function stablePart(bytes: Buffer, offset: number): string {
  const code = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const start = [0, 2, 3][offset] ?? 0;
  const end = [0, 3, 2][(offset + bytes.length) % 3] ?? 0;
  return code.slice(start, code.length - end);
}

function encoded(text: Text, code: string, isCased: boolean): Pattern {
  return { kind: 'text', text: withPieces(text, [code], false), isCased };
}

function bytesOf(text: Text, name: string, place: FaultPlace): Buffer {
  const literal = literalOf(text);
  if (literal === undefined) {
    throw ruleFault(`"${name}" cannot encode a wildcard`, place, 'Escape it with a backslash, or put "contains" last.');
  }
  return Buffer.from(literal, text.isBytes ? 'latin1' : 'utf8');
}
