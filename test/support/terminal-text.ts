/** True if the text has a control character other than line ends, or one that turns the direction of writing. */
export function isDangerous(text: string): boolean {
  return /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\u2028\u2029]/u.test(text);
}
