import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'plaid-secret',
  title: 'Secret or access token of Plaid',
  system: 'Plaid',
  severity: 'critical',
  owner: 'owner of the Plaid team',
  lifetime: 'until rotated; access token until the item is removed',
  reset: {
    portal: 'dashboard.plaid.com > Developers > Keys > Rotate secret; access token: POST /item/access_token/invalidate',
    command: 'curl -X POST https://production.plaid.com/item/access_token/invalidate',
  },
  proof: 'dashboard.plaid.com > Developers > Logs',
  references: ['https://plaid.com/docs/quickstart/glossary/', 'https://plaid.com/docs/api/items/'],
  anchors: ['plaid', 'access-'],
  expression:
    /(?:plaid[^]{0,120}?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|(?=access-(?:pro|dev|san)))(?<secret>access-(?:production|development|sandbox)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{30})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'PLAID_SECRET=decafbadfda6dad8670595c378320d', finds: ['decafbadfda6dad8670595c378320d'] },
    {
      text: '> access-production-decafbad-5281-4c49-aa32-40a628ea6e43.',
      finds: ['access-production-decafbad-5281-4c49-aa32-40a628ea6e43'],
    },
    { text: 'plaid secret: in the dashboard', finds: [] },
  ],
};

export default pattern;
