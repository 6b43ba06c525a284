import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'aws-mws-token',
  title: 'Authorization token of Amazon Marketplace Web Service',
  system: 'Amazon Marketplace Web Service',
  severity: 'high',
  owner: 'owner of the seller account',
  lifetime: 'until revoked; the service was replaced by the Selling Partner API in 2024',
  reset: { portal: 'Seller Central > Apps and Services > Manage Your Apps > the developer > Disable access' },
  proof: 'Seller Central: list of authorized applications',
  references: [
    'https://developer-docs.amazon.com/sp-api/docs/migrating-authorization-from-amazon-marketplace-web-service',
  ],
  anchors: ['amzn.mws.'],
  expression: /(?<![\w.])(?<secret>amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret.slice(9)),
  shownCharacters: 9,
  examples: [
    {
      text: 'MWS token: amzn.mws.fa4ed297-0dfa-4bbe-a4c2-95f07b609468.',
      finds: ['amzn.mws.fa4ed297-0dfa-4bbe-a4c2-95f07b609468'],
    },
    { text: 'amzn.mws.xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
