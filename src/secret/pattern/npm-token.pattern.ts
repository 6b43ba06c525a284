import { base62Checksum, hasBase62Checksum } from '../checksum.ts';
import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const body = 'FakeFakeFakeFakeFakeFakeFakeTk';
const token = `npm_${body}${base62Checksum(body)}`;

const pattern: SecretPattern = {
  kind: 'npm-token',
  title: 'Access token of npm',
  system: 'npm registry',
  severity: 'critical',
  owner: 'user who made it; owners of the package',
  lifetime: 'as it was made; at most 90 days for writing since 2025',
  reset: {
    portal: 'npmjs.com > Access Tokens > the token > Delete; look at what was published since',
    command: 'npm token revoke <id>',
  },
  proof: 'npm token list; versions published of the packages (npm view <package> time)',
  references: ['https://docs.npmjs.com/revoking-access-tokens'],
  anchors: ['npm_', '_authToken'],
  // The last six of the 36 characters are a checksum; old ones and those of other registries are known by the setting.
  expression:
    /(?<![A-Za-z0-9])(?:(?<secret>npm_[A-Za-z0-9]{36}|(?<=(?:\/\/(?<host>[\w.-]{3,80})(?:\/[\w./-]{0,80})?:)?_authToken\s{0,2}=\s{0,2}["']?)(?!npm_)[A-Za-z0-9][\w./+-]{19,600}={0,2}))(?![\w-])/gi,
  reach: { before: 200, after: 700 },
  isSecret: (secret) => (secret.startsWith('npm_') ? hasBase62Checksum(secret) : !isInvented(secret)),
  examples: [
    { text: `//registry.npmjs.org/:_authToken=${token}`, finds: [token] },
    {
      text: '//registry.npmjs.org/:_authToken=fa4e9506-08d7-4c2c-afb1-b3e391ec256b',
      finds: ['fa4e9506-08d7-4c2c-afb1-b3e391ec256b'],
    },
    { text: 'npm_FakeFakeFakeFakeFakeFakeFakeTk000000', finds: [] },
    { text: '//registry.npmjs.org/:_authToken=${NPM_TOKEN}', finds: [] },
  ],
};

export default pattern;
