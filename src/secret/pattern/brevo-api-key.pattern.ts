import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'brevo-api-key',
  title: 'API key or SMTP key of Brevo (Sendinblue)',
  system: 'Brevo',
  severity: 'high',
  owner: 'owner of the Brevo account',
  lifetime: 'until deleted',
  reset: { portal: 'app.brevo.com > SMTP & API > the key > Delete' },
  proof: 'key is gone from the list; Transactional > Logs shows what was sent',
  references: ['https://developers.brevo.com/docs/getting-started'],
  anchors: ['xkeysib-', 'xsmtpsib-'],
  expression: /(?<![\w-])(?<secret>x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    {
      text: '> api-key: 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.',
      finds: ['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'],
    },
    {
      text: 'xsmtpsib-decafbad0741b6ac0cb9ac1782090d4f6f6586a745241c326e8fb8b57218c97b-roCZCLhnvpk2WMRz',
      finds: ['xsmtpsib-decafbad0741b6ac0cb9ac1782090d4f6f6586a745241c326e8fb8b57218c97b-roCZCLhnvpk2WMRz'],
    },
    { text: 'xkeysib-and what follows', finds: [] },
  ],
};

export default pattern;
