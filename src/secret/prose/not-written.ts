/** How far around a value it is looked at what kind of text it stands in. */
const reach = 60;

/** Signs of markup, style sheets and data; people write them seldom, and not many in one place. */
const signsOfMarkup = /[;{}<>\\=]|":/g;

/** What text is not that was pulled out of binary files. */
const signsOfBinary =
  /[\u0000-\u0008\u000e-\u001f\u0080-\u00a0\u00a1-\u00a6\u00a8-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00be×÷†‡‰ÐÞðþ]/g;

/** Names of people and zones, and words joined by a line, as Notes, clocks and reports write them. */
const noValue = /^\W*(?:UTC|GMT)[+-]\d|\/\S*@|^\p{L}+(?:_\p{L}+)+$/u;

/** True for a word that stands in markup, data or the remains of a binary file, or is a name of another kind: nobody wrote it as a password. */
export function isNotWritten(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  if (noValue.test(value)) return true;
  const around = text.slice(Math.max(0, start - reach), end + reach);
  const count = (expression: RegExp): number => around.match(expression)?.length ?? 0;
  return count(signsOfMarkup) >= 6 || count(signsOfBinary) >= 4;
}
