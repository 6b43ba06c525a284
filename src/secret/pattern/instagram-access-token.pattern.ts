import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'instagram-access-token',
  title: 'Access token of Instagram',
  system: 'Meta',
  severity: 'medium',
  owner: 'owner of the Instagram account',
  lifetime: '60 days, can be renewed',
  reset: { portal: 'Instagram > Settings > Website permissions > Apps and websites > Remove' },
  proof: 'a call of graph.instagram.com/me answers 190 (invalid token)',
  references: ['https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login'],
  anchors: ['IGQ', 'IGAA'],
  expression: /(?<![\w-])(?<secret>IG(?:Q[VW]|AA)[A-Za-z0-9_-]{80,300})(?![\w-])/g,
  reach: { before: 2, after: 310 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: '> IGQVN0tR3alExy8AYvigkcKgK8WGVqg3vaADUugUHeJjhP6WaeHwfuGYabK7WVYnTM4PyKuVBUH7xqPXQ6HnAchbtSBH9UQPb2WxNhp4VhnJLTiyA8PU5EZbfBNVe6HJiLMPAp2MBvzspnfU.',
      finds: [
        'IGQVN0tR3alExy8AYvigkcKgK8WGVqg3vaADUugUHeJjhP6WaeHwfuGYabK7WVYnTM4PyKuVBUH7xqPXQ6HnAchbtSBH9UQPb2WxNhp4VhnJLTiyA8PU5EZbfBNVe6HJiLMPAp2MBvzspnfU',
      ],
    },
    { text: 'IGAAlmost', finds: [] },
  ],
};

export default pattern;
