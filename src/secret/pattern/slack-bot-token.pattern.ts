import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-bot-token',
  title: 'Bot token of a Slack app',
  system: 'Slack',
  severity: 'high',
  owner: 'owner of the Slack app',
  lifetime: 'until revoked; 12 hours if the app rotates its tokens',
  reset: {
    portal:
      'api.slack.com/apps > the app > OAuth & Permissions > Revoke Tokens, then install the app again and store the new token',
    command: 'curl -H "Authorization: Bearer <token>" https://slack.com/api/auth.revoke',
  },
  proof:
    'Slack admin > access logs and app activity (team.integrationLogs): token revoked; audit logs on Enterprise Grid show app_token and the addresses that used it',
  references: ['https://api.slack.com/authentication/token-types', 'https://api.slack.com/methods/auth.revoke'],
  anchors: ['xoxb-'],
  expression: /(?<![\w-])(?<secret>xoxb-\d{8,14}-(?:\d{8,14}-)?[A-Za-z0-9]{18,34})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: '> the bot posts with xoxb-616189252395-1945930524243-N0tR3al48kvS3DGMU8RQrVJN.',
      finds: ['xoxb-616189252395-1945930524243-N0tR3al48kvS3DGMU8RQrVJN'],
    },
    {
      text: 'SLACK_TOKEN="xoxb-585287846473-N0tR3alXR2SQUHM5nfadbvd8"',
      finds: ['xoxb-585287846473-N0tR3alXR2SQUHM5nfadbvd8'],
    },
    { text: 'it begins with xoxb-1234 and goes on', finds: [] },
    { text: 'xoxb-123456789012-xxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
