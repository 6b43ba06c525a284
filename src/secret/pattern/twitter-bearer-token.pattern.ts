import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'twitter-bearer-token',
  title: 'Bearer token of an X (Twitter) app',
  system: 'X (Twitter)',
  severity: 'medium',
  owner: 'owner of the app in the X developer portal',
  lifetime: 'until revoked',
  reset: {
    portal: 'developer.x.com > Projects & Apps > the app > Keys and tokens > Bearer Token > Revoke or Regenerate',
    command: 'POST https://api.x.com/oauth2/invalidate_token',
  },
  proof: 'the old token answers 401; usage in the developer portal',
  references: ['https://docs.x.com/resources/fundamentals/authentication/api-reference'],
  anchors: ['AAAAAAAAAAAAAAAA'],
  expression: /(?<![\w+/])(?<secret>A{20,22}[A-Za-z0-9%]{30,50}(?:%3D|=)?[A-Za-z0-9%]{30,60})(?![\w%+/])/g,
  reach: { before: 24, after: 120 },
  isSecret: (secret) => /\d/.test(secret) && new Set(secret).size > 16,
  examples: [
    {
      text: '> Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAN0tR3alwGJodQHhjt3aQRJfD3SfWcF%3DN0tR3al9GwAxX4PUQ4NhmHCVrSJFQfNk4sB5jpncuN',
      finds: ['AAAAAAAAAAAAAAAAAAAAAN0tR3alwGJodQHhjt3aQRJfD3SfWcF%3DN0tR3al9GwAxX4PUQ4NhmHCVrSJFQfNk4sB5jpncuN'],
    },
    { text: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', finds: [] },
  ],
};

export default pattern;
