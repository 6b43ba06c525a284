import { mapWritten, type Modifier } from '../modifier.ts';
import { ruleFault } from '../rule-fault.ts';
import { withPieces } from '../text.ts';

/** `utf16le` (`wide`), `utf16be` and `utf16` (with byte order mark): the bytes of the value before Base64. */
const modifiers: readonly Modifier[] = [
  encoding(['utf16le', 'wide'], littleEndian),
  encoding(['utf16be'], bigEndian),
  encoding(['utf16'], (text, isFirst) => Buffer.concat([Buffer.from(isFirst ? [0xff, 0xfe] : []), littleEndian(text)])),
];
export default modifiers;

function encoding(names: readonly [string, ...string[]], encode: (text: string, isFirst: boolean) => Buffer): Modifier {
  return {
    names,
    apply: (draft) =>
      mapWritten(draft, names[0], (text, place, isCased) => {
        if (text.isBytes) {
          throw ruleFault('the value is UTF-16 already', place, 'Keep only one of utf16le, wide, utf16be and utf16.');
        }
        const pieces = text.pieces.map((piece, index) =>
          typeof piece === 'string' ? encode(piece, index === 0).toString('latin1') : piece,
        );
        return { kind: 'text', text: withPieces(text, pieces, true), isCased };
      }),
  };
}

function littleEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function bigEndian(text: string): Buffer {
  return littleEndian(text).swap16();
}
