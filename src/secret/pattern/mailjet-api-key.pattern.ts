import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mailjet-api-key',
  title: 'API key and secret key of Mailjet',
  system: 'Mailjet',
  severity: 'high',
  owner: 'owner of the Mailjet account',
  lifetime: 'until the secret is generated again',
  reset: { portal: 'app.mailjet.com > Account settings > REST API > API Key Management > generate a new secret' },
  proof: 'Mailjet > Statistics and message history of the key',
  references: ['https://dev.mailjet.com/email/guides/getting-started/'],
  anchors: ['mailjet'],
  expression:
    /mailjet[^]{0,60}?(?:(?<account>[0-9a-f]{32}):|(?:secret|private|password)[\w ]{0,12}["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'MAILJET_SECRET_KEY=decafbad7c495fd53c6b4e8b357e0a3a', finds: ['decafbad7c495fd53c6b4e8b357e0a3a'] },
    {
      text: '> curl --user in-v3.mailjet.com "decafbadfe6d87d89f2ef21471b726c9:decafbadc987dcbf35894c191b8346ba"',
      finds: ['decafbadc987dcbf35894c191b8346ba'],
    },
    { text: 'Mailjet message id decafbadafb184d2dfda6052fdc407f8', finds: [] },
  ],
};

export default pattern;
