import type { AccessWords } from './access-words.ts';
import de from './language/de-access.language.ts';
import en from './language/en-access.language.ts';
import es from './language/es-access.language.ts';
import fr from './language/fr-access.language.ts';
import ru from './language/ru-access.language.ts';
import uk from './language/uk-access.language.ts';

/** What a word may say about a value near it; one bit each. */
export const role = {
  entering: 1,
  using: 2,
  linking: 4,
  place: 8,
  lock: 16,
  keying: 32,
  reference: 64,
  spelling: 128,
  changing: 256,
  secrecy: 512,
} as const;

const whole = new Map<string, number>();
const beginnings = new Map<string, number>();
const endings = new Map<string, number>();

const fill = (map: Map<string, number>, word: string, bit: number): void => {
  for (const spelling of [word, word.normalize('NFD')]) map.set(spelling, (map.get(spelling) ?? 0) | bit);
};

for (const words of [de, en, es, fr, ru, uk]) {
  for (const name of Object.keys(role) as (keyof AccessWords)[]) {
    for (const word of words[name].split(/\s+/)) {
      if (word === '') continue;
      if (word.endsWith('*')) fill(beginnings, word.replaceAll('*', ''), role[name]);
      if (word.startsWith('*')) fill(endings, word.replaceAll('*', ''), role[name]);
      if (!word.includes('*')) fill(whole, word.replace('_', ' '), role[name]);
    }
  }
}

const lengthsOf = (map: ReadonlyMap<string, number>): number[] => [
  ...new Set([...map.keys()].map((key) => key.length)),
];
const beginningLengths = lengthsOf(beginnings);
const endingLengths = lengthsOf(endings);

const known = new Map<string, number>();
/** As many words as a large mailbox repeats; then the memory starts anew. */
const mostKnown = 20_000;

/** All roles of a word in lower case, where `previous` is the word before it. */
export function rolesOf(word: string, previous: string): number {
  return ownRolesOf(word) | (previous === '' ? 0 : (whole.get(`${previous} ${word}`) ?? 0));
}

function ownRolesOf(word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  let roles = whole.get(word) ?? 0;
  if (word.length > 40) return roles;
  for (const length of beginningLengths) if (length <= word.length) roles |= beginnings.get(word.slice(0, length)) ?? 0;
  for (const length of endingLengths) if (length <= word.length) roles |= endings.get(word.slice(-length)) ?? 0;
  if (known.size >= mostKnown) known.clear();
  known.set(word, roles);
  return roles;
}
