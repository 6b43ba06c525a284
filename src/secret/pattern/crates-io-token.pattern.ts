import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'crates-io-token',
  title: 'API token of crates.io',
  system: 'crates.io',
  severity: 'critical',
  owner: 'user who made it; owners of the crate',
  lifetime: 'as it was made, up to never',
  reset: { portal: 'crates.io > Account settings > API tokens > Revoke; look at what was published since' },
  proof: 'versions of the crates; mail of crates.io on publishing',
  references: ['https://crates.io/settings/tokens'],
  anchors: ['cio'],
  expression: /(?<![A-Za-z0-9_-])(?<secret>cio[A-Za-z0-9]{32})(?![\w-])/g,
  isSecret: (secret) =>
    !isInvented(secret.slice(3)) && /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret.slice(3)),
  shownCharacters: 3,
  examples: [
    { text: 'cargo login cioFakeFakeYT36FTBqVnOO2LpJnMBe0dO9', finds: ['cioFakeFakeYT36FTBqVnOO2LpJnMBe0dO9'] },
    { text: 'ciono', finds: [] },
  ],
};

export default pattern;
