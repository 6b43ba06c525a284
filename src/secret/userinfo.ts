import { isInvented } from './invented.ts';

/** What manuals write where the reader's own password belongs, in addresses and settings. */
const words =
  /^(?:my|your|the|db|user|some)?[-_]?(?:pass(?:word|wd|wort)?|pwd|kennwort|mot[-_]?de[-_]?passe|contrasena|secret)$/i;

/** References to where the password really is, and expressions of programs. */
const reference =
  /^(?:\$|%|#\{|@|process\.env|os\.|env[.[(]|getenv|config[.[(]|secrets?[.[(]|vault:|null$|none$|true$|false$|undefined$)/i;

/** Readers of a manual have these servers. */
const nowhere = /^(?:host(?:name)?|server(?:name)?|domain|(?:[\w.-]{1,60}\.)?example\.(?:com|org|net))(?::\d+)?$/i;

/** True for a password that stands in an address or in settings and was not put there to show where it belongs. */
export function isUserinfo(secret: string, groups: Readonly<Record<string, string | undefined>>): boolean {
  if (isInvented(secret) || words.test(secret) || reference.test(secret)) return false;
  return !nowhere.test(groups['host'] ?? '') || !/^pass|^pwd|^secret$/i.test(secret);
}
