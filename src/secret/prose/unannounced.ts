import { blocksOf } from './block.ts';
import type { Cue } from './cue.ts';
import type { Setting } from './evidence.ts';
import type { Found } from './sentence.ts';
import { strongWords } from './strong-word.ts';

/** A letter and a digit or sign in one word, or a number. */
const mayHoldValue = /\p{L}[\d!#$%&*+?=^~§@_{}|<>./'-]\S|\d\p{L}|\d{3}/u;

const shortCharacters = 220;

const passwordCues = new Set<Cue['kind']>(['password', 'brief', 'passphrase', 'pin']);

/** The values that no word for a password announces, but that the words around them betray. */
export function unannounced(text: string, cues: readonly Cue[], known: readonly Found[]): Found[] {
  const setting: Setting = {
    isShort: text.length <= shortCharacters && text.split(/\s+/, 24).length <= 18,
    isPromised: text.length <= 400 && cues.some(({ kind }) => kind === 'promise'),
    cues: cues.filter(({ kind, isInName }) => passwordCues.has(kind) && !isInName).map(({ start }) => start),
  };
  const found: Found[] = [];
  for (const block of blocksOf(text, mayHoldValue)) found.push(...strongWords(block, setting, known));
  return found;
}
