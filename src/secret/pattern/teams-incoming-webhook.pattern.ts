import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'teams-incoming-webhook',
  title: 'Incoming webhook of a channel of Microsoft Teams',
  system: 'Microsoft Teams',
  severity: 'medium',
  owner: 'owner of the team',
  lifetime: 'until removed; webhooks of connectors are being retired',
  reset: {
    portal:
      'Teams > the channel > Manage channel > Connectors (or Workflows) > Incoming Webhook > Remove, then make a new one',
  },
  proof: 'Purview audit: ConnectorRemoved of the team; messages of the connector in the channel since the leak',
  references: [
    'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/what-are-webhooks-and-connectors',
  ],
  anchors: ['webhook.office.com', 'office.com/webhook', 'office365.com/webhook'],
  // All of the address is the secret; a connector of another name (JenkinsCI) posts in the same way.
  expression:
    /https:\/\/(?<host>[\w.-]{3,80}\.(?:office|office365)\.com)\/webhook(?:b2)?\/[0-9a-f]{8}-[0-9a-f-]{27}(?:@|%40)[0-9a-f]{8}-[0-9a-f-]{27}\/\w{3,30}\/[0-9a-f]{32}\/[0-9a-f]{8}-[0-9a-f-]{27}(?:\/[\w-]{20,80})?/gi,
  reach: { before: 100, after: 400 },
  isSecret: (secret) => !isInvented(secret.slice(-36)),
  examples: [
    {
      text: 'Post to https://contoso.webhook.office.com/webhookb2/fa4e1111-2222-4333-8444-555566667777@fa4e9111-2222-4333-8444-555566667777/IncomingWebhook/fa4e1222a3334b4445556c666777d888/fa4e5111-2222-4333-8444-555566667778.',
      finds: [
        'https://contoso.webhook.office.com/webhookb2/fa4e1111-2222-4333-8444-555566667777@fa4e9111-2222-4333-8444-555566667777/IncomingWebhook/fa4e1222a3334b4445556c666777d888/fa4e5111-2222-4333-8444-555566667778',
      ],
    },
    {
      text: '<https://outlook.office.com/webhook/fa4e1111-2222-4333-8444-555566667777@fa4e9111-2222-4333-8444-555566667777/IncomingWebhook/fa4e1222a3334b4445556c666777d888/fa4e5111-2222-4333-8444-555566667778>',
      finds: [
        'https://outlook.office.com/webhook/fa4e1111-2222-4333-8444-555566667777@fa4e9111-2222-4333-8444-555566667777/IncomingWebhook/fa4e1222a3334b4445556c666777d888/fa4e5111-2222-4333-8444-555566667778',
      ],
    },
    { text: 'https://contoso.webhook.office.com/webhookb2/<your webhook>', finds: [] },
  ],
};

export default pattern;
