import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mailgun-api-key',
  title: 'API key or sending key of Mailgun',
  system: 'Mailgun',
  severity: 'high',
  owner: 'owner of the Mailgun account',
  lifetime: 'until deleted',
  reset: {
    portal:
      'app.mailgun.com > the profile > API security > the key > Delete; sending keys: Sending > Domain settings > Sending keys',
  },
  proof: 'key is gone from the list; Sending > Logs shows what was sent with it',
  references: ['https://help.mailgun.com/hc/en-us/articles/203380100'],
  anchors: ['key-', 'mailgun'],
  expression:
    /(?:(?<![\w-])(?=key-)|mailgun[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>(?:key-)?[0-9a-f]{32}(?:-[0-9a-f]{8}-[0-9a-f]{8})?)(?![\w-])/gi,
  isSecret: (secret) => (secret.startsWith('key-') || secret.length > 40) && !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    {
      text: "curl -s --user 'api:key-decafbada0e604af0b6e5854d1414578' https://api.mailgun.net/v3",
      finds: ['key-decafbada0e604af0b6e5854d1414578'],
    },
    {
      text: '> MAILGUN_API_KEY=decafbadb059be94adb457cecedcb5b9-7604a37f-08108b9c.',
      finds: ['decafbadb059be94adb457cecedcb5b9-7604a37f-08108b9c'],
    },
    { text: 'key-value pairs', finds: [] },
  ],
};

export default pattern;
