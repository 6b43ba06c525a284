import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'bitbucket-app-password',
  title: 'App password or access token of Bitbucket',
  system: 'Bitbucket Cloud',
  severity: 'critical',
  owner: 'user who made it; administrators of the workspace',
  lifetime: 'app passwords end in 2026; access tokens as they were made',
  reset: {
    portal:
      'Bitbucket > Personal settings > App passwords > delete; a repository, project or workspace: its settings > Access tokens > Revoke',
  },
  proof: 'audit log of the workspace',
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/'],
  anchors: ['ATBB', 'ATCTT3'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>ATBB[A-Za-z0-9]{24}[0-9A-F]{8}|ATBB[A-Za-z0-9]{32}|ATCTT3[\w-]{100,250}={0,2}[0-9A-F]{8})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    {
      text: 'git clone https://anna:ATBBFakeFakeCOHdueDabyTVyzEjFA4E0012@bitbucket.org/contoso/app',
      finds: ['ATBBFakeFakeCOHdueDabyTVyzEjFA4E0012'],
    },
    {
      text: 'x-token-auth:ATCTT3xFfGN0FakeVMKTI12YjQfF_E6IixJw14-g_WsQJ4BrwSQVNXGRin5XL_TcFlyKveBa81sDWYgfoNtbW26PjLYeOCma72hokPxt-Spl_144HdXNNb-EjeWwazdF3YjXMaHy1YX7rZ2KgKylycxmI5r6l2-OXOKTS_bdsN2R=FA4E0012.',
      finds: [
        'ATCTT3xFfGN0FakeVMKTI12YjQfF_E6IixJw14-g_WsQJ4BrwSQVNXGRin5XL_TcFlyKveBa81sDWYgfoNtbW26PjLYeOCma72hokPxt-Spl_144HdXNNb-EjeWwazdF3YjXMaHy1YX7rZ2KgKylycxmI5r6l2-OXOKTS_bdsN2R=FA4E0012',
      ],
    },
    { text: 'ATBBshort', finds: [] },
  ],
};

export default pattern;
