import en from './language/en.language.ts';
import de from './language/de.language.ts';
import es from './language/es.language.ts';
import fr from './language/fr.language.ts';
import ru from './language/ru.language.ts';
import uk from './language/uk.language.ts';
import type { Language } from './language.ts';

/** All that are known. A mail mixes them ("das login password"), so that every text is read with the words of all. */
const languages: readonly Language[] = [de, en, es, fr, ru, uk];

type WordList = { [Name in keyof Language]: Language[Name] extends readonly string[] ? Name : never }[keyof Language];

/** The words of one list, of all languages. */
export function wordsOf(list: WordList | 'otherCode' | 'unit' | 'ordinary'): ReadonlySet<string> {
  const words = languages.flatMap((language) => {
    const own = language[list];
    return typeof own === 'string' ? own.split(/\s+/) : own;
  });
  return new Set(words.filter((word) => word !== ''));
}

export const linkWords = wordsOf('is');
export const toWords = wordsOf('to');
export const purposeWords = wordsOf('purpose');
export const withWords = wordsOf('with');
export const pointingWords = wordsOf('points');
export const userWords = wordsOf('user');
export const systemWords = wordsOf('system');
export const unitWords = wordsOf('unit');
export const pinWords = wordsOf('pin');
export const anyCodeWords = wordsOf('anyCode');
export const anyKeyWords = wordsOf('anyKey');
export const passwordWords = new Set([...wordsOf('password'), ...wordsOf('briefPassword'), ...wordsOf('passphrase')]);

const ordinaryWords = new Set([
  ...wordsOf('ordinary'),
  ...linkWords,
  ...toWords,
  ...purposeWords,
  ...withWords,
  ...unitWords,
  ...userWords,
  ...systemWords,
  ...wordsOf('login'),
  ...passwordWords,
  ...wordsOf('pin'),
  ...wordsOf('anyCode'),
  ...wordsOf('anyKey'),
]);

/** True for a word of everyday language, in lower case; a mark of exclamation or question at its end does not matter. */
export function isOrdinary(word: string): boolean {
  return ordinaryWords.has(word) || ordinaryWords.has(word.replace(/[!?*]+$/, ''));
}

/** Names of wireless networks' things, alike in all languages. */
export const wirelessWords = /wi-?fi|wlan|w-lan|wireless|ssid|hotspot|wpa2?|вай-?фа|вайфа/iu;
