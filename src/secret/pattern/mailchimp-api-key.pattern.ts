import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mailchimp-api-key',
  title: 'API key of Mailchimp Marketing',
  system: 'Mailchimp',
  severity: 'high',
  owner: 'owner of the Mailchimp account',
  lifetime: 'until revoked',
  reset: { portal: 'Mailchimp > Account & billing > Extras > API keys > the key > Revoke' },
  proof: "key is gone from the list; Account > Integrations and the account's activity log for exports of audiences",
  references: ['https://mailchimp.com/help/about-api-keys/'],
  anchors: ['-us'],
  expression: /(?<![\w-])(?<secret>[0-9a-f]{32}-us\d{1,2})(?![\w-])/g,
  reach: { before: 36, after: 6 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '> the key: decafbad0d0f13ce9a64e6d918728c60-us14.', finds: ['decafbad0d0f13ce9a64e6d918728c60-us14'] },
    { text: 'made in north-us12', finds: [] },
  ],
};

export default pattern;
