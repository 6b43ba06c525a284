import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'render-api-key',
  title: 'API key of Render',
  system: 'Render',
  severity: 'critical',
  owner: 'user who made it',
  lifetime: 'until revoked',
  reset: { portal: 'Render dashboard > Account settings > API Keys > the key > Revoke' },
  proof: 'audit logs of the workspace',
  references: ['https://render.com/docs/api'],
  anchors: ['rnd_'],
  expression: /(?<![A-Za-z0-9_])(?<secret>rnd_[A-Za-z0-9]{28,40})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)) && /\d/.test(secret),
  shownCharacters: 4,
  examples: [
    { text: 'RENDER_API_KEY=rnd_Fake4FakeigatuqGgv05Wv2aWBQUsEow', finds: ['rnd_Fake4FakeigatuqGgv05Wv2aWBQUsEow'] },
    { text: 'rnd_seed = 4', finds: [] },
  ],
};

export default pattern;
