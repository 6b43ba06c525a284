import { blocksOf } from './block.ts';
import { passwordsInCommands } from './command-line.ts';
import type { Cue } from './cue.ts';
import { defaultPairs } from './default-pair.ts';
import type { Setting } from './evidence.ts';
import { valuesInFileNames } from './file-value.ts';
import { lockCodes } from './lock-code.ts';
import type { Found } from './sentence.ts';
import { strongWords } from './strong-word.ts';
import { wirelessKeys } from './wireless.ts';

/** A letter and a digit or sign in one word, or a number. */
const mayHoldValue =
  /\p{L}[-_.']?\d|\d[-_.]?\p{L}|[\p{L}\d][!#$%&*+?=^~§@_{}|<>]\S|\d{3}|\d[ -]\d|\p{L} ?\/ ?\p{L}|\p{Ll}\.\p{Lu}|wi-?fi|wlan|вай/iu;

const shortCharacters = 220;

const passwordCues = new Set<Cue['kind']>(['password', 'brief', 'passphrase', 'pin']);

/** Keys of encrypted disks, which nothing else looks like. */
function diskKeys(text: string): Found[] {
  return [...text.matchAll(/(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g)].map(({ index, 0: { length } }) => ({
    kind: 'recovery-code',
    start: index,
    end: index + length,
    cue: { start: index, end: index },
  }));
}

/** The values that no word for a password announces, but that the words around them betray. */
export function unannounced(text: string, cues: readonly Cue[], known: readonly Found[]): Found[] {
  const setting: Setting = {
    isShort: text.length <= shortCharacters && text.split(/\s+/, 32).length <= 24,
    isPromised: text.length <= 400 && cues.some(({ kind }) => kind === 'promise'),
    cues: cues.filter(({ kind, isInName }) => passwordCues.has(kind) && !isInName).map(({ start }) => start),
    known: known.map(({ start }) => start).toSorted((a, b) => a - b),
  };
  const found: Found[] = [...passwordsInCommands(text), ...valuesInFileNames(text), ...diskKeys(text)];
  for (const block of blocksOf(text, mayHoldValue)) {
    const pairs = defaultPairs(block);
    const keys = wirelessKeys(block);
    found.push(...pairs, ...keys, ...lockCodes(text, block), ...strongWords(text, block, setting, [...pairs, ...keys]));
  }
  return found;
}
