import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'slack-app-token',
  title: 'App-level token of a Slack app (socket mode)',
  system: 'Slack',
  severity: 'high',
  owner: 'owner of the Slack app',
  lifetime: 'until revoked',
  reset: { portal: 'api.slack.com/apps > the app > Basic Information > App-Level Tokens > the token > Revoke' },
  proof: "the token is gone from the list of app-level tokens; connections opened are in the app's activity log",
  references: ['https://api.slack.com/authentication/token-types#app'],
  anchors: ['xapp-'],
  expression:
    /(?<![\w-])(?<secret>xapp-(?:\d-[A-Z0-9]{8,14}-\d{10,14}-[a-f0-9]{60,66}|\d{12}-[A-Za-z0-9/+]{24}))(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 5,
  examples: [
    {
      text: '> SLACK_APP_TOKEN=xapp-1-A4273HZD2XK-0425908240198-decafbada15a23e30b781cd01e9df9f8ba38a32adf57bfa41c82b0e5b52e2987.',
      finds: ['xapp-1-A4273HZD2XK-0425908240198-decafbada15a23e30b781cd01e9df9f8ba38a32adf57bfa41c82b0e5b52e2987'],
    },
    { text: 'xapp-1-manifest', finds: [] },
  ],
};

export default pattern;
