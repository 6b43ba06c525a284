import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-webhook',
  title: 'Incoming webhook of Slack',
  system: 'Slack',
  severity: 'medium',
  owner: 'owner of the Slack app or of the channel',
  lifetime: 'until removed',
  reset: {
    portal:
      'Slack app directory > Manage > Incoming WebHooks > the webhook > Remove (or Regenerate); for apps: api.slack.com/apps > Incoming Webhooks > remove',
  },
  proof: 'a POST to the old address answers 404 no_service or 410; the channel shows what was posted with it',
  references: ['https://api.slack.com/messaging/webhooks'],
  anchors: ['hooks.slack.com'],
  expression:
    /(?<secret>https:\/\/(?<host>hooks\.slack(?:-gov)?\.com)\/(?:services|workflows|triggers)\/[A-Z][A-Z0-9]{7,12}\/[A-Za-z0-9]{8,20}(?:\/[A-Za-z0-9]{16,34})?)(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 24,
  examples: [
    {
      text: '> post to <https://hooks.slack.com/services/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>.',
      finds: ['https://hooks.slack.com/services/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'],
    },
    { text: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX', finds: [] },
    { text: 'https://hooks.slack.com/services is the address', finds: [] },
  ],
};

export default pattern;
