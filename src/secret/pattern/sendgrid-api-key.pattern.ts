import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sendgrid-api-key',
  title: 'API key of Twilio SendGrid',
  system: 'SendGrid',
  severity: 'high',
  owner: 'owner of the SendGrid account',
  lifetime: 'until deleted',
  reset: {
    portal: 'app.sendgrid.com > Settings > API Keys > the key > Delete, after a new one is in place',
    command: 'curl -X DELETE -H "Authorization: Bearer <other key>" https://api.sendgrid.com/v3/api_keys/<key id>',
  },
  proof: 'the key id (between the first two dots) is gone from GET /v3/api_keys; Activity feed shows what was sent',
  references: ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
  anchors: ['SG.'],
  expression: /(?<![\w.-])(?<secret>SG\.[\w-]{20,24}\.[\w-]{39,50})(?![\w-])/g,
  reach: { before: 4, after: 80 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: 'SENDGRID_API_KEY=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',
      finds: ['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'],
    },
    {
      text: '> password is 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.',
      finds: ['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'],
    },
    { text: 'SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
    { text: 'version SG.1.2', finds: [] },
  ],
};

export default pattern;
