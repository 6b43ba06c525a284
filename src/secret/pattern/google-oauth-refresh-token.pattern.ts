import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'google-oauth-refresh-token',
  title: 'OAuth refresh token of Google',
  system: 'Google account',
  severity: 'critical',
  owner: 'user who consented',
  lifetime: 'until revoked or six months unused',
  reset: {
    portal:
      'the user: myaccount.google.com > Security > Third-party apps > remove; an administrator: Google Admin console > Directory > Users > the user > Security > Connected applications > remove',
    command: 'curl -X POST https://oauth2.googleapis.com/revoke -d token=<token>',
  },
  proof: 'token audit log of Google Workspace: revoke, authorize by the application',
  references: ['https://developers.google.com/identity/protocols/oauth2/web-server'],
  anchors: ['1//0'],
  expression: /(?<![\w/.-])(?<secret>1\/\/0[\w-]{40,200})(?![\w-])/g,
  reach: { before: 4, after: 240 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 4,
  examples: [
    {
      text: "refresh_token: '1//0FakeFakeBpoG0pT4Tp-2EgRtLmKxXd1UIBH9yAuarRLW6C6ta4gEH2HjOzMsz0ggbBf_yxvgKp1rYydX10OgTkO5cXil4q',",
      finds: ['1//0FakeFakeBpoG0pT4Tp-2EgRtLmKxXd1UIBH9yAuarRLW6C6ta4gEH2HjOzMsz0ggbBf_yxvgKp1rYydX10OgTkO5cXil4q'],
    },
    { text: 'https://x.example/1//0', finds: [] },
  ],
};

export default pattern;
