import {
  anyCodeWords,
  anyKeyWords,
  passwordWords,
  pinWords,
  systemWords,
  userWords,
  wirelessWords,
} from './vocabulary.ts';
import { role, rolesOf } from './word-roles.ts';

/** What a column of a table holds, as far as its heading says. */
export type Column = 'password' | 'pin' | 'wifi-password' | 'user' | 'system' | 'other';

/** Headings of columns about passwords, not of them: `Password set?`, `Kennwortalter`. */
const aboutPasswords =
  /\?|chang|changed|last|length|age|expir|set$|status|issued|geändert|änderung|länge|alter|ablauf|verlauf|gesetzt|vergeben|dernier|longueur|durée|date|remis|último|ultima|cambio|longitud|vigencia|recog|entreg|видан|змін|довжин|строк|выдан|смен|измен|длин|срок|policy|richtlin|reset/iu;

/** What the heading of a column says; `row` is all headings in lower case. */
export function columnOf(heading: string, row = ''): Column {
  const words = heading
    .toLowerCase()
    .replace(/[:*.]+$/, '')
    .trim();
  if (words.length > 40 || words === '') return 'other';
  const last = words.replace(/^(?:\p{L}{2,14}[ -]){1,2}/u, '');
  if (passwordWords.has(words) || passwordWords.has(last)) return 'password';
  if (userWords.has(words)) return 'user';
  if (aboutPasswords.test(words)) return 'other';
  const [first = '', second = ''] = words.split(/[ /]+/u);
  if (
    passwordWords.has(first) ||
    passwordWords.has(`${first} ${second}`) ||
    /^(?:mot de passe|mots de passe) /.test(words)
  )
    return 'password';
  if (/(?:passwort|kennwort|password)$/.test(words)) return 'password';
  if (words.split(/[ -]+/u).some((word) => pinWords.has(word))) return 'pin';
  const isWireless = wirelessWords.test(row);
  if (/^(?:psk|wpa[ -]?\S*|pre-shared key)$/.test(words)) return 'wifi-password';
  if (
    (anyKeyWords.has(words) || anyKeyWords.has(first)) &&
    (isWireless || /netz|network|réseau|red$|мереж|сет/u.test(words))
  )
    return 'wifi-password';
  if (anyCodeWords.has(words) || anyCodeWords.has(first) || anyCodeWords.has(last))
    return row.split(/[\s|;]+/u).some((word) => (rolesOf(word, '') & role.lock) !== 0) ? 'pin' : 'other';
  if (/^(?:secret|geheimnis|секрет)$/u.test(words)) return 'password';
  if (systemWords.has(words)) return 'system';
  return 'other';
}
