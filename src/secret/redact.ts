/** More than the longest prefix that says a kind; a pattern that asks for more has mistaken its secret for it. */
const mostShown = 16;

/** Lengths that are told exactly only from here on: the length of a key is that of its kind, that of a password is a part of it. */
const exactFrom = 24;

/**
 * What a report may say of a value: the characters that give its kind and how long it is, e.g. `ghp_… (40 characters)`. Of what has no
 * such prefix, passwords above all, only the class of its length: `… (8 to 11 characters)`.
 *
 * @param shownCharacters as the pattern says; never more than a third of the value is shown, and nothing of a short one.
 */
export function redact(value: string, shownCharacters = 0): string {
  const { length } = value;
  const most = Math.min(shownCharacters, mostShown, Math.floor(length / 3));
  // Half a prefix says nothing and might be the beginning of the secret.
  const shown = shownCharacters > 0 && most === shownCharacters ? value.slice(0, shownCharacters) : '';
  return `${/^[\w.:$~-]*$/.test(shown) ? shown : ''}… (${lengthInWords(length, shown !== '')})`;
}

function lengthInWords(length: number, hasPrefix: boolean): string {
  if (length >= 1000) return `about ${Math.round(length / 1000)},000 characters`;
  if (hasPrefix || length >= exactFrom) return `${length} characters`;
  if (length < 8) return 'fewer than 8 characters';
  if (length < 12) return '8 to 11 characters';
  return length < 16 ? '12 to 15 characters' : '16 to 23 characters';
}
