import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'onelogin-client-secret',
  title: 'API credential of OneLogin',
  system: 'OneLogin',
  severity: 'critical',
  owner: 'OneLogin administrator',
  lifetime: 'until deleted',
  reset: { portal: 'OneLogin > Developers > API Credentials > the credential > Delete, after a new one is in place' },
  proof: 'OneLogin > Activity > Events: API credential deleted; calls by the credential',
  references: ['https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials'],
  anchors: ['onelogin'],
  expression:
    /onelogin[^]{0,120}?(?:client)?[_ -]?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'ONELOGIN_CLIENT_SECRET=decafbad70c2c823d710a6e52493b4f4278d24d6a7f45342357beab9c8284621',
      finds: ['decafbad70c2c823d710a6e52493b4f4278d24d6a7f45342357beab9c8284621'],
    },
    { text: 'onelogin client secret is in the safe', finds: [] },
  ],
};

export default pattern;
