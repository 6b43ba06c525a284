import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'facebook-app-secret',
  title: 'App secret of a Meta app',
  system: 'Meta',
  severity: 'high',
  owner: 'owner of the app at Meta for Developers',
  lifetime: 'until reset',
  reset: { portal: 'developers.facebook.com > the app > App settings > Basic > App secret > Reset' },
  proof:
    'developers.facebook.com > the app > Alerts; calls with the old secret answer "Error validating client secret"',
  references: ['https://developers.facebook.com/docs/facebook-login/security'],
  anchors: ['facebook', 'fb_', 'instagram'],
  expression:
    /(?:facebook|instagram|(?<![\w-])fb)[^]{0,60}?(?:app|client|oauth)?[_ -]?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'FACEBOOK_APP_SECRET=decafbad89316f5ae9ba4c4bcf85b269', finds: ['decafbad89316f5ae9ba4c4bcf85b269'] },
    {
      text: '> INSTAGRAM_CLIENT_SECRET: decafbad80faead85c68b06780dcf7fe.',
      finds: ['decafbad80faead85c68b06780dcf7fe'],
    },
    { text: 'facebook post decafbade709b7c890dfed64b9cb0ab3', finds: [] },
  ],
};

export default pattern;
