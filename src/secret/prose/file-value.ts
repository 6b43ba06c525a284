import type { Found } from './sentence.ts';
import { isImpostor, shapeOf } from './shape.ts';
import { isOrdinary, passwordWords, pinWords, wirelessWords } from './vocabulary.ts';
import { role, rolesOf } from './word-roles.ts';

const ending =
  /\.(?:png|jpe?g|gif|bmp|heic|webp|tiff?|docx?|xlsx?|txt|pdf|zip|7z|rar|kdbx|csv|rtf|one)(?![\p{L}\d])/giu;

const longestName = 120;

/** What a file is about that only speaks of passwords. */
const aboutPasswords =
  /polic|richtlini|polit|guid|template|vorlage|muster|reset|manual|howto|anleitung|instru|інстру|инстру|formular|falsch|incorrect|error|wrong|неверн|невірн|смен|змін|änder|request|antrag|regl|регл/iu;

/** Values in the names of files: `router admin password = X.png`, `unlock_7531.jpg`. */
export function valuesInFileNames(text: string): Found[] {
  const found: Found[] = [];
  let last = 0;
  for (const { index } of text.matchAll(ending)) {
    const from = Math.max(last, index - longestName);
    const window = text.slice(from, index);
    const name = Math.max(0, window.search(/[^\n"“”„«»<>:;\t|]*$/u));
    const start = from + name + (window.length - name - window.slice(name).trimStart().length);
    last = index + 1;
    const one = valueIn(text.slice(start, index), start, /["“„«'<[:]/u.test(text.slice(Math.max(0, start - 2), start)));
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** @param isDelimited all of it is the name; else a sentence may lead to it. */
function valueIn(name: string, start: number, isDelimited: boolean): Found | undefined {
  if (aboutPasswords.test(name)) return undefined;
  const pieces = piecesOf(name);
  const lower = pieces.map(({ value }) => value.toLowerCase());
  const roles = lower.map((word, index) => rolesOf(word, lower[index - 1] ?? ''));
  const isPassword =
    lower.some((word) => passwordWords.has(word)) || /passw|kennwort|mot de passe|mot_de_passe/i.test(name);
  const isPin =
    lower.some((word) => pinWords.has(word)) || roles.some((bits) => (bits & (role.lock | role.keying)) !== 0);
  const isPinBefore = (index: number): boolean =>
    lower
      .slice(0, index)
      .some((word, at) => pinWords.has(word) || ((roles[at] ?? 0) & (role.lock | role.keying | role.entering)) !== 0);
  const isWireless = wirelessWords.test(name);
  const own = isDelimited ? 0 : name.lastIndexOf(' ') + 1;
  const isEntering = roles.some((bits, index) => (bits & role.entering) !== 0 && (pieces[index]?.start ?? 0) >= own);
  if (!isPassword && !isPin && !isWireless && !isEntering) return undefined;
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    const piece = pieces[index];
    if (piece === undefined || isOrdinary(piece.value.toLowerCase()) || isDate(piece.value)) continue;
    const { value } = piece;
    const isNumber = /^\d+$/.test(value);
    const isValue = isNumber
      ? ((isPinBefore(index) || isPassword) && value.length >= 4 && value.length <= 8) ||
        (isWireless && value.length >= 8)
      : !isImpostor(value) && /[^\p{L}]/u.test(value) && shapeOf(value) >= (isPassword || isWireless ? 3 : 4.25);
    const isSeparate =
      piece.isAssigned &&
      pieces[index - 1]?.isAssigned === false &&
      index === pieces.length - 1 &&
      isPassword &&
      value.length >= 5 &&
      !isNumber;
    if (!isValue && !isSeparate) continue;
    const at = start + piece.start;
    const kind = isWireless ? 'wifi-password' : isNumber && !isPassword ? 'pin' : 'password';
    return { kind, start: at, end: at + value.length, cue: { start, end: start } };
  }
  return undefined;
}

const isDate = (value: string): boolean =>
  /^(?:19|20)\d\d(?:[-_.]?\d\d){0,2}$|^\d{1,2}[-.]\d{1,2}(?:[-.]\d{2,4})?$|^\d{6}$/.test(value);

interface Piece {
  readonly value: string;
  readonly start: number;
  /** `=` or a dash with spaces stands before it. */
  readonly isAssigned: boolean;
}

/** The words of a name; what stands behind `=` or a dash with spaces stays whole. */
function piecesOf(name: string): Piece[] {
  const assigned = Math.max(name.lastIndexOf('='), name.lastIndexOf(' - '), name.lastIndexOf(' — '));
  const separator = / = | [-–—] |[=\s]/.test(name) ? /[^\s=]+/gu : name.includes('_') ? /[^_]+/gu : /[^-]+/gu;
  return [...name.matchAll(separator)]
    .filter(([value]) => /[\p{L}\d]/u.test(value))
    .flatMap((match) => {
      const value = match[0].replace(/^[(["'«„,]+|[)\]"'»“,]+$/gu, '');
      const piece = {
        value,
        start: match.index + match[0].indexOf(value),
        isAssigned: assigned >= 0 && match.index > assigned,
      };
      // `pin_for_till_3` among other words.
      return /_/.test(value) &&
        separator.source.startsWith('[^\\s') &&
        shapeOf(value.slice(value.lastIndexOf('_') + 1)) >= 3.5
        ? [
            {
              ...piece,
              value: value.slice(value.lastIndexOf('_') + 1),
              start: piece.start + value.lastIndexOf('_') + 1,
            },
          ]
        : [piece];
    });
}
