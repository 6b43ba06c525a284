import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'figma-token',
  title: 'Personal access token of Figma',
  system: 'Figma',
  severity: 'medium',
  owner: 'the user who made it',
  lifetime: 'up to 90 days, older ones until revoked',
  reset: { portal: 'Figma > Settings > Security > Personal access tokens > Revoke' },
  proof: 'Figma activity log (Enterprise)',
  references: ['https://developers.figma.com/docs/rest-api/personal-access-tokens/'],
  anchors: ['figd_', 'figo_', 'figu_'],
  expression: /(?<![\w-])(?<secret>fig[dou]h?_[\w-]{40,60})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: '> X-Figma-Token: figd_N0tR3alnUBkx9y6JyQiPSvcUcQLRANKzAc9YWFQs',
      finds: ['figd_N0tR3alnUBkx9y6JyQiPSvcUcQLRANKzAc9YWFQs'],
    },
    { text: 'figd_short', finds: [] },
  ],
};

export default pattern;
