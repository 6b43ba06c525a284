import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'age-secret-key',
  title: 'Secret key of age',
  system: 'age',
  severity: 'high',
  owner: 'who decrypts with it',
  lifetime: 'for ever',
  reset: {
    portal:
      'make another key with age-keygen, encrypt everything again for it and destroy what is encrypted for the old one; secrets in those files count as known',
    command: 'age-keygen -o key.txt; sops updatekeys <file>',
  },
  proof: 'no log: look at who had the files that are encrypted for it',
  references: ['https://github.com/FiloSottile/age', 'https://github.com/C2SP/C2SP/blob/main/age.md'],
  anchors: ['AGE-SECRET-KEY-'],
  expression: /(?<!\w)(?<secret>AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,80})(?!\w)/gi,
  reach: { before: 2, after: 100 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 15,
  examples: [
    {
      text: '> AGE-SECRET-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPGZRYX98GFT2VDW0SJ3N54KHC',
      finds: ['AGE-SECRET-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPGZRYX98GFT2VDW0SJ3N54KHC'],
    },
    { text: 'AGE-SECRET-KEY-1', finds: [] },
  ],
};

export default pattern;
