import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'supabase-key',
  title: 'Secret key or access token of Supabase',
  system: 'Supabase',
  severity: 'high',
  owner: 'owner of the project',
  lifetime: 'until deleted',
  reset: {
    portal:
      'Supabase dashboard > Project Settings > API Keys > Secret keys > Delete (access tokens: Account > Access Tokens)',
  },
  proof: 'audit logs of the organization; API logs of the project',
  references: ['https://supabase.com/docs/guides/api/api-keys'],
  anchors: ['sb_secret_', 'sbp_'],
  expression: /(?<![A-Za-z0-9])(?<secret>sb_secret_[\w-]{31,50}|sbp_(?:oauth_)?[0-9a-f]{40})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(4)),
  shownCharacters: 4,
  examples: [
    {
      text: 'SUPABASE_ACCESS_TOKEN=sbp_fa4e0effd90e2f163b908cf38e053f5334e9cf61',
      finds: ['sbp_fa4e0effd90e2f163b908cf38e053f5334e9cf61'],
    },
    { text: 'sb_secret_Fakez_RbsCWYJqEj0yO0bSobGcpklUS.', finds: ['sb_secret_Fakez_RbsCWYJqEj0yO0bSobGcpklUS'] },
    { text: 'sb_publishable_Fakep6iGAYWt2kWHX2HhuaqcWmkDyg8', finds: [] },
  ],
};

export default pattern;
