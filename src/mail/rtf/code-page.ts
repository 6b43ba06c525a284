/** Encodings by Windows code page; what is missing is read as Western. */
const encodings = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [20866, 'koi8-r'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((last): [number, string] => [1250 + last, `windows-${1250 + last}`]),
]);

/** Code pages by the number that fonts have for their character set. */
const pagesOfFonts = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** Name for `TextDecoder`. */
export function encodingOfPage(page: number): string {
  return encodings.get(page) ?? 'windows-1252';
}

/** Undefined if the font leaves it to the document. */
export function encodingOfFont(characterSet: number): string | undefined {
  const page = pagesOfFonts.get(characterSet);
  return page === undefined ? undefined : encodingOfPage(page);
}
