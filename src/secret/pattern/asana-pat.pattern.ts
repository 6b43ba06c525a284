import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'asana-pat',
  title: 'Personal access token of Asana',
  system: 'Asana',
  severity: 'high',
  owner: 'the user who made it',
  lifetime: 'until deleted',
  reset: { portal: 'app.asana.com/0/my-apps > Personal access tokens > the token > Delete' },
  proof: 'Asana admin console > Security > Audit log (Enterprise): personal_access_token_deauthorized',
  references: ['https://developers.asana.com/docs/personal-access-token'],
  anchors: ['1/1', '2/1'],
  expression: /(?<![\w/.-])(?<secret>[12]\/1\d{11,16}(?:\/\d{12,17})?:[0-9a-f]{32})(?![\w-])/g,
  reach: { before: 4, after: 80 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'ASANA_TOKEN=1/1209215363513476:decafbadf2563a96b605e7dbae5ad3d4',
      finds: ['1/1209215363513476:decafbadf2563a96b605e7dbae5ad3d4'],
    },
    {
      text: '> 2/1256289512160510/1224215251725370:decafbadcdef1c7972a4094d819d9191.',
      finds: ['2/1256289512160510/1224215251725370:decafbadcdef1c7972a4094d819d9191'],
    },
    { text: 'page 1/12: the beginning', finds: [] },
  ],
};

export default pattern;
