import type { SecretPattern } from '../pattern.ts';

/** The lengths that BIP 39 allows. Words of its lists have 3 to 8 letters. */
const counts = new Set([12, 15, 18, 21, 24]);

function isPhrase(secret: string): boolean {
  const words = secret.toLowerCase().match(/[a-z]{3,8}/g) ?? [];
  // A sentence has these among any twelve words; the list of BIP 39 has none of them.
  const isSentence = words.some((word) =>
    /^(?:the|and|you|your|for|are|was|not|with|this|that|have|from|will|please)$/.test(word),
  );
  return counts.has(words.length) && new Set(words).size > words.length / 2 && !isSentence;
}

const pattern: SecretPattern = {
  kind: 'recovery-phrase',
  title: 'Recovery phrase of a cryptocurrency wallet',
  system: 'cryptocurrency wallet',
  severity: 'critical',
  owner: 'holder of the wallet',
  lifetime: 'for ever: the phrase is the wallet',
  reset: {
    portal: 'make a new wallet with a new phrase and move everything into it at once; the old phrase cannot be changed',
  },
  proof: "block explorer: balance and transfers of the wallet's addresses",
  references: ['https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki'],
  anchors: ['seed phrase', 'recovery phrase', 'secret phrase', 'wallet phrase', 'mnemonic', 'seed words'],
  expression:
    /(?:(?:seed|recovery|secret|wallet)[ _-]?(?:phrase|words)|mnemonic)[ \w]{0,30}[:=\s"'>(-]{1,12}(?<secret>(?:\d{1,2}[.)][ \t]?)?[a-z]{3,8}(?:[\s,>]{1,6}(?:\d{1,2}[.)][ \t]?)?[a-z]{3,8}){11,23})(?![a-z])/gi,
  isSecret: isPhrase,
  examples: [
    {
      text: '> my seed phrase: snow fence crane winter ladder copper violin garden meadow rocket pencil island.',
      finds: ['snow fence crane winter ladder copper violin garden meadow rocket pencil island'],
    },
    {
      text: 'MNEMONIC="crane snow fence ladder winter copper garden violin meadow pencil rocket island"',
      finds: ['crane snow fence ladder winter copper garden violin meadow pencil rocket island'],
    },
    { text: 'the recovery phrase is a list of words that you write down and keep in the safe for ever', finds: [] },
  ],
};

export default pattern;
