import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'vercel-token',
  title: 'Token of Vercel',
  system: 'Vercel',
  severity: 'high',
  owner: 'user or team of the token',
  lifetime: 'as it was made, up to never',
  reset: {
    portal:
      'Vercel dashboard > Account Settings > Tokens > the token > Delete; an integration: Integrations > Manage > Remove; rotate the environment variables that it could read',
    command: 'curl -X DELETE https://api.vercel.com/v3/user/tokens/<id> -H "Authorization: Bearer <other token>"',
  },
  proof: 'activity of the team; list of tokens with last used',
  references: ['https://vercel.com/docs/rest-api/authentication'],
  anchors: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_', 'vercel'],
  // With a prefix for each kind since 2026; before, 24 characters known by the name before them.
  expression:
    /(?<![A-Za-z0-9])(?<secret>vc[piark]_[A-Za-z0-9]{40,60}|(?<=vercel[ _-]?(?:api[ _-]?|access[ _-]?)?token["']?(?: is)?\s{0,3}[:=]\s{0,3}["']?)[A-Za-z0-9]{24})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret) && /\d/.test(secret),
  shownCharacters: 4,
  examples: [
    {
      text: 'VERCEL_TOKEN=vcp_Fake4FakeJpdoZMwINdzkSMFjBgGDcElgjahm3ZB',
      finds: ['vcp_Fake4FakeJpdoZMwINdzkSMFjBgGDcElgjahm3ZB'],
    },
    { text: 'vercel token: Fake4Fake3AhX9nWhBwyFRZM.', finds: ['Fake4Fake3AhX9nWhBwyFRZM'] },
    { text: 'vcp_abc', finds: [] },
  ],
};

export default pattern;
