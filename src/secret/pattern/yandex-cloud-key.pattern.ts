import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'yandex-cloud-key',
  title: 'API key, static key or OAuth token of Yandex Cloud',
  system: 'Yandex Cloud',
  severity: 'critical',
  owner: 'owner of the service account',
  lifetime: 'until deleted; IAM tokens 12 hours, OAuth tokens a year',
  reset: {
    portal: 'Yandex Cloud console > the folder > Service accounts > the account > delete the key',
    command: 'yc iam api-key delete <id>',
  },
  proof: 'Audit Trails: DeleteApiKey, DeleteAccessKey',
  references: ['https://yandex.cloud/en/docs/iam/concepts/authorization/api-key'],
  anchors: ['AQVN', 'YCAJE', 'YCM', 'y0_', 't1.9'],
  expression:
    /(?<![\w-])(?<secret>AQVN[\w-]{35,36}|YC(?:N|M|O|P)[\w-]{37}|y0_[\w-]{50,60}|t1\.9[\w-]{20,300}\.[\w-]{60,100})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    { text: 'Api-Key AQVNFakeFake5o28YA1yNiboglIlKP_CGlRrTbk', finds: ['AQVNFakeFake5o28YA1yNiboglIlKP_CGlRrTbk'] },
    {
      text: 'OAuth y0_AgAAFakeFakevGmDpqTxNSzNzk_yG9JGYkjlVC7o-sGcT-GuZH7_iys.',
      finds: ['y0_AgAAFakeFakevGmDpqTxNSzNzk_yG9JGYkjlVC7o-sGcT-GuZH7_iys'],
    },
    { text: 'AQVNshort', finds: [] },
  ],
};

export default pattern;
