import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'airtable-pat',
  title: 'Personal access token of Airtable',
  system: 'Airtable',
  severity: 'high',
  owner: 'the user who made it',
  lifetime: 'until deleted',
  reset: { portal: 'airtable.com/create/tokens > the token > Delete or Regenerate' },
  proof: 'Airtable admin panel > Audit logs (Enterprise): token deleted and its use',
  references: ['https://airtable.com/developers/web/guides/personal-access-tokens'],
  anchors: ['pat'],
  expression: /(?<![\w-])(?<secret>pat[A-Za-z0-9]{14}\.[0-9a-f]{64})(?![\w-])/g,
  reach: { before: 2, after: 90 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: '> patsEKE2zpoU58Eav.decafbad95186e65f01817d902b27fa68fd8db274b2e0e35c6cb834e189467ed.',
      finds: ['patsEKE2zpoU58Eav.decafbad95186e65f01817d902b27fa68fd8db274b2e0e35c6cb834e189467ed'],
    },
    { text: 'path.to.the.file', finds: [] },
  ],
};

export default pattern;
