import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'square-access-token',
  title: 'Access token or application secret of Square',
  system: 'Square',
  severity: 'critical',
  owner: 'owner of the Square account',
  lifetime: 'personal until replaced, OAuth 30 days',
  reset: {
    portal:
      'developer.squareup.com/apps > the application > Credentials > Replace (access token); OAuth > Replace secret',
    command: 'POST https://connect.squareup.com/oauth2/revoke',
  },
  proof: 'Square dashboard > Account & Settings > Activity log; API Logs of the application',
  references: ['https://developer.squareup.com/docs/build-basics/access-tokens'],
  anchors: ['EAAA', 'sq0atp-', 'sq0csp-'],
  expression: /(?<![\w-])(?<secret>sq0(?:atp-[\w-]{22}|csp-[\w-]{43})|EAAA[\w-]{60})(?![\w-])/g,
  reach: { before: 2, after: 72 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    { text: '> sq0atp-N0tR3aladpih7iZrhAacg7.', finds: ['sq0atp-N0tR3aladpih7iZrhAacg7'] },
    {
      text: 'SQUARE_ACCESS_TOKEN=EAAAN0tR3aleDX2E73GjCwtoydoEBdB8YTG2decJuh7gtSjxPfng6KAFc4LCG67T',
      finds: ['EAAAN0tR3aleDX2E73GjCwtoydoEBdB8YTG2decJuh7gtSjxPfng6KAFc4LCG67T'],
    },
    { text: 'sq0atp-xxxxxxxxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
