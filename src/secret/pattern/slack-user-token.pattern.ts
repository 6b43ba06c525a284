import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-user-token',
  title: 'Token of a Slack user, given to an app',
  system: 'Slack',
  severity: 'high',
  owner: 'the user who installed the app',
  lifetime: 'until revoked; 12 hours if the app rotates its tokens',
  reset: {
    portal:
      "Slack > the user's profile > connected apps > remove; or api.slack.com/apps > the app > OAuth & Permissions > Revoke Tokens",
    command: 'curl -H "Authorization: Bearer <token>" https://slack.com/api/auth.revoke',
  },
  proof:
    'Slack access logs (team.accessLogs) of the user; audit logs on Enterprise Grid for files and channels that the app read',
  references: ['https://api.slack.com/authentication/token-types', 'https://api.slack.com/methods/auth.revoke'],
  anchors: ['xoxp-'],
  expression: /(?<![\w.-])(?<secret>xoxp-(?:\d{8,14}-){2,3}[A-Za-z0-9]{24,34})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: 'Token: <xoxp-427319291538-380508254745-6319298523024-decafbad9a1f6b83f581adef7f3f8c38>',
      finds: ['xoxp-427319291538-380508254745-6319298523024-decafbad9a1f6b83f581adef7f3f8c38'],
    },
    { text: 'xoxp-then-some-words-in-a-file-name', finds: [] },
  ],
};

export default pattern;
