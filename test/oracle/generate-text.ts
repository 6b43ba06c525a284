import fc from 'fast-check';
import { stringify } from 'yaml';

/** Texts of events. Few, so that rules often meet them; each has something that is easily got wrong. */
const words: readonly string[] = [
  'alpha',
  'Alpha',
  'ALPHABET',
  'be ta',
  'Beta',
  'ÄPFEL',
  'äpfel',
  'straße',
  'ΣΑΣ',
  'σας',
  'a\\b',
  'a\\\\b',
  'a*b',
  'a?b',
  'axb',
  '50053',
  '5',
  'True',
  'no',
  '-enc x',
  '/enc x',
  '\u2013enc -y',
  'x-enc',
  'x"y',
  '\u{1F600}k',
  'line\nbreak',
  'first\nalpha\nlast',
  '%names%',
  'admin1',
  'C:\\Windows\\a.exe',
];

/** The values of `expand` that every generated rule may use. */
export const placeholders: Readonly<Record<string, string[]>> = {
  names: ['alpha', 'a*b', 'be ta'],
  one: ['ÄPFEL'],
  digit: ['1', '5'],
};

/** Texts that are encoded, long enough that each of their three positions has characters of its own. */
export const secrets = ['alpha', 'äpfel', 'be ta'] as const;

/** Field values that hold the secrets in Base64, at the three positions and in three encodings. */
const encodedWords: readonly string[] = secrets.flatMap((secret) =>
  ['', 'x', 'xy'].flatMap((before) => {
    const wide = Buffer.from(`${before}${secret}`, 'utf16le');
    const encoded = [Buffer.from(`${before}${secret}${before}`), wide, Buffer.from(wide).swap16()];
    return [...encoded, Buffer.from(`\uFEFF${secret}`, 'utf16le')].map((bytes) => bytes.toString('base64'));
  }),
);

/** Some more often than others, so that events and rules meet. */
export const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...words.filter((_, place) => place % 4 === 0)) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);

/** Short texts out of the characters that matter to patterns. */
const scrap = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', 'B', 'ä', 'Ä', '*', '?', '\\', '-', ' ', '5'),
  maxLength: 4,
});

export const eventText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(...encodedWords) },
  { weight: 1, arbitrary: scrap },
);

function escaped(text: string): string {
  return text.replaceAll(/[\\*?]/g, '\\$&');
}

/** A value of a rule that is close to a text of an event: the same, in other capitals, or with wildcards in it. */
const nearWord: fc.Arbitrary<string> = fc
  .tuple(word, fc.nat(6), fc.nat(3), fc.constantFrom('as it is', 'lower', 'upper', 'short', 'raw', 'star', 'question'))
  .map(([text, place, length, change]) => {
    const characters = Array.from(text);
    const before = escaped(characters.slice(0, place).join(''));
    switch (change) {
      case 'lower':
        return escaped(text.toLowerCase());
      case 'upper':
        return escaped(text.toUpperCase());
      case 'short':
        return before || escaped(text);
      case 'star':
        return `${before}*${escaped(characters.slice(place + length).join(''))}`;
      case 'question':
        return `${before}?${escaped(characters.slice(place + 1).join(''))}`;
      case 'raw':
        return text;
      case 'as it is':
        return escaped(text);
    }
  });

/** A text with wildcards as a rule may have it; never empty. */
export const pattern: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: nearWord },
  { weight: 1, arbitrary: scrap.filter((text) => text !== '') },
  { weight: 1, arbitrary: fc.constantFrom('*', '?*', '??', '*a*', 'a*', '*\\\\*', '*\\*', 'al?ha*', '*A', '?') },
);

/** Regular expressions out of what the specification allows. */
export const expression: fc.Arbitrary<string> = fc.constantFrom(
  'alpha',
  '^al',
  'ha$',
  'a.b',
  'e.b',
  '^b',
  '^alpha$',
  'a+[bx]',
  '[^a-z ]',
  '(al|be)',
  'p{1,2}h?a',
  'a\\\\b',
  'a\\*b',
  '^.$',
  'A',
  'ÄP',
  '(?i)ALPHA',
  '5',
  '^$',
);

/** A document as a file holds it, in one of the two spellings that YAML knows. */
export function spelled(documents: readonly unknown[], asBlocks: boolean): string {
  return documents
    .map((document) =>
      asBlocks
        ? stringify(document, { version: '1.2', lineWidth: 0, aliasDuplicateObjects: false })
        : `${JSON.stringify(document)}\n`,
    )
    .join('---\n');
}
