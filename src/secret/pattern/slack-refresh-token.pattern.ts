import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-refresh-token',
  title: 'Refresh token or rotated access token of a Slack app, or its configuration token',
  system: 'Slack',
  severity: 'high',
  owner: 'owner of the Slack app',
  lifetime: 'refresh token until used once or revoked; access and configuration token 12 hours',
  reset: {
    portal:
      'api.slack.com/apps > the app > OAuth & Permissions > Revoke Tokens; configuration tokens: api.slack.com/apps > Your App Configuration Tokens > Revoke',
    command: 'curl -H "Authorization: Bearer <token>" https://slack.com/api/auth.revoke',
  },
  proof: "audit logs on Enterprise Grid: app_approved and token events; the app's activity log",
  references: ['https://api.slack.com/authentication/rotation', 'https://api.slack.com/authentication/config-tokens'],
  anchors: ['xoxe-1-', 'xoxe.xox'],
  expression: /(?<![\w-])(?<secret>xoxe(?:\.xox[bp])?-1-[A-Za-z0-9]{100,220})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: 'refresh: xoxe-1-N0tR3alLWEgXLkCqMc92i2u5h6oHLcnfdq8srBXNnjs4QuA6KPrjKm4U7hYckVSrS2ugGrjBDWTXoGkNCWsbLZBzFWZ3926B63TL7CUBkFhGH4pRiPwEdvTdctp6ahB9UCR9rNTsUAhkchXeXd.',
      finds: [
        'xoxe-1-N0tR3alLWEgXLkCqMc92i2u5h6oHLcnfdq8srBXNnjs4QuA6KPrjKm4U7hYckVSrS2ugGrjBDWTXoGkNCWsbLZBzFWZ3926B63TL7CUBkFhGH4pRiPwEdvTdctp6ahB9UCR9rNTsUAhkchXeXd',
      ],
    },
    {
      text: '> access xoxe.xoxp-1-N0tR3alExUNJbTdiAtSTkcAuB2DMkqP7VEFru4xn8W9o93e4jRL2XFYCMtoMsyRzKSNa7pYct4egLJsxgLXLQhKsUPjdopmPn3EQrWfJULqaKfFkARejYth3BqLdXoFVkbvtT2ZTMFpDQh9KB7wtghLq5PgyRaZfL37XuQ',
      finds: [
        'xoxe.xoxp-1-N0tR3alExUNJbTdiAtSTkcAuB2DMkqP7VEFru4xn8W9o93e4jRL2XFYCMtoMsyRzKSNa7pYct4egLJsxgLXLQhKsUPjdopmPn3EQrWfJULqaKfFkARejYth3BqLdXoFVkbvtT2ZTMFpDQh9KB7wtghLq5PgyRaZfL37XuQ',
      ],
    },
    { text: 'xoxe-1-short', finds: [] },
  ],
};

export default pattern;
