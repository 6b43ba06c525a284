import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'shopify-token',
  title: 'Access token or shared secret of a Shopify app',
  system: 'Shopify',
  severity: 'high',
  owner: 'owner of the Shopify store',
  lifetime: 'until the app is removed or its secret rotated',
  reset: {
    portal:
      'Shopify admin > Settings > Apps and sales channels > Develop apps > the app > uninstall and install again; secret: Dev Dashboard > the app > Settings > Rotate',
  },
  proof: 'Shopify admin > Settings > General > Store activity log',
  references: [
    'https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials',
  ],
  anchors: ['shpat_', 'shpss_', 'shpca_', 'shppa_', 'shptka_'],
  expression: /(?<![\w-])(?<secret>shp(?:at|ss|ca|pa|tka)_[0-9a-fA-F]{32})(?![\w-])/g,
  reach: { before: 2, after: 42 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 6,
  examples: [
    {
      text: '> X-Shopify-Access-Token: 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',
      finds: ['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'],
    },
    { text: '> 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.', finds: ['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'] },
    { text: 'shpat_none', finds: [] },
  ],
};

export default pattern;
