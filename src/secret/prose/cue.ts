import { AnchorSearch } from '../anchor-search.ts';
import { typosOf } from './typo.ts';
import { wordsOf } from './vocabulary.ts';

/** What a word in a text announces. `brief` is a short or ambiguous word for a password. */
export type CueKind =
  | 'password'
  | 'brief'
  | 'passphrase'
  | 'pin'
  | 'one-time-code'
  | 'recovery-code'
  | 'any-code'
  | 'any-key'
  | 'login'
  | 'promise';

/** A word that announces a value near it. Places are in characters of the text. */
export interface Cue {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
  /** True inside a longer name with `_` or a file's ending: no word of a sentence. */
  readonly isInName: boolean;
  /** True at the end of a word with digits, such as `T3mp-Pass!`. */
  readonly isInValue: boolean;
}

const kinds: readonly (readonly [CueKind, ReadonlySet<string>])[] = [
  ['password', wordsOf('password')],
  ['passphrase', wordsOf('passphrase')],
  ['pin', wordsOf('pin')],
  ['one-time-code', wordsOf('oneTimeCode')],
  ['recovery-code', wordsOf('recoveryCode')],
  ['login', wordsOf('login')],
  ['promise', wordsOf('promise')],
  ['brief', wordsOf('briefPassword')],
  ['any-code', wordsOf('anyCode')],
  ['any-key', wordsOf('anyKey')],
];

/** Every spelling with its kind; of one spelling the first kind counts. */
const kindOf = new Map<string, CueKind>();
for (const [kind, words] of kinds) {
  for (const word of words) {
    for (const spelling of spellings(word)) if (!kindOf.has(spelling)) kindOf.set(spelling, kind);
  }
}
/** Long enough that a slip of the hand makes no other word of them. */
const mistyped = [
  'password',
  'passwort',
  'kennwort',
  'contraseña',
  'contrasena',
  'пароль',
  'passphrase',
  'mot de passe',
];
for (const word of mistyped) {
  const kind = kindOf.get(word) ?? 'password';
  for (const typo of typosOf(word)) if (!kindOf.has(typo)) kindOf.set(typo, kind);
}
const anchors = [...kindOf.keys()];
const search = new AnchorSearch(anchors);

/** As typed, with its accents apart (as some systems write them), and wrapped over a line or joined by a hard space. */
function spellings(word: string): string[] {
  const wrapped = word.includes(' ') ? [word, word.replace(/ /, '\n'), word.replace(/ /, '\u00a0')] : [word];
  return wrapped.flatMap((spelling) => [spelling, spelling.normalize('NFD')]);
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Whether compounds may end in the word, as in `Initialkennwort`. */
const longEnoughForCompounds = 7;

/** All announcing words in order; of words that overlap the longest. */
export function findCues(text: string): Cue[] {
  const found: Cue[] = [];
  search.search(text, (anchor, start) => {
    const word = anchors[anchor] ?? '';
    const kind = kindOf.get(word) ?? 'any-code';
    const end = start + word.length;
    const before = text[start - 1] ?? ' ';
    const after = text[end] ?? ' ';
    if (letter.test(after) || before === '@') return;
    if (letter.test(before) && !(word.length >= longEnoughForCompounds && kind === 'password')) return;
    const next = text[end + 1] ?? ' ';
    const isInName = after === '_' || ((after === '-' || after === '.') && letter.test(next));
    found.push({ kind, start, end, isInName, isInValue: before === '-' && isOfValue(text, start) });
  });
  return withoutInner(found);
}

function isOfValue(text: string, start: number): boolean {
  const before = /\S+$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
  return /\d/.test(before) && /\p{L}/u.test(before);
}

/** Found in the order of their ends; a longer word ends no earlier than what it holds and begins no later. */
function withoutInner(found: readonly Cue[]): Cue[] {
  const kept: Cue[] = [];
  for (const cue of found) {
    let last = kept.at(-1);
    while (last !== undefined && last.start >= cue.start) {
      kept.pop();
      last = kept.at(-1);
    }
    // One that begins inside the last and ends behind it loses, unless it is longer.
    if (last !== undefined && last.end > cue.start) {
      if (cue.end - cue.start <= last.end - last.start) continue;
      kept.pop();
    }
    kept.push(cue);
  }
  return kept;
}
