/** What stands in manuals and templates where a value would. Words that people also use in passwords are not among them. */
const placeholderWords =
  /example|placeholder|redacted|removed|your[-_ ]?(?:\w{1,12}[-_ ]?)?(?:key|token|secret|pass|id|sas|value|account|api)|insert[-_ ]|replace[-_ ]|[_-]here$|xxxxx|qwerty(?:uiop|asdf)|foobarbaz|todo[-_]/i;

/** `<your key>`, `{{token}}`, `${TOKEN}`, `%TOKEN%`, `$(token)`, `#{token}#`, `[key]`: a name in the place of a value. */
const names =
  /^(?:<[^<>]*>|\{[^{}]*\}|\{\{[^{}]*\}\}|[$#]\{[^{}]*\}#?|\$\([^()]*\)|%\w+%|\[[^[\]]*\]|\$[a-z]\w*|__\w+__)$/i;

const masked = /\*{3}|•{2}|…|\.{3}/;

/** After 9 comes 0 or a, after f comes a or 0. */
const goesOn = new Set(['90', '9a', 'fa', 'f0']);

/**
 * True for a value that stands for a secret and is none: a name in brackets, `xxxx`, `0000`, `AAAA`, `12345678`, `abcabcabc`, a
 * masked one, the word EXAMPLE in it. For passwords, keys and tokens, not for long encoded data, where runs of one character are
 * usual.
 */
export function isInvented(value: string): boolean {
  if (names.test(value) || masked.test(value) || placeholderWords.test(value)) return true;
  const characters = value.toLowerCase().replace(/[-_.=:]/g, '');
  const { length } = characters;
  if (length < 4) return length === 0;
  if (new Set(characters).size <= 2) return true;
  let [same, next] = [0, 0];
  for (let at = 1; at < length; at += 1) {
    const step = Math.abs(characters.charCodeAt(at) - characters.charCodeAt(at - 1));
    if (step === 0) same += 1;
    else if (step === 1 || goesOn.has(characters.slice(at - 1, at + 1))) next += 1;
  }
  return same >= (length - 1) * 0.6 || next >= (length - 1) * 0.75 || (length >= 12 && repeatsItself(characters));
}

/** True if all of it is one piece of at most 8 characters, again and again. */
function repeatsItself(characters: string): boolean {
  for (let period = 1; period <= Math.min(8, characters.length / 3); period += 1)
    if (characters.slice(period) === characters.slice(0, -period)) return true;
  return false;
}
