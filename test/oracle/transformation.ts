import { refuse } from './document.ts';
import { type Pattern, type Piece, anyText, literally } from './pattern.ts';

export type Placeholders = Readonly<Record<string, readonly string[]>>;

/** A value on its way through the modifiers: a pattern, or the bytes of an encoding. */
type Stage = Pattern | Uint8Array;

function plainText(pattern: Pattern): string {
  return pattern
    .map((piece) => (piece.is === 'character' ? piece.character : refuse('an encoded value must not have wildcards')))
    .join('');
}

function bytesOf(stage: Stage): Uint8Array {
  return stage instanceof Uint8Array ? stage : Buffer.from(plainText(stage), 'utf8');
}

/** The bytes as text, if they are any. */
export function patternOf(stage: Stage): Pattern {
  if (!(stage instanceof Uint8Array)) return stage;
  try {
    return literally(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(stage));
  } catch {
    return refuse('the encoded value is no text');
  }
}

function utf16(stage: Stage, order: 'little' | 'big', mark: readonly number[]): Uint8Array {
  const little = Buffer.from(plainText(patternOf(stage)), 'utf16le');
  return Buffer.from([...mark, ...(order === 'big' ? little.swap16() : little)]);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** The characters that do not depend on what stands before and behind the value, for the three ways it may lie. */
function base64Offsets(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = base64(Buffer.from([...Array<number>(shift).fill(0), ...bytes]));
    const bits = (shift + bytes.length) * 8;
    // A character carries six bits; only those count whose six bits are all of the value.
    return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
  });
}

function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (made, options) => made.flatMap((start) => options.map((option) => [...start, option])),
    [[]],
  );
}

const dashes = ['-', '/', '\u2013', '\u2014', '\u2015'];

function isWord(piece: Piece | undefined): boolean {
  return piece?.is === 'character' && /^\w$/.test(piece.character);
}

function withEveryDash(pattern: Pattern): readonly Pattern[] {
  return product(
    pattern.map((piece, place) => {
      const isDash = piece.is === 'character' && dashes.includes(piece.character);
      return isDash && isWord(pattern[place + 1]) && !isWord(pattern[place - 1]) ? dashes.flatMap(literally) : [piece];
    }),
  );
}

function expanded(pattern: Pattern, placeholders: Placeholders): readonly Pattern[] {
  const choices = pattern.map((piece): readonly Pattern[] => {
    if (piece.is !== 'placeholder') return [[piece]];
    const values = Object.hasOwn(placeholders, piece.name) ? placeholders[piece.name] : undefined;
    return values?.length ? values.map(literally) : refuse(`no values for %${piece.name}%`);
  });
  return product(choices).map((parts) => parts.flat());
}

/** What one modifier makes of a value; several results are alternatives. Undefined if it transforms nothing. */
export function transformed(modifier: string, stage: Stage, placeholders: Placeholders): readonly Stage[] | undefined {
  switch (modifier) {
    case 'contains':
      return [[anyText, ...patternOf(stage), anyText]];
    case 'startswith':
      return [[...patternOf(stage), anyText]];
    case 'endswith':
      return [[anyText, ...patternOf(stage)]];
    case 'base64':
      return [literally(base64(bytesOf(stage)))];
    case 'base64offset':
      return base64Offsets(bytesOf(stage)).map(literally);
    case 'utf16le':
    case 'wide':
      return [utf16(stage, 'little', [])];
    case 'utf16be':
      return [utf16(stage, 'big', [])];
    case 'utf16':
      return [utf16(stage, 'little', [0xff, 0xfe])];
    case 'windash':
      return withEveryDash(patternOf(stage));
    case 'expand':
      return expanded(patternOf(stage), placeholders);
    default:
      return undefined;
  }
}
