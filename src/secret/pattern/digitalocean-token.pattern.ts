import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'digitalocean-token',
  title: 'Token of DigitalOcean',
  system: 'DigitalOcean',
  severity: 'critical',
  owner: 'owner of the team',
  lifetime: 'as it was made, otherwise until deleted; OAuth 30 days',
  reset: {
    portal:
      'DigitalOcean control panel > API > Tokens > the token > Regenerate or Delete; OAuth: API > Authorized Applications > Revoke',
    command:
      'curl -X POST https://cloud.digitalocean.com/v1/oauth/revoke -H "Authorization: Bearer <token>" -d token=<token>',
  },
  proof: 'Security history of the team',
  references: ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
  anchors: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
  expression: /(?<![A-Za-z0-9])(?<secret>do[opr]_v1_[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.slice(7)),
  shownCharacters: 7,
  examples: [
    {
      text: 'doctl auth init -t dop_v1_fa4ee9721294f711a1dd603ad72b1b26dd3df80a91b80f6872d23d2969764cdf.',
      finds: ['dop_v1_fa4ee9721294f711a1dd603ad72b1b26dd3df80a91b80f6872d23d2969764cdf'],
    },
    { text: 'dop_v1_xxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
