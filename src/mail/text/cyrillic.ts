/**
 * Whether bytes look like Cyrillic text, and in which page. Western text has single letters with accents between plain ones;
 * Cyrillic words are runs of high bytes. In windows-1251 small letters are 0xE0–0xFF, in KOI8-R 0xC0–0xDF.
 */
export function cyrillicOf(sample: Uint8Array): 'windows-1251' | 'koi8-r' | undefined {
  let low = 0;
  let high = 0;
  let letters = 0;
  let pairs = 0;
  let wasHigh = false;
  for (const byte of sample) {
    const isHigh = byte >= 0xc0;
    if (isHigh) {
      letters += 1;
      if (byte < 0xe0) low += 1;
      else high += 1;
      if (wasHigh) pairs += 1;
    }
    wasHigh = isHigh;
  }
  if (letters < 4 || pairs < letters * 0.5) return undefined;
  return low > high ? 'koi8-r' : 'windows-1251';
}
