import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'fly-io-token',
  title: 'Token of Fly.io',
  system: 'Fly.io',
  severity: 'critical',
  owner: 'organization of the token',
  lifetime: 'as it was made, up to 20 years',
  reset: {
    portal: 'Fly.io dashboard > the organization (or app) > Tokens > the token > Revoke',
    command: 'fly tokens revoke <id>',
  },
  proof: 'fly tokens list; releases and machines since the leak',
  references: ['https://fly.io/docs/security/tokens/'],
  anchors: ['fm1_', 'fm2_', 'fo1_', 'fm1r_', 'fm2_'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>fo1_[\w-]{43}|fm1[ar]_[A-Za-z0-9+/]{100,2000}={0,2}|fm2_[A-Za-z0-9+/]{100,2000}={0,2})(?![A-Za-z0-9+/=-])/g,
  reach: { before: 4, after: 2100 },
  isSecret: (secret) => !isInvented(secret.slice(4, 100)),
  shownCharacters: 4,
  examples: [
    {
      text: 'FLY_API_TOKEN="FlyV1 fm2_FakeKlaC6/Zd0CSFvvS5Tt7Yn5I245E85cSILQKYXBXrQipaxydqEynkALlhyad2Op0G/s5nLjCg6yls39W8Iz7rGjanZ3lGBqQVQPp6V7WKUOfiXqNMEmsTwaIgNihERlUhaaS+fI4VyUdDJ3DhQkJjBK+4SmFS"',
      finds: [
        'fm2_FakeKlaC6/Zd0CSFvvS5Tt7Yn5I245E85cSILQKYXBXrQipaxydqEynkALlhyad2Op0G/s5nLjCg6yls39W8Iz7rGjanZ3lGBqQVQPp6V7WKUOfiXqNMEmsTwaIgNihERlUhaaS+fI4VyUdDJ3DhQkJjBK+4SmFS',
      ],
    },
    { text: 'fm2_short', finds: [] },
  ],
};

export default pattern;
