import { entropy } from './entropy.ts';
import { isUserinfo } from './userinfo.ts';

/** Words that follow `password =` in a sentence or a form. */
const words =
  /^(?:please|see|ask|same|none|required|optional|not|never|the|will|was|has|have|changed?|reset|expired|protected|empty|hidden|string|text|input|varchar|bytes?|number|boolean|field|value|type|name|policy|manager|prompt|attached|below|above|following|via|by|in|on|for|and|bitte|siehe|folgt|voir|ver)$/i;

/** Calls, paths and members: an expression of a program where the value would be. */
const expression = /^[\w.$>-]{1,80}[([{]|^[a-z_$][\w$]{0,40}(?:\.[a-z_$][\w$]{0,40}){1,6}$|^(?:https?|file):\/\//i;

/**
 * True for a value that was assigned in settings or code (`groups.sign` is what stood between name and value): after a colon without
 * quotes, where sentences look the same, it has to be one that is no word.
 */
export function isAssigned(secret: string, groups: Readonly<Record<string, string | undefined>>): boolean {
  if (words.test(secret) || expression.test(secret) || !isUserinfo(secret, groups)) return false;
  return /[="']/.test(groups['sign'] ?? '') || isNoWord(secret);
}

/** True if digits, signs or capitals within are part of it. */
function isNoWord(value: string): boolean {
  return /\d/.test(value) || /.[^\w\s.,;:'’-]./.test(value) || /[a-z][A-Z]/.test(value) || /[!$%&#@?]$/.test(value);
}

/** Names that end like a secret and hold none. */
const harmless =
  /refresh_?token$|(?:^|[_.-])(?:public|foreign|primary|sort|partition|row|cache|csrf|next|page|continuation|sync|skip|delta)[_.-]?(?:key|token)$/i;

/** As `isAssigned`, for a name that may be anything: keys and tokens have to be long and mixed, passwords need not. */
export function isAssignedSecret(secret: string, groups: Readonly<Record<string, string | undefined>>): boolean {
  const name = groups['name'] ?? '';
  // Without quotes these are of a program or of the next setting.
  if (!/["']/.test(groups['sign'] ?? '"') && /[(){};,]|^\.{0,2}\/[\w.-]+/.test(secret)) return false;
  if (harmless.test(name) || !isAssigned(secret, { ...groups, sign: groups['sign'] ?? '"' })) return false;
  if (/pass|pwd|kennwort/i.test(name)) return isNoWord(secret) || entropy(secret) > 2.5;
  return secret.length >= 12 && /\d/.test(secret) && /[a-z]/i.test(secret) && entropy(secret) > 3;
}
