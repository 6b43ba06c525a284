import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'linear-api-key',
  title: 'API key of Linear',
  system: 'Linear',
  severity: 'medium',
  owner: 'the user who made it',
  lifetime: 'until revoked',
  reset: { portal: 'Linear > Settings > Security & access > Personal API keys > Revoke' },
  proof: 'Linear > Settings > Administration > Audit log',
  references: ['https://linear.app/developers/graphql'],
  anchors: ['lin_api_', 'lin_oauth_'],
  expression: /(?<![\w-])(?<secret>lin_(?:api|oauth)_[A-Za-z0-9]{40,64})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    {
      text: '> lin_api_N0tR3al4oqjydBVXcjkZGVAbtq2FRMeRb2da8HT5.',
      finds: ['lin_api_N0tR3al4oqjydBVXcjkZGVAbtq2FRMeRb2da8HT5'],
    },
    { text: 'lin_api_key', finds: [] },
  ],
};

export default pattern;
