import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'miro-token',
  title: 'Access token of a Miro app',
  system: 'Miro',
  severity: 'medium',
  owner: 'owner of the Miro app',
  lifetime: 'until the app is removed, or one hour where tokens expire',
  reset: {
    portal:
      'Miro > Profile settings > Your apps > the app > regenerate the client secret and uninstall it from the team',
  },
  proof: 'Miro admin > Audit logs (app events)',
  references: ['https://developers.miro.com/docs/getting-started-with-oauth'],
  anchors: ['miro'],
  expression:
    /(?<![\w-])miro[_ -]?(?:oauth|access|api|app|client)?[_ -]?(?:token|secret|key)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[\w-]{27,64})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'MIRO_ACCESS_TOKEN=N0tR3al7sDFm6KdfKRPaADMzbRq', finds: ['N0tR3al7sDFm6KdfKRPaADMzbRq'] },
    { text: 'miro token: ask the owner of the board', finds: [] },
  ],
};

export default pattern;
