import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'google-oauth-client-secret',
  title: 'OAuth client secret of Google',
  system: 'Google Cloud',
  severity: 'high',
  owner: 'owner of the project',
  lifetime: 'until deleted',
  reset: {
    portal:
      'Google Cloud console > Google Auth Platform > Clients > the client > Add secret, change to it, then disable and delete this one',
  },
  proof: 'Cloud Audit Logs of the project; token audit log of Google Workspace by client id',
  references: ['https://support.google.com/cloud/answer/15549257'],
  anchors: ['GOCSPX-', 'googleusercontent.com', 'google_client_secret', 'google client secret', 'google_secret'],
  // With a prefix since 2021; before, 24 characters known by the client id or name beside them.
  expression:
    /(?<![\w-])(?:(?<account>\d{6,20}-[a-z0-9_]{32}\.apps\.googleusercontent\.com)[\s\S]{0,100}?(?<![\w-])|google[ _-]?(?:client[ _-]?)?secret["']?\s{0,20}[:=]\s{0,20}["']?|(?=GOCSPX-))(?<secret>GOCSPX-[\w-]{28}|(?=[\w-]{0,23}[A-Z])(?=[\w-]{0,23}\d)[\w-]{24})(?![\w-])/gi,
  isSecret: (secret) =>
    !isInvented(secret) && (secret.startsWith('GOCSPX-') || (/[a-z]/.test(secret) && /[A-Z]/.test(secret))),
  examples: [
    { text: 'client_secret: GOCSPX-FakeFakeZS2pTzS_4SehzIWyB1Pv', finds: ['GOCSPX-FakeFakeZS2pTzS_4SehzIWyB1Pv'] },
    {
      text: "CLIENT_ID = '12345678901-fakefakez625t1f4vdp3n0frkod1tkkh.apps.googleusercontent.com';\nCLIENT_SECRET = 'Fake-4QwFakepAxQYQrl8Pu9'",
      finds: ['Fake-4QwFakepAxQYQrl8Pu9'],
    },
    { text: 'GOCSPX-short', finds: [] },
    { text: '12345678901-fakefakenenkabe6z2otkmunnsiai9i3.apps.googleusercontent.com is the client', finds: [] },
  ],
};

export default pattern;
