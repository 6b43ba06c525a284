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
  anchors: ['figd_', 'figo_', 'figu_', 'figdh_', 'figma'],
  // Of before 2023: an id of four more digits, known only by the name before it.
  expression:
    /(?:figma[^\n]{0,20}?\b(?=[0-9a-f]{4}-[0-9a-f]{8}-)|(?<![\w-])(?=fig[dou]h?_))(?<secret>fig[dou]h?_[\w-]{40,60}|[0-9a-f]{4}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> X-Figma-Token: figd_N0tR3alnUBkx9y6JyQiPSvcUcQLRANKzAc9YWFQs',
      finds: ['figd_N0tR3alnUBkx9y6JyQiPSvcUcQLRANKzAc9YWFQs'],
    },
    {
      text: "curl -H 'X-Figma-Token: 1234-0fa4e5be-8e22-40ee-8c40-778d41ab2313'",
      finds: ['1234-0fa4e5be-8e22-40ee-8c40-778d41ab2313'],
    },
    { text: 'figd_short', finds: [] },
  ],
};

export default pattern;
